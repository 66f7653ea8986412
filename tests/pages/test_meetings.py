"""A meeting from the form to the projector: arranged, opened, decided at, reopened, published."""

import datetime as dt
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.briefing import building
from components.language.text import day
from components.meetings import briefing, reviewed
from components.reader import cache, clock
from components.reader.view import View
from store.figures import actions
from store.figures.draft import MeasurementDraft
from store.meetings import meetings
from store.models import RoleKind
from store.plan import wordings
from store.rights.rights import Actor, Grant, program
from tests.components.briefing.briefings import body, dense, pages
from tests.pages import words as page_words
from tests.pages.acting import TODAY, YESTERDAY, Open, done, fill, press, unfold, writing
from tests.store.meetings import sittings

CODE = f"consortium-of-members-{TODAY}"
PERIOD_END = dt.date(TODAY.year - 1, 12, 31)
EARLIER_END = dt.date(TODAY.year - 3, 12, 31)
REVIEWER = Actor("reviewer", (Grant(RoleKind.SECRETARIAT),))


def words(app: AppTest) -> str:
    """What the page says, every space an ordinary one."""
    return page_words.words(app).replace("\u00a0", " ")


def report(known_on: dt.date, **content: Any) -> None:
    """Report a figure beside the app, over what stands in its slot, and approve it."""
    usual: dict[str, Any] = {
        "indicator_code": "E1-operators",
        "place_code": "WLD",
        "period_start": PERIOD_END,
        "period_end": PERIOD_END,
        "source_title": "Register of operators",
        "reason": "counted anew",
    }
    draft = MeasurementDraft.model_validate(usual | content)
    with writing() as session:
        head = actions.slot_head(session, *draft.slot)
        draft = draft.model_copy(update={"corrects": head.id if head else None})
        row = actions.report(session, program("test"), draft)
        actions.approve(session, REVIEWER, row, known_on)


def arrange(open_page: Open) -> AppTest:
    """Sofia arranges a meeting on what the form offers."""
    app = open_page("Sofia", "meeting", meeting="new")
    fill(app, meeting_title="Consortium in autumn", meeting_place="Montpellier")
    return press(app, "Arrange the meeting")


def hold(day_of_figures: dt.date, **content: Any) -> str:
    """Arrange a meeting yesterday and open it beside the app; return its name in the address."""
    with writing() as session:
        row = meetings.arrange(session, REVIEWER, sittings.meeting(known_on=YESTERDAY, **content))
        return meetings.freeze(session, REVIEWER, row, day_of_figures, day_of_figures).code


def open_it(open_page: Open) -> AppTest:
    """Sofia opens it on today's figures."""
    arrange(open_page)
    return press(open_page("Sofia", "meeting", meeting=CODE), "Open the meeting")


def present(open_page: Open, step: str = "E1") -> AppTest:
    """A step of the meeting on the projector."""
    return open_page("Sofia", "meeting", meeting=CODE, step=step)


def test_a_meeting_is_arranged_with_an_agenda_that_begins_with_what_presses(
    open_page: Open,
) -> None:
    report(YESTERDAY, value=9)
    report(YESTERDAY, value=4, period_start=EARLIER_END, period_end=EARLIER_END)
    app = arrange(open_page)
    assert done(app) == ["The meeting was saved."]
    assert app.query_params["meeting"] == CODE
    said = words(open_page("Sofia", "meeting", meeting=CODE))
    assert "Not opened yet" in said
    assert "E1 · MRV systems" in said
    assert "no figure → 9 operators" in said
    assert f"{EARLIER_END.year}: no figure → 4 operators" in said
    assert said.index("E1 · ") < said.index("A1 · ")


def test_a_meeting_reopened_shows_what_it_saw_and_tells_what_was_corrected(
    open_page: Open,
) -> None:
    report(YESTERDAY, value=9)
    report(YESTERDAY, indicator_code="D4-signed", value=3)
    assert done(open_it(open_page)) == ["The meeting is open; its figures are frozen."]
    before = words(present(open_page))
    assert "9 operators" in before
    report(TODAY, value=11)
    report(YESTERDAY, indicator_code="D4-signed", value=4)
    with writing() as session:
        title = sittings.title("Systems that measure, report and verify", subject="E1")
        wordings.reword(session, REVIEWER, title)
    assert words(present(open_page)) == before
    since = words(open_page("Sofia", "meeting", meeting=CODE))
    assert "3 corrections were written since the meeting opened." in since
    assert since.count("counted anew") == 2
    assert re.search("E1 +title +MRV systems +Systems that measure", since)
    assert "11 operators" in since
    assert "11 operators" in words(open_page("Sofia", "objective", objective="E1"))


def prepared(app: AppTest) -> bytes:
    """The document that the page of the meeting makes."""
    fold = f"briefing_{CODE}"
    press(unfold(unfold(app, fold).run(), fold), "Prepare the briefing")
    return app.session_state["briefing"].pdf


