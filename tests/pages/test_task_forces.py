"""Joining a task force, from the wish to the seat, and reporting on its tasks."""

from store.models import RoleKind
from store.partners import organisations
from store.rights.rights import Grant, program
from tests.pages.acting import TODAY, YESTERDAY, Open, add, done, fill, press, writing
from tests.pages.words import words
from tests.store.partners.partners import organisation

WISH = {
    "join_name": "Bako",
    "join_organisation": "Institute of Soils",
    "join_motivation": "We coordinate twelve partners.",
}


def ask(open_page: Open) -> None:
    """Bako, whom nobody entered, asks to represent Africa in D4, and to be named."""
    app = open_page("Bako", "task-forces", folds="join_fold", objective="D4")
    [role] = [box for box in app.selectbox if "join_role" in str(box.key)]
    role.set_value("regional representative").run()
    [consent] = [box for box in app.checkbox if "join_consent" in str(box.key)]
    consent.check()
    fill(app, **WISH)
    assert done(press(app, "Ask to join")) == [
        "Sent. The Secretariat decides, and you read its answer here."
    ]
    assert "You asked on" in words(app)


def test_a_wish_becomes_a_seat_that_everybody_sees(open_page: Open) -> None:
    ask(open_page)
    assert "1 candidate" in words(open_page("nobody", "task-forces"))
    with writing() as session:
        organisations.add(
            session, program("test"), organisation("Institute of Soils", known_on=TODAY), TODAY
        )
    office = open_page("Sofia", "task-forces")
    assert "We coordinate twelve partners." in words(office)
    assert "Only people from a partner" in " ".join(done(press(office, "Accept")))
    [home] = [box for box in office.selectbox if str(box.key).startswith("home_")]
    home.select_index([*home.options].index("Institute of Soils (partner)"))
    assert done(press(office, "Accept")) == ["Bako is Regional Representative now."]
    seen = words(open_page("nobody", "task-forces", objective="D4")).replace("\\", "")
    assert "1 of 144 seats are filled, 0 have a candidate, 143 are vacant." in seen
    assert "Bako" in seen
    assert "<a " not in seen
    earlier = words(open_page("nobody", "task-forces", as_of=YESTERDAY.isoformat()))
    assert "0 of 144 seats are filled" in earlier
    assert "Bako" not in earlier


def test_who_is_declined_reads_why(open_page: Open) -> None:
    ask(open_page)
    office = open_page("Sofia", "task-forces")
    assert "“Why it is declined”" in " ".join(done(press(office, "Decline")))
    fill(office, reason_="The seat was given away.")
    assert done(press(office, "Decline")) == ["Declined; the applicant reads why."]
    assert "The seat was given away." in words(open_page("Bako", "task-forces", objective="D4"))
    assert "given away" not in words(open_page("nobody", "task-forces", objective="D4"))


def test_the_bars_region_leaves_its_own_seats(open_page: Open) -> None:
    app = open_page("nobody", "task-forces", region="EUR")
    assert "0 of 24 seats are filled" in words(app)
    assert "24 vacant" in words(app)
    assert "Asia-Pacific" not in words(app)


def test_a_region_counts_the_seats_in_which_somebody_sits(open_page: Open) -> None:
    ask(open_page)  # a candidate fills no seat
    with writing() as session:
        add(session, "Rita", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "A1", "R-AFR"))
        add(session, "Luc", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "A2", "R-EUR"))
    said = words(open_page("nobody", "region", region="AFR")).replace("\\", "")
    assert "1 of its 24 seats is filled." in said
    assert "23 seats are vacant." in said


def test_a_session_that_is_over_asks_for_nothing(open_page: Open) -> None:
    app = open_page("Bako", "task-forces", hours_ago=13, folds="join_fold")
    assert "Anybody who signs in can ask to join." in words(app)
    assert "Ask to join" not in {button.label for button in app.button}


def test_nobody_else_sees_who_asked_or_may_report_tasks(open_page: Open) -> None:
    ask(open_page)
    for name in ("nobody", "Sam"):
        app = open_page(name, "task-forces", folds="task_fold", objective="D4")
        assert "twelve partners" not in words(app)
        labels = {button.label for button in app.button}
        assert not labels & {"Accept", "Decline", "Report the task"}


def test_the_leader_reports_how_far_a_task_is(open_page: Open) -> None:
    with writing() as session:
        add(session, "Lea", Grant(RoleKind.TASK_FORCE_LEADER, "D4"))
    assert not [
        b
        for b in open_page("Lea", "task-forces", folds="task_fold", objective="E1").button
        if "task" in b.label
    ]
    app = open_page("Lea", "task-forces", folds="task_fold", objective="D4")
    fill(app, task_note="Forty projects are on the map")
    [state] = [box for box in app.selectbox if "task_state" in str(box.key)]
    state.set_value("done").run()
    assert done(press(app, "Report the task")) == ["The task was reported."]
    [over_the_page] = app.toast  # for the button is far below
    assert over_the_page.value.startswith("The task was reported")
    assert "Forty projects are on the map" in words(
        open_page("nobody", "task-forces", objective="D4")
    )
    earlier = open_page("nobody", "task-forces", objective="D4", as_of=YESTERDAY.isoformat())
    assert "Forty projects" not in words(earlier)
