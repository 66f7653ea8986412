"""What a reader should know beside the status. A flag never changes the status."""

from enum import StrEnum
from itertools import pairwise

from store.progress_1_0.evidence import Evidence
from store.progress_1_0.parameters import ROUNDING, Parameters
from store.progress_1_0.path import Way
from store.progress_1_0.status import meets


class Flag(StrEnum):
    """The flags of fixed name; `missed_flag` and `late_flag` name those that carry a year."""

    MAINTENANCE = "maintenance"
    LATE_BASELINE = "late_baseline"
    BASELINE_RANGE = "baseline_range"
    TARGET_RANGE = "target_range"
    DEADLINE_MISSED = "deadline_missed"
    RECENT_REVERSAL = "recent_reversal"
    TREND_SENSITIVE = "trend_sensitive"
    AFTER_2100 = "after_2100"


def missed_flag(year: int) -> str:
    """Name the flag of an earlier target that is still unmet."""
    return f"missed_{year}"


def late_flag(year: int) -> str:
    """Name the flag of an earlier target met only after its deadline."""
    return f"late_{year}"


def steps_back(evidence: Evidence, way: Way, parameters: Parameters) -> bool:
    """Whether the last step went away from the target by more than a rounding of the way."""
    steps = list(pairwise(value for _, value in evidence.points))
    if not steps:
        return False
    before, after = steps[-1]
    return (after - before) / way.length < -parameters.regress_tolerance - ROUNDING


def earlier_targets(evidence: Evidence, parameters: Parameters) -> set[str]:
    """Flag the targets before the active one that were not met by their deadline.

    Source: data/METHODS_1_0.md#two-horizons
    """
    active = evidence.active
    flags: set[str] = set()
    for target in evidence.indicator.targets:
        level = target.weakest(evidence.indicator.better)
        if active is None or target.year >= active.year or level is None:
            continue
        in_time = [value for t, value in evidence.points if t <= target.year][-1:]
        later = [value for t, value in evidence.points if t > target.year]
        if not _any_meets(evidence, level, in_time, parameters):
            is_late = _any_meets(evidence, level, later, parameters)
            flags.add(late_flag(target.year) if is_late else missed_flag(target.year))
    return flags


def _any_meets(
    evidence: Evidence, level: float, values: list[float], parameters: Parameters
) -> bool:
    way = (evidence.origin[1] if evidence.origin else None, level)
    return any(meets(evidence.indicator, way, value, parameters) for value in values)
