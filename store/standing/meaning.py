"""What a figure of a day would be read as: the rules of the method, asked for every value.

Nothing is foretold and nothing assumed: where no value alone would be judged, there is no zone.
Source: data/METHODS.md#no-verdict
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from store import progress
from store.models import RollUp, UnitType
from store.models.places import WORLD
from store.progress import Kind, Status
from store.standing.answers import Question, kept, main_need, read_as
from store.standing.cards import IndicatorStanding
from store.standing.indicators import to_progress
from store.standing.method import Method

STEPS = 16  # values asked for between both ends, before the edges are looked for
CLOSE = 1e-3  # of the way: how exactly an edge between two statuses is found
BEYOND = 0.25  # of the way, beyond the baseline and the target

Read = Callable[[float], tuple[Status, Status]]


@dataclass(frozen=True, slots=True)
class Zone:
    """Values that one status, or one range of statuses, would be given.

    Unit:  `low` and `high` in the indicator's unit, both within it; the outermost zones go on.
    """

    low: float
    high: float
    statuses: tuple[Status, Status]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The zones of a figure for a day, or for the whole year that ends on it; the lowest first."""

    day: dt.date
    zones: tuple[Zone, ...]


def meaning(part: IndicatorStanding, as_of: dt.date) -> Meaning | None:
    """What one more figure would make of a part without a verdict; None where it alone opens none.

    Where each region has the target for its own, the figure is that of every region.
    """
    card = part.assessment
    if part.method is Method.FORMER or card.status is not Status.NOT_ENOUGH_DATA:
        return None
    if card.target is None or card.baseline is None:
        return None
    day = _day(part, as_of)
    question = Question(
        part.indicator,
        main_need(part.indicator),
        day.year,
        tuple((place, day) for place in _places(part)),
    )

    @cache
    def read(value: float) -> tuple[Status, Status]:
        return read_as(part, question, value, as_of).statuses

    zones = tuple(_zones(_values(part), read, _closeness(part)))
    known = [zone for zone in zones if zone.statuses[0] is not Status.NOT_ENOUGH_DATA]
    return Meaning(day, zones) if len(known) > 1 else None


def _day(part: IndicatorStanding, as_of: dt.date) -> dt.date:
    """The day itself; of what is counted by the year, the end of the last whole one."""
    if part.indicator.kind != Kind.RATE:
        return as_of
    return dt.date(progress.reference_year(as_of)[0], 12, 31)


def _places(part: IndicatorStanding) -> tuple[str, ...]:
    return tuple(part.regions) if part.indicator.roll_up == RollUp.MEAN else (WORLD,)


def _values(part: IndicatorStanding) -> list[float]:
    """Values from below the baseline to beyond the target, of the indicator's own kind."""
    measure = to_progress(part.indicator, part.plan_numbers)
    start, target = part.assessment.baseline or 0.0, part.assessment.target or 0.0
    first, last = start - BEYOND * (target - start), target + BEYOND * (target - start)
    spread = [first + step / STEPS * (last - first) for step in range(STEPS + 1)]
    return sorted({kept(measure, value) for value in (*spread, start, target)})


def _closeness(part: IndicatorStanding) -> float:
    """How far apart two values may lie that nothing lies between."""
    if part.indicator.unit_type in (UnitType.INTEGER, UnitType.LEVEL):
        return 1.0
    return CLOSE * abs((part.assessment.target or 0.0) - (part.assessment.baseline or 0.0))


def _zones(values: list[float], read: Read, close: float) -> Iterator[Zone]:
    low = values[0]
    for before, after in pairwise(values):
        if read(before) == read(after):
            continue
        end, start = _edge(before, after, read, close)
        yield Zone(low, end, read(low))
        low = start
    yield Zone(low, values[-1], read(low))


def _edge(before: float, after: float, read: Read, close: float) -> tuple[float, float]:
    """The last value of one zone and the first of the next, found by halving."""
    while after - before > close:
        middle = (before + after) / 2
        if close == 1.0:
            middle = float(int(middle))
        if read(middle) == read(before):
            before = middle
        else:
            after = middle
    return before, after
