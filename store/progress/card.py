"""What an indicator's card holds, and what is on it before any verdict."""

from dataclasses import dataclass

from store.progress import flags as marks
from store.progress.beside.chance import Chance
from store.progress.beside.other_paths import OnPath
from store.progress.beside.projection import Projection
from store.progress.ends import End, later_target
from store.progress.evidence import Evidence
from store.progress.figures import Figure
from store.progress.floor import Floor
from store.progress.indicator import PLAN_START
from store.progress.status import Reason, Status
from store.progress.verdict import Grade, age
from store.progress.way import clip

UNKNOWN = (0.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(End):
    """Everything on an indicator's card; None means not defined, hidden or unbounded, never zero.

    The figures of `End` stand here where both ends agree; where they do not, in `low` (the worse
    end) and `high` (the better one).
    Range:  clock, bounds and spacing 0 to 1; bounds is what progress can be today.
    Source: data/METHODS.md#figures-of-a-card
    """

    status: Status = Status.NOT_ENOUGH_DATA  # pyright: ignore[reportIncompatibleVariableOverride]
    status_low: Status | None = None
    status_high: Status | None = None
    grade: Grade = Grade.NONE
    reason: Reason | None = None
    last_status: Status | None = None
    faded: bool = False
    observations: int = 0
    age: float | None = None
    active_year: float | None = None
    target: float | None = None
    clock: float | None = None
    bounds: tuple[float, float] = UNKNOWN
    spacing: tuple[float, float] | None = None
    floor: Floor | None = None
    pace_from_start: float | None = None
    projection: Projection | None = None
    chance: Chance | None = None
    paths: dict[str, OnPath | None] | None = None
    low: End | None = None
    high: End | None = None
    flags: frozenset[str] = frozenset()
    # What a sentence about the verdict needs besides.
    as_of: float | None = None
    first: float | None = None
    last: float | None = None
    figure: Figure | None = None
    baseline: float | None = None
    start: float | None = None
    expected_value: float | None = None
    target_stretch: float | None = None
    target_2050: float | None = None

    @property
    def statuses(self) -> tuple[Status, Status]:
        """The worse and the better status of a range; otherwise the status twice."""
        if self.status is Status.RANGE and self.status_low and self.status_high:
            return self.status_low, self.status_high
        return self.status, self.status

    @property
    def ends(self) -> tuple[End, End]:
        """The worse and the better end, the same where only one thing is possible."""
        return (self.low or self, self.high or self)


def card_without_verdict(evidence: Evidence) -> Assessment:
    """Fill in what is known before any verdict."""
    active = evidence.active
    newest = evidence.readings[-1] if evidence.readings else None
    later = later_target(evidence)
    exact = newest is not None and newest.figure.is_exact
    on_a_day = newest is not None and newest.first == newest.last
    return Assessment(
        value=newest.figure.low if newest and exact else None,
        t=newest.last if newest and on_a_day else None,
        first=newest.first if newest else None,
        last=newest.last if newest else None,
        figure=newest.figure if newest else None,
        age=None if newest is None else age(evidence, newest),
        grade=Grade.DOCUMENTED if evidence.is_recorded else Grade.NONE,
        active_year=None if active is None else float(active.year),
        target=evidence.target,
        clock=None if active is None else clock(evidence.as_of, active.year),
        pace_from_start=_pace_from_start(evidence),
        flags=marks.of_the_plan(evidence),
        as_of=evidence.as_of,
        baseline=None if evidence.origin is None else evidence.origin[1],
        start=None if evidence.origin is None else evidence.start,
        target_stretch=active.strongest(evidence.indicator.better) if active else None,
        target_2050=later.weakest(evidence.indicator.better) if later else None,
    )


def clock(as_of: float, year: float) -> float:
    """The share of the time from 2020 to a target year that has passed, 0 to 1.

    Source: data/METHODS.md#time
    """
    return clip((as_of - PLAN_START) / (year - PLAN_START)) if year > PLAN_START else 1.0


def _pace_from_start(evidence: Evidence) -> float | None:
    """The pace needed if nothing has moved; known without any figure."""
    way, active = evidence.way, evidence.active
    if way is None or active is None or evidence.indicator.baseline is None or evidence.is_kept:
        return None
    left = active.year - evidence.as_of
    return way.length / left if left > 0 else None
