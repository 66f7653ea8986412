"""Whether a figure can be one: every rule, its edge, and the sentence that names what to change."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from store.figures import actions, judgement, periods
from store.figures.draft import MeasurementDraft
from store.ground.clock import LAUNCH
from store.ground.errors import ConflictError, InvalidMeasurementError
from store.models import Indicator, Measurement
from tests.store.writing import ANA, BO, draft

pytestmark = pytest.mark.same_sql

TODAY = dt.date(2026, 3, 2)
LAST_DAY = dt.date(2025, 12, 31)
BEFORE = "is before the Initiative, which began in 2015"
ACCOUNTS = (
    "is counted by calendar years, 1 January to 31 December. A year of accounts that begins on"
    " another day cannot be used: it would count for two years."
)


def told(engine: sa.Engine, **content: Any) -> dict[str, str]:
    """Everything that is wrong with a figure, by field."""
    with Session(engine) as session:
        form = draft(**content)
        indicator = session.get_one(Indicator, form.indicator_code)
        found = judgement.problems(indicator, form, TODAY)
    return {one.field: str(one.message) for one in found}


def within(start: dt.date, end: dt.date) -> dict[str, dt.date]:
    """A period."""
    return {"period_start": start, "period_end": end}


YEAR = within(dt.date(2025, 1, 1), LAST_DAY)


@pytest.mark.parametrize(
    ("content", "field", "sentence"),
    [
        ({"value": 10_001}, "value", "no figure of it is beyond 10000. Look at the unit"),
        ({"value": 1e30}, "value", "no figure of it is beyond 10000"),
        (
            {"indicator_code": "F2-growth", "value": 10_001, **YEAR},
            "value",
            "no figure of it is beyond 10000. Look at the unit, % a year",
        ),
        (
            {"indicator_code": "B3-regions", "place_code": "R-AFR", "value": 5},
            "value",
            "is answered by yes or no here: give 1 or 0.",
        ),
        (
            {"indicator_code": "A1-members", "place_code": "KEN", "value": 100},
            "value",
            "is answered by yes or no here",
        ),
        (
            {"indicator_code": "A2-partners", "numerator": 1.5, "denominator": 3},
            "numerator",
            "A share is a count of a count: give whole numbers.",
        ),
        (
            {"indicator_code": "A2-partners", "numerator": 1, "denominator": 1e11},
            "denominator",
            "too large to be a count",
        ),
        ({"indicator_code": "A2-mechanism", "level": 3}, "source_link", "link to its evidence"),
        ({"source_title": ""}, "source_title", "Name the source"),
        ({"source_title": "n/a"}, "source_title", "Name the source"),
        ({"corrects": 1, "reason": "---"}, "reason", "Say why the figure is corrected."),
        ({"missing_reason": "#REF!"}, "missing_reason", "Say in words why there is no figure."),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    shared: sa.Engine, content: dict[str, Any], field: str, sentence: str
) -> None:
    problems = told(shared, **content)
    assert list(problems) == [field]
    assert sentence in problems[field]


@pytest.mark.parametrize(
    "content",
    [
        {"value": 10_000},
        {"indicator_code": "F2-growth", "value": -100, **YEAR},
        {"indicator_code": "B3-regions", "place_code": "R-AFR", "value": 0},
        {"indicator_code": "B3-regions", "value": 5},
        {"indicator_code": "A2-partners", "numerator": 1, "denominator": 3},
        {"indicator_code": "A2-mechanism", "level": 0, "source_link": "https://example.org"},
        {"missing_reason": "No register was kept", "source_title": ""},
        {"indicator_code": "A2-mechanism", "missing_reason": "Nobody could say"},
    ],
)
def test_what_can_be_is_not_complained_of(shared: sa.Engine, content: dict[str, Any]) -> None:
    assert told(shared, **content) == {}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-03-03", "2025"),
        ("2027-12-31", "2025"),
        ("2035-12-31", "2025"),
        ("2205-12-31", "2025"),
        ("0205-12-31", "2025"),
        ("2925-02-28", "2025"),
        ("1925-12-31", "2025"),
        ("2052-06-30", "2025"),
    ],
)
def test_a_day_that_cannot_be_names_the_year_that_was_meant(
    shared: sa.Engine, typed: str, meant: str
) -> None:
    day = dt.date.fromisoformat(typed)
    problems = told(shared, **within(day, day))
    assert set(problems) == {"period_start", "period_end"}
    why = "has not come yet: a figure tells what was" if day > TODAY else BEFORE
    assert set(problems.values()) == {f"{typed} {why}. Did you mean {meant}?"}


@pytest.mark.parametrize("typed", ["1492-10-12", "9999-12-31", "1789-07-14"])
def test_a_day_like_no_year_that_can_be_is_told_without_a_guess(
    shared: sa.Engine, typed: str
) -> None:
    day = dt.date.fromisoformat(typed)
    why = "has not come yet: a figure tells what was." if day > TODAY else f"{BEFORE}."
    assert set(told(shared, **within(day, day)).values()) == {f"{typed} {why}"}


def test_the_first_day_and_today_can_be(shared: sa.Engine) -> None:
    assert dt.date(2015, 1, 1) <= LAUNCH
    for day in (dt.date(2015, 1, 1), TODAY):
        assert told(shared, **within(day, day)) == {}
    for day in (dt.date(2014, 12, 31), TODAY + dt.timedelta(days=1)):
        assert set(told(shared, **within(day, day))) == {"period_start", "period_end"}


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        ("2024-07-01", "2025-06-30", ACCOUNTS),
        ("2024-04-06", "2025-04-05", ACCOUNTS),
        ("2025-12-31", "2025-12-31", "give one whole year, 1 January to 31 December"),
        ("2025-01-01", "2025-06-30", "give one whole year, 1 January to 31 December"),
        ("2024-01-01", "2025-12-31", "give one whole year, 1 January to 31 December"),
    ],
)
@pytest.mark.parametrize("code", ["A2-supported", "D2-meetings"])
def test_a_yearly_rate_takes_one_calendar_year(
    shared: sa.Engine, code: str, start: str, end: str, sentence: str
) -> None:
    period = {"period_start": start, "period_end": end}
    problems = told(shared, indicator_code=code, place_code="R-AFR", value=1, **period)
    assert list(problems) == ["period_end"]
    assert sentence in problems["period_end"]
    assert told(shared, indicator_code=code, place_code="R-AFR", value=1, **YEAR) == {}


def test_a_level_takes_a_bracket_of_two_years_at_most(shared: sa.Engine) -> None:
    assert told(shared, **within(dt.date(2024, 1, 1), LAST_DAY)) == {}
    [sentence] = told(shared, **within(dt.date(2023, 12, 29), LAST_DAY)).values()
    assert sentence.endswith(
        "is the state on a day: give the day, or the days between which it was, two years at most."
    )


def test_everything_that_is_shipped_or_invented_can_be(shared: sa.Engine, demo_store: Any) -> None:
    today = dt.date(2026, 11, 30)
    for engine in (shared, sa.create_engine(f"sqlite:///{demo_store}")):
        with Session(engine) as session:
            rows = session.exec(
                select(Measurement, Indicator).join(
                    Indicator, col(Indicator.code) == col(Measurement.indicator_code)
                )
            ).all()
            wrong = [
                (row.slot, str(one.message))
                for row, indicator in rows
                for one in judgement.problems(indicator, draft_of(row), today)
            ]
        assert len(rows) >= 28
        assert wrong == []


def draft_of(row: Measurement) -> MeasurementDraft:
    """What was sent of a figure of the ledger."""
    sent = row.model_dump(include=set(MeasurementDraft.model_fields))
    return MeasurementDraft.model_validate(sent | {"corrects": row.supersedes_id})


def test_nothing_is_reported_that_cannot_be(filled: sa.Engine) -> None:
    with Session(filled) as session:
        with pytest.raises(InvalidMeasurementError) as refusal:
            actions.report(session, ANA, draft(value=1e30))
        assert refusal.value.field == "value"
        day = dt.date(2205, 12, 31)
        with pytest.raises(InvalidMeasurementError, match="has not come yet"):
            actions.report(session, ANA, draft(**within(day, day)))


def test_a_figure_sent_twice_is_there_once_as_long_as_it_stands(filled: sa.Engine) -> None:
    with Session(filled) as session:
        first = actions.report(session, ANA, draft(value=7))
        assert actions.report(session, ANA, draft(value=7)) == first
        with pytest.raises(ConflictError):
            actions.report(session, BO, draft(value=7))
        with pytest.raises(ConflictError):
            actions.report(session, ANA, draft(value=8))
        second = actions.report(session, ANA, draft(value=8, corrects=first.id))
        with pytest.raises(ConflictError):
            actions.report(session, ANA, draft(value=7))
        again = actions.report(session, ANA, draft(value=7, corrects=second.id))
        assert (again.revision, again.value) == (2, 7)


def test_two_figures_of_one_slot_are_not_reported_at_once(filled: sa.Engine) -> None:
    with (
        Session(filled) as session,
        pytest.raises(
            ConflictError, match="Two of these figures are about the same period; send one"
        ),
    ):
        actions.report_all(session, ANA, [draft(value=7), draft(value=8)])


@given(
    st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)),
    st.dates(dt.date(2016, 1, 1), dt.date(2099, 12, 31)),
)
def test_a_guessed_year_is_one_in_which_the_day_can_be(day: dt.date, today: dt.date) -> None:
    indicator = Indicator.model_construct(kind="stock", name="Things")
    form = MeasurementDraft.model_construct(period_start=day, period_end=day)
    for one in periods.problems(indicator, form, today):
        year = one.message.parameters.get("year")
        if year is not None:
            guessed = day.replace(year=int(str(year)), day=min(day.day, 28))
            assert periods.EARLIEST <= guessed <= today
