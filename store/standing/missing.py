"""Which evidence of an indicator is missing: of which day or year, and at which places."""

import datetime as dt
from collections.abc import Iterator

from store import progress
from store.models import Indicator, ReportedBy, RollUp
from store.models.places import REGIONS, WORLD
from store.progress import Kind, Qualifier, Status
from store.standing.answers import START, Need, Question, main_need
from store.standing.cards import IndicatorStanding, active_horizon

_PLACES = tuple(f"R-{region}" for region in REGIONS)


def missing(part: IndicatorStanding, as_of: dt.date) -> Iterator[Question]:
    """Every question that could be put about a part without a single verdict."""
    indicator, horizon = part.indicator, active_horizon(as_of)
    status = part.assessment.status
    if status not in (Status.NOT_ENOUGH_DATA, Status.RANGE):
        return
    year = _asked_year(part, as_of)
    yield _figure(part, main_need(indicator), year, as_of)
    if part.baseline is None and indicator.kind != Kind.MILESTONE and year > START:
        yield _figure(part, Need.START, START, as_of)
    if part.target(horizon) is None:
        day = dt.date(horizon, 12, 31)
        yield Question(indicator, Need.TARGET, horizon, ((WORLD, day),))


def _asked_year(part: IndicatorStanding, as_of: dt.date) -> int:
    """The last year that all places can have counted; the running one for what is newer."""
    calendar, _ = progress.reference_year(as_of)
    newest = max(
        (progress.as_year(one.last) for one in part.observations.get(WORLD, ())), default=calendar
    )
    if part.indicator.kind == Kind.RATE:
        return int(newest) if calendar - 1 <= newest else calendar
    return as_of.year if newest > calendar else calendar


def _figure(part: IndicatorStanding, need: Need, year: int, as_of: dt.date) -> Question:
    indicator = part.indicator
    day = min(dt.date(year, 12, 31), as_of)
    days = [day.replace(year=year - back) for back in range(indicator.window_years - 1, -1, -1)]
    slots = [
        (place, one)
        for one in days
        for place in _asked_places(indicator)
        if not _has_spoken(part, place, one, need)
    ]
    return Question(indicator, need, year, tuple(slots) or ((WORLD, day),))


def _asked_places(indicator: Indicator) -> tuple[str, ...]:
    """The regions where they report it and it adds up; a number of countries is the world's."""
    is_regional = indicator.reported_by == ReportedBy.REGION and indicator.roll_up != RollUp.NONE
    return _PLACES if is_regional else (WORLD,)


def _has_spoken(part: IndicatorStanding, place: str, day: dt.date, need: Need) -> bool:
    """Whether an exact figure of the place counts on the day."""
    is_yearly = part.indicator.kind == Kind.RATE or need is Need.START
    limit = part.indicator.stale_after_years or progress.DEFAULT.stale_after_years
    return any(
        reading.place_code == place
        and reading.figure is not None
        and reading.qualifier == Qualifier.EXACT
        and 0 <= day.year - reading.period_end.year <= (0 if is_yearly else limit)
        for reading in part.readings
    )
