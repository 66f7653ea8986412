"""What lies between a figure and what was due, in words; and what a chart of it finds."""

from math import ceil, floor

from components.language.text import _, _n, computed, percent
from components.look import isolation
from components.wording.figures import in_unit
from store.figures.typed import is_in_percent
from store.models import Indicator, UnitType
from store.progress import Better, Kind
from store.progress.status import MET
from store.standing import IndicatorStanding

TINY = 1e-6  # of the unit: less is a rounding error


def gap(standing: IndicatorStanding) -> float | None:
    """How much the last figure falls short of what was due on its date; negative where ahead.

    Unit: the indicator's own. None where no one value is judged against a path.
    """
    card = standing.assessment
    if card.value is None or card.low is not None or card.expected_value is None:
        return None
    sign = -1 if standing.indicator.better == Better.LOWER else 1
    return sign * (card.expected_value - card.value)


def steps(standing: IndicatorStanding) -> float | None:
    """How many whole things or levels are missing to what was due; None where parts count."""
    card, indicator = standing.assessment, standing.indicator
    if card.steps_short is not None:
        return card.steps_short
    short = gap(standing)
    if short is None or indicator.unit_type not in (UnitType.INTEGER, UnitType.LEVEL):
        return None
    return max(0, ceil(short - TINY))


def is_short(standing: IndicatorStanding) -> bool:
    """Whether the last figure lies below what was due, counted in whole steps where those count."""
    short = gap(standing)
    if short is None or standing.assessment.status in MET:
        return False
    return short > TINY and steps(standing) != 0


@isolation.words
def shortfall(standing: IndicatorStanding) -> str:
    """The gap in a chart, beside its line: "11.5 points short"; "" where nothing is short."""
    if not is_short(standing):
        return ""
    return _("{amount} short", amount=_missing(standing))


@isolation.words
def finding(standing: IndicatorStanding) -> str:
    """What the chart of an indicator shows, as its title."""
    named = {"indicator": standing.indicator.name}
    if standing.assessment.status in MET:
        return _("{indicator}: the target is reached", **named)
    short = gap(standing)
    if short is None:
        return _open_finding(standing)
    if is_short(standing):
        return _("{indicator}: {amount} short of what was due", amount=_missing(standing), **named)
    ahead = _ahead(standing.indicator, -short)
    if not ahead:
        return _("{indicator}: as much as was due", **named)
    return _("{indicator}: {amount} more than was due", amount=ahead, **named)


def _missing(standing: IndicatorStanding) -> str:
    whole = steps(standing)
    return amount(standing.indicator, gap(standing) or 0.0 if whole is None else whole)


def _ahead(indicator: Indicator, more: float) -> str:
    """By how much a figure exceeds what was due; "" where that is less than can be said."""
    is_whole = indicator.unit_type in (UnitType.INTEGER, UnitType.LEVEL)
    counted = floor(more + TINY) if is_whole else round(more, 1)
    return amount(indicator, counted) if counted > 0 else ""


def amount(indicator: Indicator, size: float) -> str:
    """A difference in the indicator's unit; of shares in points."""
    if is_in_percent(indicator):
        return _n("{count} point", "{count} points", round(size, 1))
    if indicator.kind == Kind.MILESTONE:
        return _n("{count} level", "{count} levels", size)
    return in_unit(indicator, size, computed(size))


def _open_finding(standing: IndicatorStanding) -> str:
    """Of a range both its ends; else the bare name."""
    low, high = standing.assessment.ends
    if low.progress is None or high.progress is None or low.expected is None:
        return standing.indicator.name
    return _(
        "{indicator}: {low} to {high} of the way, where {due} was due",
        indicator=standing.indicator.name,
        low=percent(low.progress),
        high=percent(high.progress),
        due=percent(low.expected),
    )
