"""Activities from the form to the pages, their suggested figures, calls, and a region's page."""

import datetime as dt
from typing import Any

from streamlit.testing.v1 import AppTest

from store.activities import activities
from store.activities.activity_draft import ActivityDraft
from store.models import RoleKind
from store.rights.rights import Grant, program
from tests.pages.acting import TODAY, YESTERDAY, Open, add, done, fill, press, unfold, writing
from tests.pages.words import words

FIELDS = "activity_new"
LAST_YEAR = TODAY.year - 1


def field(app: AppTest, kind: str, part: str) -> Any:
    """The one field of a kind whose key has the part, the twin regions' form left aside."""
    keys = ((one, str(one.key)) for one in getattr(app, kind))
    [found] = [one for one, key in keys if part in key and not key.startswith("twins")]
    return found


def enter(app: AppTest, title: str = "Soil pilot in Embu") -> AppTest:
    """Fill the form with a running project of D4 in Kenya, and send it."""
    field(app, "multiselect", "_objectives").set_value(["D4"])
    field(app, "selectbox", "_place_code").set_value("KEN")
    field(app, "selectbox", f"{FIELDS}_state").set_value("running")
    fill(app, activity_new_title=title, activity_new_partners="Institute of Soils\nFarmers")
    return press(app, "Enter the activity")


def keep(**content: Any) -> None:
    """Write an activity beside the app."""
    usual: dict[str, Any] = {
        "kind": "event",
        "event_type": "regional meeting",
        "objectives": ["A4", "D2"],
        "place_code": "KEN",
        "state": "done",
        "starts_on": dt.date(LAST_YEAR, 5, 12),
        "known_on": YESTERDAY,
    }
    with writing() as session:
        activities.report(session, program("test"), ActivityDraft(**usual | content))


def test_what_a_leader_enters_stands_on_every_page_and_on_no_earlier_day(open_page: Open) -> None:
    with writing() as session:
        add(session, "Lea", Grant(RoleKind.TASK_FORCE_LEADER, "D4"))
    app = open_page("Lea", "activities")
    field(app, "text_input", "_budget").set_value("250 000")
    assert "needs its currency" in " ".join(done(enter(app)))
    assert field(app, "text_input", "_title").value == "Soil pilot in Embu"
    fill(app, activity_new_currency="EUR")
    assert done(press(app, "Enter the activity")) == ["“Soil pilot in Embu” was written."]
    assert field(app, "text_input", "_title").value == ""
    for page, parameters in (
        ("task-forces", {}),
        ("objective", {"objective": "D4"}),
        ("region", {"region": "AFR"}),
    ):
        said = words(open_page("nobody", page, **parameters))
        assert "Soil pilot in Embu" in said, page
        assert "Institute of Soils" in said
        assert "Farmers" in said
        earlier = open_page("nobody", page, as_of=YESTERDAY.isoformat(), **parameters)
        assert "Soil pilot" not in words(earlier)
    assert "Soil pilot" not in words(open_page("nobody", "objective", objective="E1"))
    assert "Soil pilot" not in words(open_page("nobody", "region", region="EUR"))


def test_filters_keep_what_they_name_on_timeline_and_map(open_page: Open) -> None:
    keep(code="a", title="Plan of the north", kind="plan", event_type=None, state="planned")
    for way in ("timeline", "map"):
        app = open_page("nobody", "task-forces", kind="plan", shown=way)
        assert "Plan of the north" in words(app)
        assert "1st African Symposium" not in words(app)
    none = open_page("nobody", "task-forces", kind="plan", state="stopped")
    assert "No activity is of this kind and state." in words(none)


def test_a_team_member_proposes_and_the_leader_keeps(open_page: Open) -> None:
    with writing() as session:
        add(session, "Tea", Grant(RoleKind.TEAM_MEMBER, "D4"))
        add(session, "Lea", Grant(RoleKind.TASK_FORCE_LEADER, "D4"))
    tea = open_page("Tea", "activities")
    assert "What you enter is a proposal" in words(tea)
    enter(tea)
    assert "Soil pilot" in words(open_page("Tea", "activities"))
    assert "Soil pilot" not in words(open_page("nobody", "objective", objective="D4"))
    assert not {"Keep it", "Decline it"} & {
        one.label for one in open_page("Tea", "activities").button
    }
    lea = open_page("Lea", "activities")
    assert done(press(lea, "Keep it")) == ["“Soil pilot in Embu” is kept now."]
    assert "Soil pilot" in words(open_page("nobody", "objective", objective="D4"))


def test_who_proposed_in_vain_reads_why(open_page: Open) -> None:
    with writing() as session:
        add(session, "Tea", Grant(RoleKind.TEAM_MEMBER, "D4"))
    enter(open_page("Tea", "activities"))
    office = open_page("Sofia", "activities")
    assert "“Why it is declined”" in " ".join(done(press(office, "Decline it")))
    fill(office, proposal_reason="It is there already")
    press(office, "Decline it")
    assert "It is there already" in words(open_page("Tea", "activities"))
    assert "already" not in words(open_page("nobody", "task-forces"))


