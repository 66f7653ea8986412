"""What is known on the as-of date: readings in order, the baseline in use, the active target.

Later readings do not exist here, and nothing is filled in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from store.progress_1_0.indicator import PLAN_START, Indicator, Kind, Observation, Range, Target
from store.progress_1_0.parameters import ROUNDING
from store.progress_1_0.path import Point, Way
from store.progress_1_0.years import Moment, as_year

# Baseline rows say 2019, 2021 or 2022 above columns headed 2020: the line starts in 2020.
PLAN_START_SLACK = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """An indicator with the readings known on the as-of date.

    Unit:  readings are (year index, value), ascending, one per date.
    """

    indicator: Indicator
    as_of: float
    readings: tuple[Point, ...]

    @property
    def latest(self) -> Point:
        """Give the reading the verdict is about."""
        return self.readings[-1]

    @property
    def active(self) -> Target | None:
        """The target the verdict is about."""
        return self.indicator.active_target(self.as_of)

    @property
    def target(self) -> float | None:
        """The weakest bound of the active target."""
        return self.active.weakest(self.indicator.better) if self.active else None

    @property
    def baseline_range(self) -> Range | None:
        """The plan's baseline where it names two different bounds."""
        planned = self.indicator.baseline
        return planned if isinstance(planned, Range) and planned.low != planned.high else None

    @property
    def has_late_baseline(self) -> bool:
        """The plan has no baseline, and a second reading makes the first one serve."""
        return self.indicator.baseline is None and len(self.readings) > 1

    @property
    def origin(self) -> Point | None:
        """Start and level of the baseline in use.

        Source: data/METHODS_1_0.md#missing-baseline
        """
        planned = self.indicator.baseline
        if planned is None:
            return self.readings[0] if self.has_late_baseline else None
        level = planned.middle if isinstance(planned, Range) else planned
        return start_year(self.indicator.baseline_year), level

    @property
    def way(self) -> Way | None:
        """Give the expected line up to the active target; None without baseline or target."""
        active, origin = self.active, self.origin
        if active is None or origin is None:
            return None
        stops = sorted(self.indicator.targets, key=lambda target: target.year)
        levels = [(float(stop.year), stop.weakest(self.indicator.better)) for stop in stops]
        ahead = [
            (year, level)
            for year, level in levels
            if level is not None and (origin[0] < year < active.year or year == active.year)
        ]
        return Way((origin, *ahead)) if self.target is not None else None

    @property
    def points(self) -> tuple[Point, ...]:
        """The baseline and every reading after it; readings before the start are left out."""
        origin = self.origin
        if origin is None:
            return self.readings
        return (origin, *(reading for reading in self.readings if reading[0] > origin[0]))

    def total_falls(self) -> bool:
        """Report a running total that gets smaller, which only an error can do.

        A baseline range is contradicted only below its lower end.
        """
        if self.indicator.kind is not Kind.CUMULATIVE:
            return False
        counted = [value for _, value in self.points]
        if (span := self.baseline_range) is not None:
            counted[0] = min(span.low, span.high)
        every = [value for _, value in self.readings]
        return _falls(counted) or _falls(every)


def gather(indicator: Indicator, observations: Iterable[Observation], as_of: Moment) -> Evidence:
    """Keep what was known on the as-of date; of several readings of one date, the last given."""
    today = as_year(as_of)
    by_date = {as_year(seen.t): float(seen.value) for seen in observations}
    known = sorted((t, value) for t, value in by_date.items() if t <= today)
    return Evidence(indicator, today, tuple(known))


def _falls(series: list[float]) -> bool:
    return any(later < earlier - ROUNDING for earlier, later in pairwise(series))


def start_year(baseline_year: float) -> float:
    """Give the year the line starts in.

    Source: data/METHODS_1_0.md#time
    """
    near = abs(baseline_year - PLAN_START) <= PLAN_START_SLACK
    return PLAN_START if near else float(baseline_year)
