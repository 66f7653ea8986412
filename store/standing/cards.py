"""What a page shows of an indicator, an objective, a goal and the plan: facts with a verdict."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from store import progress
from store.figures.approved import Reading
from store.ledger.knowledge import Until
from store.models import Indicator, Objective, PlanVersion, Target
from store.progress import Assessment, Combination, Grade, Judged, Observation, Status
from store.standing.method import Method
from store.standing.points import Point

# Why an objective of several parts has no verdict, where its parts lack different things.
PARTS_UNKNOWN = "parts_unknown"


def active_horizon(as_of: dt.date) -> int:
    """The target year that a verdict on this day is about."""
    return 2030 if as_of <= dt.date(2030, 12, 31) else 2050


@dataclass(frozen=True, slots=True)
class IndicatorStanding:
    """One indicator under one plan version: what is asked, what is known, how it is judged.

    `readings` are all approved figures of the world and the regions, `series` the world's points
    rolled up from them, `regions` the verdict on each region where each has a target of its own.
    `context` are numbers of the plan that count something else and judge nothing; `observations`
    is what the arithmetic was given of the world and of such regions, by place.
    """

    indicator: Indicator
    baseline: Target | None
    targets: tuple[Target, ...]
    readings: tuple[Reading, ...]
    series: tuple[Point, ...]
    assessment: Assessment
    regions: Mapping[str, Assessment]
    is_part: bool
    context: tuple[Target, ...] = ()
    method: Method = Method.IN_FORCE
    observations: Mapping[str, Sequence[Observation]] = field(default_factory=dict)

    @property
    def status(self) -> Status:
        """The verdict on the world's figure."""
        return self.assessment.status

    @property
    def statuses(self) -> tuple[Status, Status]:
        """The worse and the better status of a range; otherwise the status twice."""
        return self.assessment.statuses

    @property
    def latest(self) -> Point | None:
        """The newest point, whether or not it knows enough to be judged."""
        return self.series[-1] if self.series else None

    @property
    def judged(self) -> tuple[Point, ...]:
        """The points that know enough to be judged."""
        return tuple(point for point in self.series if point.counts)

    @property
    def plan_numbers(self) -> tuple[Target, ...]:
        """What the plan says in numbers: the baseline, if there is one, then the targets."""
        return (*([self.baseline] if self.baseline else []), *self.targets)

    @property
    def printed(self) -> tuple[Target, ...]:
        """All numbers that the plan prints: what judges, then what only stands beside."""
        return (*self.plan_numbers, *self.context)

    @property
    def flags(self) -> tuple[str, ...]:
        """What was noted about the targets when the plan was coded, each once."""
        return tuple(dict.fromkeys(flag for row in self.printed for flag in row.flags))

    def target(self, year: int) -> Target | None:
        """The target of a year, if the plan names one."""
        return next((target for target in self.targets if target.year == year), None)


@dataclass(frozen=True, slots=True)
class ObjectiveVerdict:
    """The verdict on an objective, why there is none, and the parts joined where it has several.

    `progress` is a share of the way, where both ends agree on it.
    """

    judged: Judged
    progress: float | None
    reason: str | None
    combination: Combination | None = None


@dataclass(frozen=True, slots=True)
class ObjectiveStanding:
    """One objective: its parts judged together, other indicators listed beside them."""

    objective: Objective
    title: str
    aim: str
    verdict: ObjectiveVerdict
    parts: tuple[IndicatorStanding, ...]
    beside: tuple[IndicatorStanding, ...]

    @property
    def status(self) -> Status:
        """The verdict; `range` where its two `statuses` differ."""
        return self.verdict.judged.status

    @property
    def statuses(self) -> tuple[Status, Status]:
        """The worse and the better status of a range; otherwise the status twice."""
        is_range = self.status is Status.RANGE
        return self.verdict.judged.ends if is_range else (self.status, self.status)

    @property
    def progress(self) -> float | None:
        """Share of the way, where it is one."""
        return self.verdict.progress

    @property
    def expected(self) -> float | None:
        """Share of the way that was due."""
        return self.verdict.judged.expected

    @property
    def reason(self) -> str | None:
        """Why there is no verdict."""
        return self.verdict.reason

    @property
    def grade(self) -> Grade:
        """How strong the evidence is."""
        return self.verdict.judged.grade

    @property
    def bounds(self) -> tuple[float, float]:
        """What progress can be today."""
        return self.verdict.judged.bounds

    @property
    def code(self) -> str:
        """The objective's code, A1 to F3."""
        return self.objective.code

    @property
    def indicators(self) -> tuple[IndicatorStanding, ...]:
        """Parts first, then the others."""
        return (*self.parts, *self.beside)


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """One goal: the mean of its measured objectives."""

    code: str
    name: str
    aim: str
    gauge: progress.Gauge
    objectives: tuple[ObjectiveStanding, ...]


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """The whole plan under one version, as known up to `until`."""

    plan: PlanVersion
    until: Until
    goals: tuple[GoalStanding, ...]
    headline: progress.Headline
    context: tuple[IndicatorStanding, ...]

    @property
    def as_of(self) -> dt.date:
        """The day on which it stands so."""
        return self.until.as_of

    @property
    def method(self) -> Method:
        """The method by which it is judged."""
        return Method(self.until.method)

    @property
    def horizon(self) -> int:
        """The year of the targets that count on the day."""
        return active_horizon(self.as_of)

    @property
    def clock(self) -> float:
        """The share of the time to the active target year that has passed."""
        return progress.clock(progress.as_year(self.as_of), self.horizon)

    @property
    def is_adopted(self) -> bool:
        """Whether this version existed on the day; before that it had no targets."""
        return self.plan.adopted_on <= self.as_of

    @property
    def objectives(self) -> tuple[ObjectiveStanding, ...]:
        """All 24, in the order of the plan."""
        return tuple(objective for goal in self.goals for objective in goal.objectives)

    def objective(self, code: str) -> ObjectiveStanding | None:
        """The objective of this code."""
        return next((objective for objective in self.objectives if objective.code == code), None)

    @property
    def indicators(self) -> tuple[IndicatorStanding, ...]:
        """Every indicator of this version, context last."""
        return (
            *(indicator for objective in self.objectives for indicator in objective.indicators),
            *self.context,
        )

    def indicator(self, code: str) -> IndicatorStanding | None:
        """The indicator of this code, context included."""
        return next(
            (indicator for indicator in self.indicators if indicator.indicator.code == code), None
        )
