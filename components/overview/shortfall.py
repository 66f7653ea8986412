"""Which objectives fall short for certain, the furthest behind first."""

from collections.abc import Iterable

from store.progress import Status
from store.standing import ObjectiveStanding

SHORT = (Status.REGRESSING, Status.OFF_TRACK, Status.BEHIND)  # the worst first


def is_short(objective: ObjectiveStanding) -> bool:
    """Whether even the best that could be true is less than what was due."""
    return objective.statuses[1] in SHORT


def may_be_short(objective: ObjectiveStanding) -> bool:
    """Whether the worst that could be true is less than what was due."""
    return objective.statuses[0] in SHORT


def ordered(objectives: Iterable[ObjectiveStanding]) -> list[ObjectiveStanding]:
    """Those that fall short: by status, then by how much of what was due is missing."""
    return sorted(
        filter(is_short, objectives),
        key=lambda objective: (
            SHORT.index(objective.statuses[1]),
            objective.verdict.judged.progress[1] - (objective.expected or 0),
            objective.code,
        ),
    )
