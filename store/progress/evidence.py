"""What is known on the as-of date: readings in order, the baseline in use, the active target.

Later readings do not exist here, and nothing is filled in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from store.progress.figures import Figure
from store.progress.indicator import (
    PLAN_START,
    Basis,
    Indicator,
    Kind,
    Observation,
    Range,
    Target,
)
from store.progress.parameters import Parameters, exceeds, reaches
from store.progress.readings import Reading, in_order, running_total, speaking
from store.progress.way import Point, Way
from store.progress.years import Moment, as_year

# Baseline rows say 2019, 2021 or 2022 above columns headed 2020: the line starts in 2020.
PLAN_START_SLACK = 2


@dataclass(frozen=True)
class Evidence:
    """An indicator with the readings known on the as-of date.

    `is_silenced`: the newest year of a rate is silent, and hides what came before it;
    `falls`: a running total certainly fell; `is_recorded`: there is a figure of any kind.
    """

    indicator: Indicator
    as_of: float
    readings: tuple[Reading, ...]
    parameters: Parameters
    is_recorded: bool = False
    is_silenced: bool = False
    falls: bool = False

    @property
    def newest(self) -> Reading:
        """The reading the verdict is about."""
        return self.readings[-1]

    @cached_property
    def active(self) -> Target | None:
        """The target the verdict is about."""
        return self.indicator.active_target(self.as_of)

    @cached_property
    def target(self) -> float | None:
        """The weakest bound of the active target."""
        return self.active.weakest(self.indicator.better) if self.active else None

    @property
    def baseline_range(self) -> Range | None:
        """The plan's baseline where it names two different bounds."""
        planned = self.indicator.baseline
        return planned if isinstance(planned, Range) and planned.low != planned.high else None

    @cached_property
    def late_baseline(self) -> Reading | None:
        """Without a baseline in the plan: the first exact, dated figure, once another follows.

        Source: data/METHODS.md#missing-baseline
        """
        if self.indicator.baseline is not None:
            return None
        serves = (
            reading
            for reading in self.readings
            if reading.figure.is_exact
            and reading.is_dated(self.parameters)
            and reaches(reading.at, PLAN_START - PLAN_START_SLACK)
        )
        first = next(serves, None)
        return first if first is not None and first is not self.newest else None

    @cached_property
    def origin(self) -> Point | None:
        """Start and level of the baseline in use."""
        planned = self.indicator.baseline
        if planned is not None:
            level = planned.middle if isinstance(planned, Range) else planned
            return self.start, level
        late = self.late_baseline
        return None if late is None else (self.start, late.figure.low)

    @cached_property
    def start(self) -> float:
        """The year the line starts in."""
        late = self.late_baseline
        return (
            start_year(self.indicator.baseline_year) if late is None else max(PLAN_START, late.at)
        )

    @property
    def is_observed(self) -> bool:
        """Whether the baseline in use is a figure, not a coding."""
        coded = self.indicator.baseline is not None and self.indicator.basis is Basis.CODED
        return self.origin is not None and not coded

    @cached_property
    def way(self) -> Way | None:
        """The expected line up to the active target; None without baseline or target."""
        return None if self.origin is None else self.way_from(self.origin[1])

    def way_from(self, level: float) -> Way | None:
        """The expected line from another starting level; None without a target."""
        active, target = self.active, self.target
        if active is None or target is None:
            return None
        stops = sorted(self.indicator.targets, key=lambda target: target.year)
        levels = [(float(stop.year), stop.weakest(self.indicator.better)) for stop in stops]
        between = [
            (year, level)
            for year, level in levels
            if level is not None and self.start < year < active.year
        ]
        return Way(((self.start, level), *between, (float(active.year), target)))

    @property
    def is_kept(self) -> bool:
        """Whether the baseline already meets the target, so the task is to keep it."""
        return self.way is not None and is_kept(self.indicator, self.way)

    @cached_property
    def since_start(self) -> tuple[Reading, ...]:
        """The readings that speak of a time after the start."""
        return tuple(reading for reading in self.readings if exceeds(reading.last, self.start))

    def is_contradicted(self) -> bool:
        """Whether a total is certainly below a coded baseline."""
        if self.indicator.kind is not Kind.CUMULATIVE or self.origin is None or self.is_observed:
            return False
        span = self.baseline_range
        level = self.origin[1] if span is None else min(span.low, span.high)
        return any(exceeds(level, reading.figure.high) for reading in self.since_start)

    def baseline_figure(self) -> Figure | None:
        """The observed baseline as a figure."""
        if not self.is_observed or self.origin is None:
            return None
        span = self.baseline_range
        if span is not None:
            return Figure(min(span.low, span.high), max(span.low, span.high))
        return Figure(self.origin[1], self.origin[1])


def gather(
    indicator: Indicator, observations: Iterable[Observation], as_of: Moment, parameters: Parameters
) -> Evidence:
    """Keep what was known on the as-of date and says something."""
    today = as_year(as_of)
    every = in_order(observations, today)
    readings = speaking(every, indicator.limits)
    is_silent = bool(every) and (not readings or every[-1] is not readings[-1])
    if indicator.kind is Kind.RATE and is_silent:
        hidden = bool(readings)
        return Evidence(indicator, today, (), parameters, hidden, is_silenced=hidden)
    evidence = Evidence(indicator, today, readings, parameters, bool(readings))
    if indicator.kind is not Kind.CUMULATIVE:
        return evidence
    start = evidence.baseline_figure()
    floor = None if start is None or evidence.late_baseline else (evidence.start, start.low)
    total = running_total(readings, floor)
    return Evidence(indicator, today, total.readings, parameters, bool(readings), falls=total.falls)


def start_year(baseline_year: float) -> float:
    """Give the year the line starts in.

    Source: data/METHODS.md#time
    """
    near = abs(baseline_year - PLAN_START) <= PLAN_START_SLACK
    return PLAN_START if near else float(baseline_year)


def is_kept(indicator: Indicator, way: Way) -> bool:
    """Whether the way's start already meets its end."""
    return reaches(indicator.sign * (way.baseline - way.target), 0)
