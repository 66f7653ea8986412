"""What is to be assessed: an indicator, its baseline, its targets and what was seen of it."""

from dataclasses import dataclass
from enum import StrEnum

from store.progress.figures import Figure, Limits, Qualifier, interval
from store.progress.parameters import DEFAULT, Parameters
from store.progress.years import Moment

PLAN_START = 2020.0
FROM_ZERO: Limits = (0.0, None)
LEVELS: Limits = (0.0, 5.0)


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


class Basis(StrEnum):
    """Where a baseline comes from: a reading, or words, a plan, a hope that somebody coded."""

    OBSERVED = "observed"
    CODED = "coded"


class PathName(StrEnum):
    """A path beside the straight line that an indicator may name; it decides nothing."""

    GEOMETRIC = "geometric"
    LOGISTIC = "logistic"


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

        Source: data/METHODS.md#ranges
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
    """A figure, and the day or the bracket of days it speaks of (first and last day)."""

    first: Moment
    last: Moment
    figure: Figure


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measured series and what the plan asks of it, in one plan version.

    Unit:   baseline, targets and limits share the indicator's unit; window is in years.
    Errors: ValueError for what has no line through it, or for a total that should shrink.
    """

    kind: Kind
    unit: Unit
    better: Better = Better.HIGHER
    baseline: float | Range | None = None
    baseline_year: float = PLAN_START
    basis: Basis = Basis.OBSERVED
    targets: tuple[Target, ...] = ()
    limits: Limits = FROM_ZERO
    stale_after_years: float | None = None
    window: int = 1
    paths: tuple[PathName, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what contradicts itself."""
        if len({target.year for target in self.targets}) < len(self.targets):
            raise ValueError("An indicator has two targets for the same year.")
        if self.kind is Kind.CUMULATIVE and self.better is Better.LOWER:
            raise ValueError("A running total cannot improve by shrinking.")
        if (self.kind is Kind.MILESTONE) != (self.unit is Unit.LEVEL):
            raise ValueError("Milestones come in levels, and nothing else does.")

    @property
    def sign(self) -> int:
        """+1 where more is better, -1 where less is."""
        return self.better.sign

    @property
    def is_milestone(self) -> bool:
        """Levels are ordered, not spaced: no pace, no projection."""
        return self.kind is Kind.MILESTONE

    @property
    def comes_in_wholes(self) -> bool:
        """Only whole units count, so nearly there is not there."""
        return self.unit is not Unit.CONTINUOUS

    def figure(
        self,
        value: float,
        qualifier: Qualifier = Qualifier.EXACT,
        parameters: Parameters = DEFAULT,
    ) -> Figure:
        """Read a number with its qualifier in this indicator's unit and limits.

        Errors: ValueError for a number outside the limits.
        """
        return interval(value, qualifier, self.comes_in_wholes, self.limits, parameters)

    def active_target(self, today: float) -> Target | None:
        """Give the next target on `today`; once all deadlines have passed, the last one.

        Source: data/METHODS.md#two-horizons
        """
        in_order = sorted(self.targets, key=lambda target: target.year)
        ahead = [target for target in in_order if target.year >= today]
        return (ahead or in_order[-1:] or [None])[0]