def test_the_briefing_of_a_meeting_says_what_it_saw_what_was_decided_and_corrected(
    open_page: Open,
) -> None:
    report(YESTERDAY, value=9)
    open_it(open_page)
    app = present(open_page)
    [kind] = [one for one in app.button_group if "_kind_" in str(one.key)]
    kind.set_value("decision")
    fill(app, text="Describe the operators of Oceania")
    press(app, "Write it down")
    report(TODAY, value=12)
    press(open_page("Sofia", "meeting", meeting=CODE), "Close the meeting")
    press(open_page("Sofia", "meeting", meeting=CODE), "Publish the meeting")

    view = View(clock.until_today(), "2022")
    cache.begin_run()
    review = reviewed.review(reviewed.known(view)[0], view)
    made_of = building.build(review.plan, briefing.agenda(review, view))
    pdf = prepared(open_page("Sofia", "meeting", meeting=CODE))
    said = body(pdf, made_of)
    assert dense("Describe the operators of Oceania") in said
    assert said.count(dense("12 operators")) == 1  # among the corrections
    first, second, annex = (dense(page) for page in pages(pdf)[:3])
    assert dense(made_of.message) in first
    assert dense("Decisions due") in first
    assert dense("Describe the operators of Oceania") in first
    assert dense("E1 · MRV systems") in second
    assert dense("Annex: the objectives on the agenda") in second + annex
    [chapter] = [one for one in made_of.chapters if one.code == "E1"]
    shown = [one for section in chapter.sections for one in section.figures]
    assert [one.figure for one in shown if one.end == PERIOD_END] == [9]


def test_a_step_names_who_reported_for_a_country_until_the_meeting_opened(
    open_page: Open,
) -> None:
    report(YESTERDAY, indicator_code="A1-parties", place_code="KEN", value=1)
    open_it(open_page)
    report(YESTERDAY, indicator_code="A1-parties", place_code="FRA", value=1)
    said = words(present(open_page, step="A1"))
    assert "yes, Kenya, known on" in said
    assert "test, approved by reviewer. Register of operators" in said
    assert "France" not in said


def test_a_decision_written_beside_the_figure_is_followed_up_on_the_overview(
    open_page: Open,
) -> None:
    open_it(open_page)
    app = present(open_page)
    fill(app, text=" ")
    assert done(press(app, "Write it down")) == ["Write what was decided."]
    fill(app, text="Describe the operators of *Oceania*")
    assert done(press(app, "Write it down")) == ["An action needs a day by which it is due."]
    due = next(one for one in app.date_input if "_due_" in str(one.key))
    due.set_value(TODAY + dt.timedelta(days=30))
    fill(app, decision_E1_effect="The operators can be counted.")
    assert done(press(app, "Write it down")) == ["The decision was written down."]
    assert "Describe the operators of *Oceania* · Secretariat" in words(present(open_page))

    app = open_page("Sofia", "overview")
    assert "1 is open, 0 overdue." in words(app)
    assert "Expected: The operators can be counted." in words(app)
    fields = unfold(app).run().button_group
    next(one for one in fields if "follow_up_state" in str(one.key)).set_value("done")
    fill(unfold(app), follow_up_note="Twelve were described.")
    assert done(press(unfold(app), "Save the follow-up")) == [
        "It is done once something shows it: name a figure, a link or a source."
    ]
    fill(unfold(app), follow_up_source_title="Register of operators, 2026")
    assert done(press(unfold(app), "Save the follow-up")) == ["The follow-up was saved."]
    assert "Open decisions" not in words(open_page("Sofia", "overview"))
    said = words(open_page("Sofia", "objective", objective="E1"))
    assert "Twelve were described. Shown by: Register of operators, 2026" in said


def test_a_visitor_reads_a_meeting_and_its_decisions_once_they_are_published(
    open_page: Open,
) -> None:
    hold(YESTERDAY, body="consortium of members", held_on=YESTERDAY)  # never published
    open_it(open_page)
    refused = "There is no such meeting to read"
    assert refused in words(open_page("nobody", "meeting", meeting=CODE))
    press(open_page("Sofia", "meeting", meeting=CODE), "Close the meeting")
    assert refused in words(open_page("nobody", "meeting", meeting=CODE))
    press(open_page("Sofia", "meeting", meeting=CODE), "Publish the meeting")
    app = open_page("nobody", "meeting", meeting=CODE)
    assert "closed, published" in words(app)
    assert f"Changed since the meeting of {day(YESTERDAY)}" in words(app)
    assert not {"Close the meeting", "Write it down"} & {button.label for button in app.button}
    assert "Consortium in autumn" in words(open_page("nobody", "meeting"))
    for step in ("", "E1", "end"):  # nobody writes any more, the Secretariat neither
        app = open_page("Sofia", "meeting", meeting=CODE, step=step)
        assert not app.exception
        assert not {fold.label for fold in app.expander} & {"Decide", "Follow up"}


@pytest.mark.parametrize("name", ["nobody", "Sam"])
def test_the_form_is_for_those_who_hold_meetings(open_page: Open, name: str) -> None:
    app = open_page(name, "meeting", meeting="new")
    assert not app.exception
    assert not [field for field in app.text_input if "meeting" in str(field.key)]
    assert "Ask the Secretariat" in words(app)


def test_what_was_opened_is_not_arranged_again_and_an_earlier_day_only_shows(
    open_page: Open,
) -> None:
    code = hold(TODAY)
    for parameters in ({"step": "change"}, {"as_of": f"{YESTERDAY}", "step": "change"}):
        app = open_page("Sofia", "meeting", meeting=code, **parameters)
        assert not app.exception
        assert not [field for field in app.text_input if "meeting_title" in str(field.key)]
        assert "Open the meeting" not in {button.label for button in app.button}
    assert f"as it stood on {day(YESTERDAY)}" in words(app)


def test_a_cancelled_meeting_leaves_the_list(open_page: Open) -> None:
    arrange(open_page)
    app = open_page("Sofia", "meeting", folds="meeting_cancel_fold", meeting=CODE)
    fill(app, meeting_cancel_why="No quorum")
    [button] = [one for one in app.button if str(one.key) == "meeting_cancel"]
    button.click().run()
    assert "Consortium in autumn" not in words(open_page("Sofia", "meeting"))
