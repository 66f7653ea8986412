"""The review queue: what a figure replaces, many at once, and what changed meanwhile."""

import datetime as dt
import re
from typing import Any

import pytest
from sqlmodel import select
from streamlit.testing.v1 import AppTest

from components.language.text import number
from store.figures import actions
from store.figures.draft import MeasurementDraft
from store.models import Measurement, Person, Place, PlaceKind, RoleKind
from store.people import roles
from store.reporting import waiting
from store.rights.rights import Actor, Grant
from tests.budgets import BUDGETS
from tests.pages.acting import TODAY, Open, done, press, writing
from tests.pages.test_budgets import cost
from tests.pages.words import words

OFFICE = (Grant(RoleKind.SECRETARIAT),)
REPORTER, REVIEWER = Actor("person 901", OFFICE), Actor("person 902", OFFICE)
YEAR = TODAY.year - 1
MANY = 2_000


def report(year: int = YEAR, by: Actor = REPORTER, **content: Any) -> int:
    """Report a figure beside the app, over what stands in its slot; its number."""
    usual: dict[str, Any] = {
        "indicator_code": "D4-signed",
        "place_code": "WLD",
        "period_start": dt.date(year, 12, 31),
        "period_end": dt.date(year, 12, 31),
        "source_title": "Register of agreements",
        "reason": "Counted anew",
    }
    draft = MeasurementDraft.model_validate(usual | content)
    with writing() as session:
        head = actions.slot_head(session, *draft.slot)
        draft = draft.model_copy(update={"corrects": head.id if head else None})
        return actions.report(session, by, draft).id or 0


def approve(measurement_id: int) -> None:
    """Approve a figure beside the app."""
    with writing() as session:
        row = session.get_one(Measurement, measurement_id)
        actions.approve(session, REVIEWER, row, TODAY)


BOX = re.compile(r'<input type="checkbox" value="(\d+)"')


def offered(app: AppTest) -> list[str]:
    """The numbers of the figures that the list offers to tick."""
    return [number for html in app.get("html") for number in BOX.findall(html.proto.body)]


def tick_all(app: AppTest) -> AppTest:
    """Tick all figures shown, as the page's script tells it to the form."""
    [field] = [field for field in app.text_input if str(field.key).startswith("review_ticks")]
    field.set_value(" ".join(offered(app)))
    return app


def comment_on(app: AppTest, words_typed: str) -> None:
    """Type the comment; a form sends it with the next press."""
    [field] = [field for field in app.text_input if str(field.key).startswith("review_comment")]
    field.set_value(words_typed)


def test_a_correction_is_compared_with_what_it_replaces(open_page: Open) -> None:
    approve(report(YEAR - 1, value=36))
    approve(report(value=42))
    number = report(value=40)
    app = open_page("Sofia", "queue", figure=str(number))
    said = " ".join(words(app).replace("\u00a0", " ").split())
    assert "42 partnerships → 40 partnerships correction, −2" in said
    assert "Stood before 42 partnerships; −2 now" in said
    assert f"36 partnerships, 31 December {YEAR - 1}; +4 since" in said


def test_a_correction_of_what_was_never_approved_replaces_the_approved_one(open_page: Open) -> None:
    approve(report(value=42))
    report(value=50)
    report(value=40)
    said = words(open_page("Sofia", "queue")).replace("\u00a0", " ")
    assert "42 partnerships; −2 now" in said


def test_all_shown_are_chosen_and_approved_by_two_presses(open_page: Open) -> None:
    for year in range(YEAR - 3, YEAR + 1):
        report(year, value=40)
    app = open_page("Sofia", "queue")
    assert len(offered(app)) == 4
    assert "4 figures approved." in done(press(tick_all(app), "Approve the ticked"))
    assert [title.value for title in app.title] == ["Review: no figure waits"]


def test_figures_are_chosen_by_indicator_and_by_what_was_sent_together(open_page: Open) -> None:
    for place in ("KEN", "BEN"):
        report(indicator_code="A1-parties", place_code=place, value=1)
    report(value=40)
    app = open_page("Sofia", "queue", of="D4-signed")
    assert len(offered(app)) == 1
    [choice] = [box for box in app.selectbox if box.key == "choice_of"]
    assert any("sent together" in option and "(3)" in option for option in choice.options)
    assert len(offered(open_page("Sofia", "queue", of="A1"))) == 2


