"""How often a process exactly on its line would look as bad as this, by chance alone."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import atan, cos, exp, lgamma, log, pi, sin, sqrt

from store.progress.beside.projection import drift, series
from store.progress.evidence import Evidence
from store.progress.indicator import Kind, Unit
from store.progress.parameters import ROUNDING, Parameters, exceeds, reaches
from store.progress.readings import Reading
from store.progress.status import WORST_FIRST, Status, judge
from store.progress.way import Way

ASKED = frozenset({Status.BEHIND, Status.OFF_TRACK, Status.REGRESSING})
TAIL = 60.0  # how far beyond its mean, in spreads, a Poisson count is summed: nothing is left there


class Process(StrEnum):
    """What chance is taken from."""

    POISSON = "poisson"
    DRIFT = "drift"


@dataclass(frozen=True, slots=True)
class Chance:
    """Probabilities that a process on its line shows this status, or this figure, or worse.

    Source: data/METHODS.md#chance
    """

    status: float
    figure: float
    method: Process


def chance(evidence: Evidence, way: Way, status: Status, judged: Reading) -> Chance | None:
    """Ask how likely a bad verdict is by chance; None where the method abstains."""
    indicator, parameters = evidence.indicator, evidence.parameters
    if status not in ASKED or indicator.is_milestone or evidence.is_kept:
        return None
    if not judged.figure.is_point or not judged.is_dated(parameters):
        return None
    if reaches(judged.at, way.deadline):
        return None
    if indicator.unit is not Unit.INTEGER:
        return _of_drift(evidence, way, status, judged)
    if indicator.kind is not Kind.RATE and status is Status.REGRESSING:
        return None
    mean = expected_count(evidence, way, judged.at)
    if mean < -ROUNDING or exceeds(mean, parameters.poisson_max):
        return _of_drift(evidence, way, status, judged)
    return _of_counts(evidence, way, status, judged, max(0.0, mean))


def expected_count(evidence: Evidence, way: Way, t: float) -> float:
    """How many a process on its line counts by then: in the window of a rate, else since B."""
    level = way.expected_value(t)
    if evidence.indicator.kind is Kind.RATE:
        return level * evidence.indicator.window
    return abs(level - way.baseline)


def student_cdf(t: float, degrees: int) -> float:
    """Student's t distribution for whole degrees of freedom, as a finite series.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4
    """
    angle = atan(t / sqrt(degrees))
    c, s = cos(angle), sin(angle)
    if degrees == 1:
        return 0.5 + angle / pi
    term = total = c if degrees % 2 else 1.0
    for k in range(3 if degrees % 2 else 2, degrees, 2):
        term *= c * c * (k - 1) / k
        total += term
    inside = 2 / pi * (angle + s * total) if degrees % 2 else s * total
    return 0.5 + inside / 2


def poisson(n: int, mean: float) -> float:
    """Probability of exactly n events."""
    if mean == 0:
        return 1.0 if n == 0 else 0.0
    return exp(n * log(mean) - mean - lgamma(n + 1))


def _of_counts(
    evidence: Evidence, way: Way, status: Status, judged: Reading, mean: float
) -> Chance:
    sign, at = evidence.indicator.sign, judged.at
    rank = WORST_FIRST.index(status)
    as_status = as_figure = 0.0
    for n in range(int(mean + TAIL * sqrt(mean + 1)) + 1):
        value = _counted(evidence, way)(n)
        weight = poisson(n, mean)
        shown = judge(evidence.indicator, way, value, at, evidence.parameters)
        if WORST_FIRST.index(shown) <= rank:
            as_status += weight
        if not exceeds(sign * value, sign * judged.figure.middle):
            as_figure += weight
    return Chance(as_status, as_figure, Process.POISSON)


def _counted(evidence: Evidence, way: Way) -> Callable[[int], float]:
    """The level at which n events leave the indicator."""
    if evidence.indicator.kind is Kind.RATE:
        return lambda n: n / evidence.indicator.window
    return lambda n: way.baseline + evidence.indicator.sign * n


def _of_drift(evidence: Evidence, way: Way, status: Status, judged: Reading) -> Chance | None:
    walk = drift(series(evidence, judged))
    if walk is None or walk.spread is None or walk.spread <= ROUNDING:
        return None
    due = way.expected_value(judged.at)
    scale = walk.spread * sqrt(judged.at - way.start)
    degrees = len(walk.points) - 2

    def below(level: float) -> float:
        return student_cdf(evidence.indicator.sign * (level - due) / scale, degrees)

    edge = _edge(way, status, due, evidence.parameters)
    return Chance(below(edge), below(judged.figure.middle), Process.DRIFT)


def _edge(way: Way, status: Status, due: float, parameters: Parameters) -> float:
    """The level at which a status would turn into the next better one."""
    if status is Status.REGRESSING:
        return way.baseline - parameters.regress_tolerance * way.length
    share = parameters.on_track if status is Status.BEHIND else parameters.behind
    return way.baseline + share * (due - way.baseline)
