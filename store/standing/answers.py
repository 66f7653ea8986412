"""What an indicator's card would say were missing evidence there, whatever its value.

Nothing is assumed about an answer: the arithmetic is asked for each of the values that stand for
all that are plausible, from below the baseline over the line to the target.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from math import floor

from store import progress
from store.models import Indicator, RollUp, UnitType
from store.models.places import WORLD
from store.progress import Assessment, Kind, Observation, Reason, Unit
from store.standing.cards import IndicatorStanding
from store.standing.indicators import to_progress
from store.standing.judging import judge
from store.standing.regions import mean_verdict

START = 2020
# A figure that contradicts what is known is no plausible answer.
_IMPOSSIBLE = frozenset({Reason.DATA_ERROR, Reason.BASELINE_CONTRADICTED})
_SHARES = (-0.1, 0.0, 0.5, 1.0)  # of the way from the baseline to the target, and the line
_STARTS = (0.0, 0.1, 0.5, 0.9, 1.0)  # of the target


class Need(StrEnum):
    """Which evidence is missing: an exact figure of a day, of a whole year, or something else."""

    FIGURE = "figure"
    COUNT = "count of a year"
    LEVEL = "level with a link"
    START = "value of 2020"
    TARGET = "target number"


@dataclass(frozen=True, slots=True)
class Question:
    """One piece of missing evidence: figures of an indicator for a year, at the places that owe it.

    `slots` are the places with the day or the whole years that are asked for; of a target number,
    the world and the target year.
    """

    indicator: Indicator
    need: Need
    year: int
    slots: tuple[tuple[str, dt.date], ...]

    @property
    def places(self) -> tuple[str, ...]:
        """Who has to say something."""
        return tuple(dict.fromkeys(place for place, _ in self.slots))


def cards(
    part: IndicatorStanding, asked: Sequence[Question], as_of: dt.date, *, twice: bool = False
) -> list[Assessment]:
    """The card for each plausible answer to all of these questions at once.

    `twice` adds the same value a year before. Empty where every answer contradicts what is known.
    """
    needs = {question.need: question for question in asked}
    measures = [to_progress(part.indicator, part.plan_numbers)]
    if Need.TARGET in needs:
        measures = list(_with_target(measures[0], part.indicator, needs[Need.TARGET].year))
    figures = [one for one in asked if one.need not in (Need.TARGET, Need.START)]
    found: list[Assessment] = []
    for measure in measures:
        target = _target(measure, as_of)
        starts = _starts(measure, target) if Need.START in needs else [None]
        for start in starts:
            given = [] if start is None else [(needs[Need.START], start)]
            values = [_values(measure, start, target, _moment(one), as_of) for one in figures]
            for answer in product(*values):
                answers = [*given, *zip(figures, answer, strict=True)]
                found.append(_card(part, measure, answers, as_of, twice=twice))
    return [card for card in found if card.reason not in _IMPOSSIBLE]


def read_as(
    part: IndicatorStanding, question: Question, value: float, as_of: dt.date
) -> Assessment:
    """The card were the question answered by one value."""
    measure = to_progress(part.indicator, part.plan_numbers)
    return _card(part, measure, [(question, value)], as_of, twice=False)


def _card(
    part: IndicatorStanding,
    measure: progress.Indicator,
    answers: Sequence[tuple[Question, float]],
    as_of: dt.date,
    *,
    twice: bool,
) -> Assessment:
    def seen(place: str) -> list[Observation]:
        new = [
            one
            for question, value in answers
            if place == WORLD or place in question.places
            for one in _observations(measure, question, value, twice=twice)
        ]
        return [*part.observations.get(place, ()), *new]

    if part.indicator.roll_up != RollUp.MEAN:
        return judge(measure, seen(WORLD), as_of)
    world = judge(measure, part.observations.get(WORLD, ()), as_of)
    regions = {code: judge(measure, seen(code), as_of) for code in part.regions}
    if world.reason is not Reason.NO_OBSERVATION:
        return world
    impossible = (card for card in regions.values() if card.reason in _IMPOSSIBLE)
    return next(impossible, None) or mean_verdict(world, measure, regions)


def _observations(
    measure: progress.Indicator, question: Question, value: float, *, twice: bool
) -> Iterator[Observation]:
    figure, moment = measure.figure(value), _moment(question)
    if twice and question.need is not Need.START:
        yield Observation(moment - 1, moment - 1, figure)
    yield Observation(moment, moment, figure)


def _moment(question: Question) -> float:
    return progress.as_year(max(day for _, day in question.slots))


def _target(measure: progress.Indicator, as_of: dt.date) -> float:
    active = measure.active_target(progress.as_year(as_of))
    return 0.0 if active is None else active.weakest(measure.better) or 0.0


def _with_target(
    measure: progress.Indicator, indicator: Indicator, year: int
) -> Iterator[progress.Indicator]:
    """The indicator with a target of each size that a plan may name."""
    is_bounded = indicator.unit_type in (UnitType.SHARE, UnitType.LEVEL)
    sizes = (0.5, 1.0) if is_bounded else (3.0, 40.0)
    scale = (measure.limits[1] or 1.0) if is_bounded else 1.0
    for size in sizes:
        target = progress.Target(year, size * scale, size * scale)
        yield replace(measure, targets=(*measure.targets, target))


def _starts(measure: progress.Indicator, target: float) -> list[float]:
    return list(dict.fromkeys(kept(measure, share * target) for share in _STARTS))


def _values(
    measure: progress.Indicator,
    start: float | None,
    target: float,
    moment: float,
    as_of: dt.date,
) -> list[float]:
    """Values below the baseline, at it, half-way, at the target and on the line."""
    origin = start
    if origin is None:
        planned = measure.baseline
        origin = planned.middle if isinstance(planned, progress.Range) else planned or 0.0
    active = measure.active_target(progress.as_year(as_of))
    year = active.year if active else moment
    due = (moment - START) / (year - START) if year > START else 1.0
    way = (target - origin) or target or 1.0
    return list(dict.fromkeys(kept(measure, origin + share * way) for share in (*_SHARES, due)))


def kept(measure: progress.Indicator, value: float) -> float:
    """A value of the indicator's own kind: whole where it counts, and within its limits."""
    low, high = measure.limits
    whole = float(floor(value)) if measure.unit is not Unit.CONTINUOUS else value
    above = whole if low is None else max(low, whole)
    return above if high is None else min(high, above)


def main_need(indicator: Indicator) -> Need:
    """What a figure of the indicator is: a level, the count of a year, or the figure of a day."""
    return {Kind.MILESTONE: Need.LEVEL, Kind.RATE: Need.COUNT}.get(indicator.kind, Need.FIGURE)
