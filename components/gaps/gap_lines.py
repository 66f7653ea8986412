"""The target gaps as lines of figures: one a part of each objective, measured or not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf

from store.progress import End, Grade, Status
from store.progress.status import MET
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding

BARELY = 0.005  # of the way: less is no gap that a whole percent could say


@dataclass(frozen=True, slots=True)
class Line:
    """One part of an objective, or an objective to which the plan gives no number (`part` None).

    `place` is its row among those of `gap_rows.rows`, 0 to their number.
    """

    place: int
    objective: ObjectiveStanding
    part: IndicatorStanding | None

    @property
    def ends(self) -> tuple[End, End] | None:
        """The worse and the better end of what is known; None where nothing can be judged."""
        if self.part is None or self.part.status is Status.NOT_ENOUGH_DATA:
            return None
        low, high = self.part.assessment.ends
        return None if _share(low) is None or _share(high) is None else (low, high)

    @property
    def shares(self) -> tuple[float, float] | None:
        """Shares of the way at both ends: 1 at most, below 0 behind the start."""
        return None if self.ends is None else (_share(self.ends[0]) or 0, _share(self.ends[1]) or 0)

    @property
    def due(self) -> tuple[float, float] | None:
        """Shares of the way that were due at both ends, 0 to 1."""
        return self.ends and (self.ends[0].expected or 0, self.ends[1].expected or 0)

    @property
    def ahead(self) -> tuple[float, float] | None:
        """How far each end is ahead of what was due, in shares of the way; below 0 it is short."""
        if self.shares is None or self.due is None:
            return None
        return self.shares[0] - self.due[0], self.shares[1] - self.due[1]

    @property
    def is_short(self) -> bool:
        """Whether even the better end is short of what was due."""
        return self.ahead is not None and self.ahead[1] <= -BARELY

    @property
    def grade(self) -> Grade:
        """How strong the evidence is."""
        return self.objective.grade if self.part is None else self.part.assessment.grade

    @property
    def is_met(self) -> bool:
        """Whether even the worse end has reached the target."""
        return self.part is not None and self.part.statuses[0] in MET

    @property
    def speed_up(self) -> float | None:
        """How many times faster the rest must go at the worse end; infinite to turn round.

        None where nothing is left to go, or a pace is not defined, as for levels.
        """
        if self.ends is None or self.is_met:
            return None
        end = self.ends[0]
        if end.acceleration is None and end.pace_to_go is not None:
            return inf
        return end.acceleration

    @property
    def speed_up_from_start(self) -> float | None:
        """The same for a silent line, if nothing has moved since the plan's start."""
        if self.part is None or self.ends is not None:
            return None
        card = self.part.assessment
        if card.pace_from_start is None or card.start is None or card.as_of is None:
            return None
        until = card.active_year or 0
        return (until - card.start) / (until - card.as_of) if until > card.as_of else None

    @property
    def last(self) -> float | None:
        """When the newest figure ends, as a year index; None without one."""
        return None if self.part is None else self.part.assessment.last or self.part.assessment.t


def lines(plan: PlanStanding) -> list[Line]:
    """All lines in the order of the plan."""
    return [Line(place, *found) for place, found in enumerate(parts(plan))]


def parts(plan: PlanStanding) -> Iterator[tuple[ObjectiveStanding, IndicatorStanding | None]]:
    """Each objective with each of its parts; with None where it has none."""
    for objective in plan.objectives:
        for part in objective.parts or (None,):
            yield objective, part


def in_order(found: list[Line], order: str) -> list[Line]:
    """Sorted by `gap`, `pace` or `age`, else as the plan has them; the silent come last."""
    keys: dict[str, Callable[[Line], tuple[float, ...] | None]] = {
        "gap": _by_gap,
        "pace": lambda line: None if line.speed_up is None else (-line.speed_up,),
        "age": lambda line: None if line.last is None else (line.last,),
    }
    if order not in keys:
        return found
    key = keys[order]
    known = [line for line in found if key(line) is not None]
    silent = [line for line in found if key(line) is None]
    return sorted(known, key=lambda line: key(line) or ()) + silent


def _by_gap(line: Line) -> tuple[float, ...] | None:
    """Those short for certain first, by the better end; then by what the worse end leaves open."""
    if line.ahead is None:
        return None
    return (0, line.ahead[1]) if line.is_short else (1, line.ahead[0])


def _share(end: End) -> float | None:
    share = end.progress if end.progress_raw is None else end.progress_raw
    return None if share is None else min(share, 1.0)
