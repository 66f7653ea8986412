"""Two ends, one verdict; how strong its evidence is; how it fades."""

from dataclasses import dataclass
from enum import StrEnum

from store.progress.evidence import Evidence
from store.progress.figures import Figure
from store.progress.parameters import DEFAULT, ROUNDING, Parameters, exceeds, reaches
from store.progress.readings import Reading
from store.progress.status import Reason, Status, is_wider_than_a_verdict


class Grade(StrEnum):
    """How strong the evidence beside a verdict is.

    Source: data/METHODS.md#evidence-grades
    """

    MEASURED = "measured"
    INDICATIVE = "indicative"
    DOCUMENTED = "documented"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """What the grade of a verdict depends on.

    Unit:   observations is a count; span and age in years; width is that of progress as shown.
    """

    observations: float
    span: float
    age: float
    width: float
    stale_after_years: float | None = None
    is_final: bool = False  # a running total that is met
    is_sensitive: bool = False  # what it starts from would change it, or it has no date


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of an indicator, and with which strength."""

    status: Status
    status_low: Status | None
    status_high: Status | None
    grade: Grade
    reason: Reason | None = None
    faded: bool = False
    last_status: Status | None = None


def verdict(
    low: Status, high: Status, strength: Strength, parameters: Parameters = DEFAULT
) -> Verdict:
    """Join the statuses of the worse and the better end.

    Source: data/METHODS.md#two-ends-one-verdict
    """
    if is_wider_than_a_verdict(low, high):
        return Verdict(Status.NOT_ENOUGH_DATA, low, high, Grade.DOCUMENTED, Reason.TOO_WIDE)
    status = low if low is high else Status.RANGE
    limit = strength.stale_after_years
    limit = parameters.stale_after_years if limit is None else limit
    faded = not strength.is_final and exceeds(strength.age, limit)
    if faded and exceeds(strength.age, limit * parameters.too_old_factor):
        none, old = Status.NOT_ENOUGH_DATA, Reason.DATA_TOO_OLD
        return Verdict(none, low, high, Grade.DOCUMENTED, old, faded, status)
    is_measured = low is high and not faded and _is_strong(strength, parameters)
    grade = Grade.MEASURED if is_measured else Grade.INDICATIVE
    return Verdict(status, low, high, grade, faded=faded)


def _is_strong(strength: Strength, parameters: Parameters) -> bool:
    return (
        not strength.is_sensitive
        and reaches(strength.observations, 2)
        and reaches(strength.span, parameters.min_span_years)
        and not exceeds(strength.width, parameters.measured_width)
    )


def dated(evidence: Evidence) -> list[tuple[float, Figure]]:
    """The dated figures since the start with where they sit, an observed baseline first."""
    baseline = evidence.baseline_figure()
    first = [] if baseline is None else [(evidence.start, baseline)]
    return first + [
        (reading.at, reading.figure)
        for reading in evidence.since_start
        if reading.is_dated(evidence.parameters) and exceeds(reading.at, evidence.start)
    ]


def known_well(evidence: Evidence) -> list[float]:
    """Where those dated figures sit that are known within a tenth of the way."""
    way = evidence.way
    if way is None:
        return []
    whole = abs(way.target if evidence.is_kept else way.length)
    widest = evidence.parameters.measured_width * whole + ROUNDING
    return [at for at, figure in dated(evidence) if figure.width <= widest]


def age(evidence: Evidence, reading: Reading) -> float:
    """How old a figure may be."""
    return evidence.as_of - reading.first
