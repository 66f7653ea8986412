"""The agenda a meeting could follow: what changed, what is overdue, what is off track first."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from store.progress import Status
from store.standing import ObjectiveStanding, PlanStanding


class Why(StrEnum):
    """Why an objective should be taken up, the most pressing first."""

    CHANGED = "changed"
    OVERDUE = "overdue"
    OFF_TRACK = "off track"
    DECIDED = "decision open"
    OTHER = "as planned"


_WORST = (Status.REGRESSING, Status.OFF_TRACK, Status.BEHIND)


@dataclass(frozen=True, slots=True)
class Item:
    """An objective with every reason to take it up.

    `before` are the two ends of its status last time, if they were others.
    """

    code: str
    reasons: tuple[Why, ...]
    before: tuple[Status, Status] | None


def draft(
    now: PlanStanding, last_time: PlanStanding, overdue: Collection[str], decided: Collection[str]
) -> list[Item]:
    """All objectives, the most pressing first.

    `overdue` are the codes of objectives that somebody owes figures of, `decided` of those with
    open decisions.
    """
    items = [
        _item(objective, last_time.objective(objective.code), overdue, decided)
        for objective in now.objectives
    ]
    order = list(Why)
    # Stable, so that the plan's order stays among equals.
    return sorted(
        items,
        key=lambda item: (order.index(item.reasons[0]), item.before is None, -len(item.reasons)),
    )


def _item(
    objective: ObjectiveStanding,
    before: ObjectiveStanding | None,
    overdue: Collection[str],
    decided: Collection[str],
) -> Item:
    code = objective.code
    holds_by_reason = {
        Why.CHANGED: before is not None and is_changed(objective, before),
        Why.OVERDUE: code in overdue,
        Why.OFF_TRACK: objective.statuses[1] in _WORST,
        Why.DECIDED: code in decided,
    }
    reasons = tuple(why for why, holds in holds_by_reason.items() if holds) or (Why.OTHER,)
    turned = before is not None and before.statuses != objective.statuses
    return Item(code, reasons, before.statuses if before and turned else None)


def is_changed(now: ObjectiveStanding, before: ObjectiveStanding) -> bool:
    """Whether the status, a figure, a number or a word of the plan is another than before."""
    return now.statuses != before.statuses or _content(now) != _content(before)


def _content(objective: ObjectiveStanding) -> list[tuple[object, ...]]:
    return [
        (objective.title, objective.aim),
        *(
            (
                standing.indicator.code,
                tuple(reading.id for reading in standing.readings),
                tuple((point.end, point.figure, point.known) for point in standing.series),
                (standing.baseline.low, standing.baseline.high) if standing.baseline else (),
                tuple((target.year, target.low, target.high) for target in standing.targets),
            )
            for standing in objective.indicators
        ),
    ]
