"""Figures that could be counted: suggested where none stands, and confirmed by a person."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.activities import activities, twins
from store.activities.activity_draft import ActivityDraft
from store.figures import actions
from store.ground.errors import ConflictError, NotAllowedError
from store.models import Activity, ActivityKind, ActivityState, EventType, RoleKind
from store.reporting import suggestions
from store.reporting.suggestions import Suggestion
from store.rights.rights import Actor, Grant
from tests.store.activities import pairs
from tests.store.writing import ANA, BO, draft, on_top

TODAY = dt.date(2026, 3, 2)
AFRICA = Actor("Remy", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D2", "R-AFR"),))
EUROPE = Actor("Emil", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D2", "R-EUR"),))


def hold(
    session: Session, title: str, *, year: int = 2025, state: ActivityState = ActivityState.DONE
) -> Activity:
    """A regional meeting in Nairobi."""
    start = dt.date(year, 5, 12)
    row = ActivityDraft(
        code=f"00000000-0000-0000-0000-{title:0>12}",
        kind=ActivityKind.EVENT,
        event_type=EventType.REGIONAL_MEETING,
        title=title,
        objectives=["A4", "D2"],
        place_code="KEN",
        place_name="Nairobi",
        starts_on=start,
        state=state,
        known_on=max(start, TODAY),
    )
    return activities.report(session, ANA, row)


def africa(session: Session, indicator: str = "D2-meetings", year: int = 2025) -> list[Suggestion]:
    """What is suggested for Africa."""
    return [
        one
        for one in suggestions.suggested(session, TODAY)
        if (one.indicator_code, one.place_code, one.year) == (indicator, "R-AFR", year)
    ]


def test_meetings_held_are_counted_for_their_region_and_year(shared: sa.Engine) -> None:
    with Session(shared) as session:
        assert africa(session) == []
        hold(session, "First")
        hold(session, "Second")
        hold(session, "Cancelled", state=ActivityState.STOPPED)
        hold(session, "Next", year=2026, state=ActivityState.PLANNED)
        for indicator in ("D2-meetings", "A4-meetings", "A4-global-meetings"):
            [one] = africa(session, indicator)
            assert one.figure == 2
            assert set(one.counted) == {"First, Nairobi", "Second, Nairobi"}
        assert africa(session, year=2026) == []


def test_nothing_is_suggested_that_stands_already(shared: sa.Engine) -> None:
    with Session(shared) as session:
        told = {one.indicator_code for one in suggestions.suggested(session, TODAY)}
    assert told == {"A4-meetings", "A4-global-meetings"}  # every counted D2 figure was published


def test_a_confirmed_suggestion_is_a_figure_that_waits_for_approval(shared: sa.Engine) -> None:
    with Session(shared) as session:
        hold(session, "First")
        [one] = africa(session)
        with pytest.raises(NotAllowedError):
            suggestions.confirm(session, EUROPE, one)
        row = suggestions.confirm(session, AFRICA, one)
        assert (row.value, row.qualifier, row.reporter) == (1, "at least", "Remy")
        assert row.note == "First, Nairobi"
        assert africa(session) == []
        assert suggestions.confirm(session, AFRICA, one) == row
        with pytest.raises(ConflictError):
            suggestions.confirm(session, ANA, one)
        actions.approve(session, BO, row, TODAY)
        hold(session, "Second")
        [more] = africa(session)
        assert (more.figure, more.head) == (2, row)
        assert suggestions.confirm(session, AFRICA, more).supersedes_id == row.id


def test_a_higher_figure_stands_for_the_register_may_lack_a_meeting(shared: sa.Engine) -> None:
    with Session(shared) as session:
        hold(session, "First")
        year = {"period_start": dt.date(2025, 1, 1), "period_end": dt.date(2025, 12, 31)}
        form = draft(indicator_code="D2-meetings", place_code="R-AFR", value=3, **year)
        actions.report(session, ANA, on_top(session, form))
        assert africa(session) == []


def test_an_active_municipality_counts_its_country_for_f1(shared: sa.Engine) -> None:
    with Session(shared) as session:
        pair, sides = pairs.pair(state="active", since=dt.date(2026, 1, 5)), pairs.sides()
        twins.report(session, ANA, pair, sides)
        told = [one for one in suggestions.suggested(session, TODAY) if one.place_code == "BEN"]
        assert [(one.indicator_code, one.figure, one.year) for one in told] == [
            ("F1-countries", 1, 2026)
        ]
        suggestions.confirm(session, ANA, told[0])
        assert "BEN" not in {one.place_code for one in suggestions.suggested(session, TODAY)}
