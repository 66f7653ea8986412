"""Which figure is judged, at which ends, with which verdict: the newest, an older one, a floor."""

from dataclasses import dataclass

from store.progress.ends import shown_share
from store.progress.evidence import Evidence
from store.progress.flags import Ends, is_baseline_sensitive
from store.progress.floor import as_of_today
from store.progress.indicator import Kind
from store.progress.parameters import exceeds
from store.progress.readings import Reading
from store.progress.status import (
    MET,
    WORST_FIRST,
    Reason,
    Status,
    is_too_early,
    judge,
    met,
)
from store.progress.verdict import Grade, Strength, Verdict, age, known_well, verdict

LEVELS = frozenset({Kind.STOCK, Kind.MILESTONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A figure judged at both ends.

    `newest_shares` is progress at the ends of the newest figure, whichever was judged.
    """

    judged: Reading
    ends: Ends
    low: Status
    high: Status
    verdict: Verdict
    age: float
    newest_shares: tuple[float, float]
    has_newest_faded: bool
    is_floor: bool = False
    is_older: bool = False

    @property
    def is_met(self) -> bool:
        """Even the worse end is at the target."""
        return self.low in MET

    @property
    def single(self) -> Status | None:
        """The one status of both ends."""
        return self.low if self.low is self.high else None


def judge_evidence(evidence: Evidence, newest: Reading) -> Judgement:
    """Judge the newest figure; where that says nothing, an older level or the floor of a total.

    Source: data/METHODS.md#two-ends-one-verdict
    """
    judgement = _judge_reading(evidence, newest)
    if judgement.verdict.reason is Reason.TOO_WIDE:
        return _older(evidence, judgement) or judgement
    if judgement.verdict.reason is Reason.DATA_TOO_OLD:
        return _floor(evidence, judgement) or judgement
    return judgement


def _judge_reading(evidence: Evidence, reading: Reading) -> Judgement:
    sign, figure = evidence.indicator.sign, reading.figure
    ends: Ends = (figure.worse(sign), reading.last), (figure.better(sign), reading.first)
    low, high = _statuses(evidence, ends)
    shares = tuple(shown_share(evidence, value) for value, _ in ends)
    well = known_well(evidence)
    is_final = evidence.indicator.kind is Kind.CUMULATIVE and low in MET
    strength = Strength(
        observations=len(well),
        span=max(well) - min(well) if well else 0.0,
        age=age(evidence, reading),
        width=shares[1] - shares[0],
        stale_after_years=evidence.indicator.stale_after_years,
        is_final=is_final,
        is_sensitive=not reading.is_dated(evidence.parameters)
        or is_baseline_sensitive(evidence, ends),
    )
    limit = evidence.indicator.stale_after_years
    limit = evidence.parameters.stale_after_years if limit is None else limit
    return Judgement(
        judged=reading,
        ends=ends,
        low=low,
        high=high,
        verdict=verdict(low, high, strength, evidence.parameters),
        age=strength.age,
        newest_shares=(shares[0], shares[1]),
        has_newest_faded=not is_final and exceeds(strength.age, limit),
    )


def _statuses(evidence: Evidence, ends: Ends) -> tuple[Status, Status]:
    if evidence.way is None:
        year = evidence.active.year if evidence.active else evidence.as_of
        low, high = (met(evidence.indicator, year, t) for _, t in ends)
        return low, high
    low, high = (judge(evidence.indicator, evidence.way, *end, evidence.parameters) for end in ends)
    return low, high


def _older(evidence: Evidence, newest: Judgement) -> Judgement | None:
    """Fall back on the newest exact or "about" dated level, unless a later figure excludes it."""
    if evidence.indicator.kind not in LEVELS:
        return None
    before = evidence.since_start[:-1]
    points = [
        number
        for number, reading in enumerate(before)
        if reading.figure.is_point and reading.is_dated(evidence.parameters)
    ]
    if not points:
        return None
    older = before[points[-1]]
    if any(_excludes(later, older) for later in evidence.since_start[points[-1] + 1 :]):
        return None
    judgement = _judge_reading(evidence, older)
    is_early = is_too_early(evidence, older.first) and not judgement.is_met
    if is_early or judgement.verdict.reason is not None:
        return None
    given = judgement.verdict
    indicative = Verdict(
        given.status, given.status_low, given.status_high, Grade.INDICATIVE, faded=given.faded
    )
    return Judgement(
        judged=older,
        ends=judgement.ends,
        low=judgement.low,
        high=judgement.high,
        verdict=indicative,
        age=judgement.age,
        newest_shares=newest.newest_shares,
        has_newest_faded=newest.has_newest_faded,
        is_older=True,
    )


def _excludes(later: Reading, older: Reading) -> bool:
    """Whether no value fits both."""
    return exceeds(later.figure.low, older.figure.high) or exceeds(
        older.figure.low, later.figure.high
    )


def _floor(evidence: Evidence, old: Judgement) -> Judgement | None:
    """What a total kept, judged as of today, if that excludes off track."""
    if evidence.indicator.kind is not Kind.CUMULATIVE or evidence.way is None:
        return None
    if evidence.is_kept:
        return None
    today = as_of_today(evidence)
    ends: Ends = (today.figure.low, today.last), (today.figure.high, today.first)
    low, high = _statuses(evidence, ends)
    if WORST_FIRST.index(low) <= WORST_FIRST.index(Status.OFF_TRACK):
        return None
    status = low if low is high else Status.RANGE
    return Judgement(
        judged=today,
        ends=ends,
        low=low,
        high=high,
        verdict=Verdict(status, low, high, Grade.INDICATIVE, faded=True),
        age=old.age,
        newest_shares=old.newest_shares,
        has_newest_faded=True,
        is_floor=True,
    )
