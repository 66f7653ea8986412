"""What the status would be on another path than the straight line. It decides nothing."""

from dataclasses import dataclass

from store.progress.beside.curves import path
from store.progress.evidence import Evidence
from store.progress.flags import Ends
from store.progress.status import Status, judge


@dataclass(frozen=True, slots=True)
class OnPath:
    """The statuses on a path; expected is its share of the way at the worse end's date.

    Source: data/METHODS.md#other-paths
    """

    expected: float
    status_low: Status
    status_high: Status


def other_paths(evidence: Evidence, ends: Ends) -> dict[str, OnPath | None] | None:
    """Judge both ends on every path the indicator names; None for a path that is not defined."""
    indicator, way = evidence.indicator, evidence.way
    if not indicator.paths or evidence.is_kept:
        return None
    found: dict[str, OnPath | None] = dict.fromkeys(map(str, indicator.paths))
    if way is None:
        return found
    for curve in indicator.paths:
        line = path(curve, way, indicator.limits, evidence.parameters)
        if line.is_defined(*(t for _, t in ends)):
            low, high = (judge(indicator, line, *end, evidence.parameters) for end in ends)
            found[str(curve)] = OnPath(line.expected_share(ends[0][1]), low, high)
    return found