def test_a_change_is_a_new_revision_and_the_old_one_can_be_read(open_page: Open) -> None:
    keep(code="a", title="Field days", kind="action", event_type=None, state="running")
    office = open_page("Sofia", "activities")
    fill(office, activity_words="field")
    field(office, "selectbox", "activity_which").set_value("a").run()
    fill(office, _title="Field days, ended", _reason="The money is gone")
    field(office, "selectbox", "_state").set_value("stopped")
    assert done(press(office, "Change the activity")) == ["“Field days, ended” was written."]
    app = open_page("nobody", "task-forces")
    field(app, "selectbox", "activity_history").set_value("a").run()
    said = words(app)
    assert "The money is gone" in said
    assert "Activity: Field days → Field days, ended; State: running → stopped" in said


def test_what_was_entered_in_error_is_withdrawn(open_page: Open) -> None:
    keep(code="a", title="Entered twice", kind="action", event_type=None, state="running")
    office = open_page("Sofia", "activities", folds="activity_withdraw_fold")
    field(office, "selectbox", "activity_which").set_value("a").run()
    unfold(office, "activity_withdraw_fold").run()
    fill(office, activity_withdraw_="It is there already")
    assert done(press(office, "Withdraw the activity")) == ["“Entered twice” was withdrawn."]
    assert "Entered twice" not in words(open_page("nobody", "task-forces"))
    earlier = open_page("nobody", "task-forces", as_of=YESTERDAY.isoformat())
    assert "Entered twice" in words(earlier)


def test_nobody_else_is_let_in(open_page: Open) -> None:
    for name in ("nobody", "Sam"):
        app = open_page(name, "activities")
        assert not [one for one in app.button if "activity" in one.label]
        assert app.info


def test_a_regional_meeting_becomes_a_suggested_figure_that_its_representative_confirms(
    open_page: Open,
) -> None:
    keep(code="a", title="Symposium in Embu")
    with writing() as session:
        add(session, "Remy", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D2", "R-AFR"))
        add(session, "Emil", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D2", "R-EUR"))
    emil = open_page("Emil", "my-figures")
    assert "Symposium" not in f"{words(emil)} {[box.label for box in emil.checkbox]}"
    app = open_page("Remy", "my-figures")
    assert all("at least 1\u00a0meeting a year" in box.label for box in app.checkbox)
    assert any("Symposium in Embu" in box.label for box in app.checkbox)
    count = len(app.checkbox)
    app = press(app, f"Choose all {count} shown")
    [said] = done(press(app, "Confirm the ticked"))
    assert said.startswith(f"{count} figure")
    assert "Suggested figures" not in words(open_page("Remy", "my-figures"))
    assert "Symposium in Embu" in words(open_page("Sofia", "queue"))
    assert "Activities entered" not in words(open_page("nobody", "objective", objective="D2"))


def test_the_published_calls_stand_at_a2_and_its_leader_reports_the_next(open_page: Open) -> None:
    with writing() as session:
        add(session, "Lea", Grant(RoleKind.TASK_FORCE_LEADER, "A2"))
    assert "5 calls are known, 1 with their results." in words(
        open_page("nobody", "objective", objective="A2")
    )
    before = words(open_page("nobody", "objective", objective="A2", as_of="2020-02-01"))
    assert "1 call is known" in before
    assert not [
        b
        for b in open_page("Sam", "objective", folds="call_fold", objective="A2").button
        if "call" in b.label
    ]
    app = open_page("Lea", "objective", folds="call_fold", objective="A2")
    assert "Give at least one" not in " ".join(done(app))
    fill(app, call_source_title="Results of call 7")
    assert "Give at least one of its days." in done(press(app, "Report the call"))
    field(app, "date_input", "call_results_on").set_value(YESTERDAY)
    field(app, "text_input", "call_received").set_value("12")
    field(app, "text_input", "call_in_line").set_value("5")
    assert done(press(app, "Report the call")) == ["The call was reported."]
    said = words(open_page("nobody", "objective", objective="A2"))
    assert "6 calls are known, 2 with their results." in said


def test_a_region_stands_beside_the_world_with_what_it_owes(open_page: Open) -> None:
    app = unfold(open_page("nobody", "region", region="AFR"), "region_owed")
    said = words(unfold(app, "region_numbers").run())
    assert "2 of 19 indicators have a figure" in " ".join(said.split())
    assert "24 seats are vacant" in said
    assert "Status of the world" in said
    assert "Regional meetings took place in 2018 (1), 2023 (1) and 2024 (1)." in said
    assert "Was due by" in said
    earlier = words(open_page("nobody", "region", region="AFR", as_of="2019-06-30"))
    assert "Regional meetings took place in 2018 (1)." in earlier
    assert "Africa owes nothing that is overdue" in earlier
    north = words(open_page("nobody", "region", region="EUR"))
    assert "The register lists 10 partners here, 4 of them members." in north
    world = words(open_page("nobody", "region"))
    assert "Latin America & Caribbean" in world


def test_only_the_task_force_and_the_secretariat_see_its_addresses(open_page: Open) -> None:
    with writing() as session:
        lea = add(session, "Lea", Grant(RoleKind.TASK_FORCE_LEADER, "D4"))
        lea.email, lea.shows_name = "lea@soil.example", True
        add(session, "Tea", Grant(RoleKind.TEAM_MEMBER, "D4"))
    for name, sees in (("Tea", True), ("Sofia", True), ("Sam", False), ("nobody", False)):
        said = words(open_page(name, "task-forces", objective="D4"))
        assert ("lea@soil.example" in said) is sees, name
        assert ("through the Secretariat" in said) is not sees
