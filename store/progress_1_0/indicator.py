"""What is to be assessed: an indicator, its baseline, its targets and its readings."""

from dataclasses import dataclass
from enum import StrEnum

from store.progress_1_0.years import Moment

PLAN_START = 2020.0


class Kind(StrEnum):
    """How readings add up: a level, a yearly rate, a running total, a step on the scale."""

    STOCK = "stock"
    RATE = "rate"
    CUMULATIVE = "cumulative"
    MILESTONE = "milestone"


class Unit(StrEnum):
    """Whether half a unit can exist. Shares are continuous; counts of Parties are integers."""

    INTEGER = "integer"
    CONTINUOUS = "continuous"
    LEVEL = "level"


class Better(StrEnum):
    """The direction of improvement."""

    HIGHER = "higher"
    LOWER = "lower"

    @property
    def sign(self) -> int:
        """Give +1 where more is better, -1 where less is."""
        return 1 if self is Better.HIGHER else -1


@dataclass(frozen=True, slots=True)
class Range:
    """Two bounds of one level, in any order."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """Halfway between the bounds."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Target:
    """What the plan asks for by the end of a year; both bounds None: a year without a figure."""

    year: int
    low: float | None
    high: float | None = None

    @property
    def is_range(self) -> bool:
        """The plan names two different bounds."""
        return len(set(self._bounds)) > 1

    def weakest(self, better: Better) -> float | None:
        """Give the bound that is reached first.

        Source: data/METHODS_1_0.md#ranges
        """
        return min(self._bounds, key=lambda bound: better.sign * bound, default=None)

    def strongest(self, better: Better) -> float | None:
        """Give the bound that is reached last; None for a single figure."""
        if not self.is_range:
            return None
        return max(self._bounds, key=lambda bound: better.sign * bound)

    @property
    def _bounds(self) -> list[float]:
        return [bound for bound in (self.low, self.high) if bound is not None]


@dataclass(frozen=True, slots=True)
class Observation:
    """One reading, in the indicator's unit. A missing reading is no observation."""

    t: Moment
    value: float


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measured series and what the plan asks of it, in one plan version.

    Unit:   baseline, targets and limits share the indicator's unit.
    Errors: ValueError for two targets of one year.
    """

    kind: Kind
    unit: Unit
    better: Better = Better.HIGHER
    baseline: float | Range | None = None
    baseline_year: float = PLAN_START
    targets: tuple[Target, ...] = ()
    limits: tuple[float | None, float | None] = (0.0, None)
    stale_after_years: float | None = None

    def __post_init__(self) -> None:
        """Refuse what has no line through it."""
        if len({target.year for target in self.targets}) < len(self.targets):
            raise ValueError("An indicator has two targets for the same year.")

    @property
    def is_milestone(self) -> bool:
        """Levels are ordered, not spaced: no pace, no projection."""
        return self.kind is Kind.MILESTONE

    @property
    def comes_in_wholes(self) -> bool:
        """Only whole units count, so nearly there is not there."""
        return self.is_milestone or self.unit is not Unit.CONTINUOUS

    def active_target(self, today: float) -> Target | None:
        """Give the next target on `today`; once all deadlines have passed, the last one.

        Source: data/METHODS_1_0.md#two-horizons
        """
        in_order = sorted(self.targets, key=lambda target: target.year)
        ahead = [target for target in in_order if target.year >= today]
        return (ahead or in_order[-1:] or [None])[0]
