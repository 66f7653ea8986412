"""What a reader should know beside the status. A flag never changes the status."""

from collections.abc import Iterable
from enum import StrEnum

from store.progress.evidence import Evidence
from store.progress.indicator import Kind
from store.progress.parameters import exceeds, reaches
from store.progress.readings import Reading
from store.progress.status import MET, Status, judge, meets
from store.progress.way import Way


class Flag(StrEnum):
    """The flags of fixed name; `missed_flag` and `late_flag` name those that carry a year.

    Source: data/METHODS.md#flags
    """

    BASELINE_RANGE = "baseline_range"
    TARGET_RANGE = "target_range"
    BASELINE_CODED = "baseline_coded"
    BASELINE_SENSITIVE = "baseline_sensitive"
    LATE_BASELINE = "late_baseline"
    NO_BASELINE = "no_baseline"
    MAINTENANCE = "maintenance"
    FADED = "faded"
    FLOOR = "floor"
    OLDER_FIGURE = "older_figure"
    RECENT_REVERSAL = "recent_reversal"
    DEADLINE_MISSED = "deadline_missed"
    AFTER_2100 = "after_2100"
    TREND_SENSITIVE = "trend_sensitive"
    THRESHOLD_SENSITIVE = "threshold_sensitive"
    COULD_BE_CHANCE = "could_be_chance"
    WEIGHT_SENSITIVE = "weight_sensitive"
    SPACING_SENSITIVE = "spacing_sensitive"


Ends = tuple[tuple[float, float], tuple[float, float]]  # (value, t) of the worse, the better end


def missed_flag(year: int) -> str:
    """Name the flag of an earlier target that is still unmet."""
    return f"missed_{year}"


def late_flag(year: int) -> str:
    """Name the flag of an earlier target met only after its deadline."""
    return f"late_{year}"


def set_ones(marks: dict[Flag, bool]) -> frozenset[str]:
    """The flags that are set."""
    return frozenset(flag for flag, is_set in marks.items() if is_set)


def of_the_plan(evidence: Evidence) -> frozenset[str]:
    """What can be said of baseline and target before any figure."""
    active, has_target = evidence.active, evidence.target is not None
    planned = evidence.indicator.baseline is not None
    return set_ones(
        {
            Flag.TARGET_RANGE: active is not None and active.is_range,
            Flag.BASELINE_RANGE: has_target and evidence.baseline_range is not None,
            Flag.BASELINE_CODED: has_target and planned and not evidence.is_observed,
            Flag.LATE_BASELINE: has_target and evidence.late_baseline is not None,
        }
    )


def is_baseline_sensitive(evidence: Evidence, ends: Ends) -> bool:
    """Whether counting from an end of the baseline's range would change either status.

    Source: data/METHODS.md#ranges
    """
    span, way = evidence.baseline_range, evidence.way
    if span is None or way is None:
        return False
    others = [evidence.way_from(level) for level in (span.low, span.high)]
    return any(
        _judge(evidence, other, end) is not _judge(evidence, way, end)
        for end in ends
        for other in others
        if other is not None
    )


def is_threshold_sensitive(evidence: Evidence, ends: Ends, status: Status) -> bool:
    """Whether moving both thresholds a little would change a single status."""
    if evidence.way is None or evidence.is_kept or status is Status.RANGE:
        return False
    return any(
        judge(evidence.indicator, evidence.way, *end, shifted) is not status
        for end in ends
        for shifted in evidence.parameters.shifted()
    )


def missed_deadline(evidence: Evidence, ends: Ends, statuses: Iterable[Status]) -> bool:
    """Whether both ends are from the deadline or later, on the way and short of the target."""
    way = evidence.way
    if way is None or evidence.is_kept:
        return False
    late = all(reaches(t, way.deadline) for _, t in ends)
    return late and not any(one in MET or one is Status.REGRESSING for one in statuses)


def steps_back(evidence: Evidence, judged: Reading) -> bool:
    """Whether the last step certainly went back, by more than a rounding of the way."""
    way, sign = evidence.way, evidence.indicator.sign
    if way is None or evidence.is_kept:
        return False
    before = [reading for reading in evidence.since_start if _is_before(reading, judged)]
    level = before[-1].figure.worse(sign) if before else way.baseline
    back = sign * (level - judged.figure.better(sign))
    return exceeds(back / abs(way.length), evidence.parameters.regress_tolerance)


def earlier_targets(evidence: Evidence) -> frozenset[str]:
    """Flag the targets before the active one that were certainly not met in time.

    Source: data/METHODS.md#two-horizons
    """
    active, better = evidence.active, evidence.indicator.better
    flags: set[str] = set()
    for target in evidence.indicator.targets:
        level = target.weakest(better)
        if active is None or target.year >= active.year or level is None:
            continue
        in_time = [
            reading
            for reading in evidence.readings
            if reaches(target.year, reading.last) and exceeds(reading.first, target.year - 1)
        ][-1:]
        if evidence.indicator.kind is Kind.CUMULATIVE:
            in_time += [one for one in evidence.readings if _is_after(one, target.year)][:1]
        if not any(_certainly_misses(evidence, level, reading) for reading in in_time):
            continue
        newest = evidence.newest
        if _meets(evidence, level, newest.figure.worse(better.sign)):
            flags.add(late_flag(target.year))
        elif _certainly_misses(evidence, level, newest):
            flags.add(missed_flag(target.year))
    return frozenset(flags)


def _certainly_misses(evidence: Evidence, level: float, reading: Reading) -> bool:
    return not _meets(evidence, level, reading.figure.better(evidence.indicator.sign))


def _meets(evidence: Evidence, level: float, value: float) -> bool:
    baseline = evidence.origin[1] if evidence.origin else None
    return meets(evidence.indicator, baseline, level, value, evidence.parameters)


def _judge(evidence: Evidence, way: Way, end: tuple[float, float]) -> Status:
    return judge(evidence.indicator, way, *end, evidence.parameters)


def _is_after(reading: Reading, year: float) -> bool:
    return reaches(reading.first, year) and exceeds(reading.last, year)


def _is_before(reading: Reading, judged: Reading) -> bool:
    return (reading.last, reading.first) < (judged.last, judged.first)
