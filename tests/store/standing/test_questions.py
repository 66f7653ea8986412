"""What would open most: asked of the arithmetic, and true once the answers are entered."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.database import engine
from store.ledger.knowledge import Until
from store.models import UnitType
from store.models.places import REGIONS
from store.progress import Assessment, Kind, Status
from store.standing import IndicatorStanding, assess_plan
from store.standing.answers import Need, cards
from store.standing.missing import missing
from store.standing.questions import FirstQuestions, Opening, first_questions
from tests.components.wording.standings import indicator, standing, target
from tests.store.writing import publish

TODAY = dt.date(2026, 11, 29)
EVERY_REGION = tuple(f"R-{region}" for region in REGIONS)


@pytest.fixture(scope="module")
def shipped(real_store: Path) -> Iterator[sa.Engine]:
    """The shipped store, for tests that only read."""
    opened = engine.connect(f"sqlite:///{real_store}")
    yield opened
    opened.dispose()


@pytest.fixture
def own(filled_sqlite_url: str) -> Iterator[sa.Engine]:
    """The shipped store in a copy of the test's own."""
    opened = engine.connect(filled_sqlite_url)
    yield opened
    opened.dispose()


def part(baseline: float | None = 0, aim: float | None = 10, **content: Any) -> IndicatorStanding:
    """A part without any figure, from a baseline to a target."""
    return standing(
        Assessment(),
        indicator=indicator(**content),
        baseline=None if baseline is None else target(baseline, role="baseline", year=2020),
        targets=() if aim is None else (target(aim),),
    )


def opened(store: sa.Engine, plan: str, as_of: dt.date = TODAY) -> FirstQuestions:
    """What is asked first of the shipped store."""
    with Session(store) as session:
        return first_questions(assess_plan(session, plan, Until.day(as_of)))


def opening(found: FirstQuestions, code: str) -> Opening:
    """The questions about one objective."""
    return next(one for one in found.openings if one.code == code)


def asked(one: Opening) -> list[tuple[str, Need, int]]:
    """What is asked, in short."""
    return [(each.indicator.code, each.need, each.year) for each in one.questions]


@pytest.mark.parametrize(
    ("what", "needs"),
    [
        (part(), [Need.FIGURE]),
        (part(kind=Kind.RATE), [Need.COUNT]),
        (part(kind=Kind.MILESTONE, unit_type=UnitType.LEVEL, limit_high=5), [Need.LEVEL]),
        (part(baseline=None), [Need.FIGURE, Need.START]),
        (part(aim=None), [Need.FIGURE, Need.TARGET]),
    ],
)
def test_what_is_missing_follows_from_the_part(what: IndicatorStanding, needs: list[Need]) -> None:
    questions = list(missing(what, TODAY))
    assert [question.need for question in questions] == needs
    assert {question.year for question in questions} <= {2020, 2025, 2030}


def test_every_plausible_answer_is_tried_from_going_back_to_achieved() -> None:
    what = part(baseline=10, aim=100)
    found = {card.status for card in cards(what, list(missing(what, TODAY)), TODAY)}
    assert found >= {Status.REGRESSING, Status.OFF_TRACK, Status.ON_TRACK, Status.ACHIEVED}


def test_a_starting_value_alone_opens_nothing_where_nothing_else_is_known() -> None:
    what = part(baseline=None)
    start = [question for question in missing(what, TODAY) if question.need is Need.START]
    assert {card.status for card in cards(what, start, TODAY)} == {Status.NOT_ENOUGH_DATA}


def test_a_total_is_never_tried_below_what_it_reached(shipped: sa.Engine) -> None:
    with Session(shipped) as session:
        signed = assess_plan(session, "2020", Until.day(TODAY)).indicator("D4-signed")
    assert signed is not None
    figure = [one for one in missing(signed, TODAY) if one.need is Need.FIGURE]
    assert {card.value for card in cards(signed, figure, TODAY)} == {5.0, 10.0}


def test_regions_are_asked_each_where_their_figures_are_added_up(shipped: sa.Engine) -> None:
    helpdesk = opening(opened(shipped, "2022"), "B3")
    assert asked(helpdesk) == [("B3-regions", Need.FIGURE, 2025)]
    assert (helpdesk.questions[0].places, helpdesk.answers) == (EVERY_REGION, 5)


def test_parts_that_must_all_be_known_are_asked_together(shipped: sa.Engine) -> None:
    assert asked(opening(opened(shipped, "2022"), "B2")) == [
        ("B2-regions", Need.FIGURE, 2025),
        ("B2-review", Need.COUNT, 2025),
    ]


@pytest.mark.parametrize("plan", ["2022", "2020"])
def test_those_that_open_most_for_an_answer_come_first(shipped: sa.Engine, plan: str) -> None:
    found = opened(shipped, plan)
    answers = [one.answers for one in found.openings]
    assert answers[:9] == [1] * 9
    assert answers == sorted(answers)
    in_bands = {code for goal in found.goals for code in goal.band}
    assert {one.code for one in found.openings[:4]} <= in_bands


def test_nothing_is_asked_of_a_version_before_it_was_adopted(shipped: sa.Engine) -> None:
    assert opened(shipped, "2022", dt.date(2021, 6, 1)).openings == ()


def test_an_early_day_asks_for_the_year_that_was_over_then(shipped: sa.Engine) -> None:
    early = opened(shipped, "2022", dt.date(2023, 1, 1))
    years = {question.year for one in early.openings for question in one.questions}
    assert years == {2020, 2021}


def enter(store: sa.Engine, one: Opening, value: float) -> None:
    """Publish an answer to every question; a region's is its own."""
    for question in one.questions:
        unit = question.indicator.unit_type
        for place, day in question.slots:
            is_rate = question.indicator.kind == Kind.RATE
            content: dict[str, Any] = {"value": value}
            if unit == UnitType.LEVEL:
                content = {"value": None, "level": int(value)}
            publish(
                store,
                TODAY,
                indicator_code=question.indicator.code,
                place_code=place,
                period_start=day.replace(month=1, day=1) if is_rate else day,
                period_end=day,
                source_link="https://example.org/report",
                **content,
            )


@pytest.mark.parametrize(("code", "value"), [("A6", 0), ("B3", 1), ("B2", 0), ("A4", 1)])
def test_the_verdict_opens_once_the_answers_are_entered(
    own: sa.Engine, code: str, value: float
) -> None:
    enter(own, opening(opened(own, "2022"), code), value)
    with Session(own) as session:
        plan = assess_plan(session, "2022", Until.day(TODAY))
    after = plan.objective(code)
    assert after is not None
    assert after.status is not Status.NOT_ENOUGH_DATA
    assert code not in {one.code for one in first_questions(plan).openings}


def test_a_goal_has_its_band_once_its_objectives_have_a_verdict(own: sa.Engine) -> None:
    found = opened(own, "2022")
    goal = next(one for one in found.goals if one.goal.code == "E")
    for count, code in enumerate(goal.band, start=1):
        enter(own, opening(found, code), 3)
        with Session(own) as session:
            plan = assess_plan(session, "2022", Until.day(TODAY))
        gauge = next(one.gauge for one in plan.goals if one.code == "E")
        assert (gauge.band is not None) == (count == len(goal.band))