def test_a_figure_corrected_while_it_was_ticked_is_named_and_the_others_approved(
    open_page: Open,
) -> None:
    report(YEAR - 1, value=36)
    report(value=42)
    app = tick_all(open_page("Sofia", "queue"))
    newer = report(value=40)
    said = done(press(app, "Approve the ticked"))
    assert "1 figure approved." in said
    [news] = [box.value for box in app.warning]
    assert f"31 December {YEAR}" in news
    assert "42 partnerships → 40 partnerships" in news.replace("\u00a0", " ")
    assert offered(app) == [str(newer)]


def test_what_cannot_be_approved_is_named_and_stays(open_page: Open) -> None:
    with writing() as session:
        [sofia] = session.exec(select(Person).where(Person.name == "Sofia"))
        herself = roles.actor_of(session, sofia, TODAY)
    report(YEAR - 1, value=36)
    report(value=42, by=herself)
    app = tick_all(open_page("Sofia", "queue"))
    approved, refused = done(press(app, "Approve the ticked"))
    assert approved == "1 figure approved."
    assert f"31 December {YEAR}" in refused
    assert "Nobody approves their own figure" in refused
    assert len(offered(app)) == 1


@pytest.mark.parametrize("comment", ["", "---"])
def test_a_figure_is_returned_only_with_a_comment_that_says_something(
    open_page: Open, comment: str
) -> None:
    report(value=42)
    app = tick_all(open_page("Sofia", "queue"))
    comment_on(app, comment)
    [refusal] = done(press(app, "Return the ticked"))
    assert "Say it in words in “Comment, needed to return”" in refusal
    comment_on(app, "Which register?")
    assert "1 figure returned." in done(press(app, "Return the ticked"))


def test_one_is_returned_with_a_comment_and_the_next_is_shown(open_page: Open) -> None:
    first, second = report(YEAR - 1, value=36), report(value=42)
    app = open_page("Sofia", "queue", figure=str(first))
    app.text_input(key=f"review_why_{first}").set_value("Which register?")  # in a form
    assert "1 figure returned." in done(press(app, "Return it"))
    assert app.query_params["figure"] == str(second)
    assert [button.key for button in app.button if button.label == "Approve"] == [
        f"review_approve_{second}"
    ]


def test_the_effect_on_verdicts_is_told_before_approval(open_page: Open) -> None:
    report(indicator_code="E1-operators", value=3000)
    app = open_page("Sofia", "queue")
    said = words(app)
    assert "If you approve" in said
    assert "Goal E" in said
    assert "The whole plan" in said
    assert "outside" in said
    said = words(press(tick_all(app), "What would change?"))
    assert "If approved" in said
    assert "E · " in said


def test_who_may_not_review_reads_and_has_nothing_to_tick(open_page: Open) -> None:
    report(value=42)
    app = open_page("Sam", "queue")
    assert "Register of agreements" in words(app)
    assert offered(app) == []
    assert not [button for button in app.button if "Approve" in button.label]


def test_two_thousand_waiting_figures_cost_a_page_no_more_than_twice_the_overview(
    open_page: Open,
) -> None:
    years = range(2015, YEAR + 1)
    with writing() as session:
        countries = select(Place.code).where(Place.kind == PlaceKind.COUNTRY).order_by(Place.code)
        usual = {"indicator_code": "A1-parties", "value": 1, "source_title": "Register"}
        drafts = [
            MeasurementDraft.model_validate(
                usual
                | {"place_code": code, "period_start": dt.date(year, 12, 31)}
                | {"period_end": dt.date(year, 12, 31)}
            )
            for code in session.exec(countries).all()
            for year in years
        ]
        actions.report_all(session, REPORTER, drafts[:MANY])
    app = open_page("Sofia", "queue")
    assert [title.value for title in app.title] == [f"Review: {number(MANY)} figures wait"]
    assert len(offered(app)) == 25
    elements, kb = cost(app)
    most = BUDGETS["overview"]
    assert elements <= 2 * most.elements
    assert kb <= 2 * most.kb
    with writing() as session:
        asked = waiting.numbers(session, REVIEWER, skipped=59, most=1)[0]
    app = open_page("Sofia", "queue", figure=str(asked))
    assert f"Rows 51 to 75 of {number(MANY)}." in words(app)
    assert f"60 of {number(MANY)} · A1" in words(app)
    assert [len(offered(app)), str(asked) in offered(app)] == [25, True]
