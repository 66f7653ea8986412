"""The whole card of one indicator on one as-of date: every figure, the verdict and its reasons."""

from collections.abc import Iterable
from dataclasses import replace

from store.progress import flags as marks
from store.progress.beside.chance import chance
from store.progress.beside.other_paths import other_paths
from store.progress.beside.projection import is_trend_sensitive, project
from store.progress.beside.spacing import spacing
from store.progress.card import UNKNOWN, Assessment, card_without_verdict
from store.progress.ends import agreed, describe, differ, shown_share
from store.progress.evidence import Evidence, gather
from store.progress.flags import Ends, Flag
from store.progress.floor import floor_of, reached
from store.progress.indicator import Indicator, Kind, Observation
from store.progress.judgement import Judgement, judge_evidence
from store.progress.pace import arrives_too_late
from store.progress.parameters import DEFAULT, Parameters, reaches
from store.progress.status import MET, Reason, is_too_early, missing
from store.progress.verdict import dated
from store.progress.years import Moment


def assess(
    indicator: Indicator,
    observations: Iterable[Observation],
    as_of: Moment,
    parameters: Parameters = DEFAULT,
) -> Assessment:
    """Judge an indicator by what was known on the as-of date.

    Later observations change nothing. Nothing is filled in: where something is lacking the
    status is `not_enough_data` with a reason.
    Errors: none for numbers up to 1e150; OverflowError or not a number beyond.
    Source: data/METHODS.md#status
    """
    evidence = gather(indicator, observations, as_of, parameters)
    card = card_without_verdict(evidence)
    reason = missing(evidence)
    if reason is not None:
        return replace(card, reason=reason)
    newest = evidence.newest
    sign = indicator.sign
    ends: Ends = (
        (newest.figure.worse(sign), newest.last),
        (newest.figure.better(sign), newest.first),
    )
    judgement = judge_evidence(evidence, newest)
    card = replace(card, observations=len(dated(evidence)))
    if is_too_early(evidence, newest.first) and not judgement.is_met:
        return replace(
            _with_figures(card, evidence, judgement, ends, hide=True),
            status_low=None,
            status_high=None,
            reason=Reason.TOO_EARLY,
        )
    return _judged(card, evidence, judgement)


def _with_figures(
    card: Assessment, evidence: Evidence, judgement: Judgement, ends: Ends, *, hide: bool = False
) -> Assessment:
    """Fill in the figures of both ends, and those they agree on."""
    statuses = judgement.low, judgement.high
    low, high = (
        describe(evidence, status, *end) for status, end in zip(statuses, ends, strict=True)
    )
    both = differ(low, high)
    if hide:
        low, high = replace(low, status=None), replace(high, status=None)
    return replace(
        card,
        **agreed(low, high),
        low=low if both else None,
        high=high if both else None,
        spacing=spacing(evidence, [value for value, _ in ends]),
        expected_value=_expected_value(evidence, ends),
        status_low=judgement.low,
        status_high=judgement.high,
    )


def _expected_value(evidence: Evidence, ends: Ends) -> float | None:
    """The level the line is at on the date of the worse end."""
    if evidence.way is None or evidence.is_kept:
        return evidence.target
    return evidence.way.expected_value(ends[0][1])


def _judged(card: Assessment, evidence: Evidence, judgement: Judgement) -> Assessment:
    """Fill in the card of an indicator whose newest figure can be judged."""
    card = replace(card, bounds=_bounds(evidence, judgement))
    judged = judgement.judged
    card = _with_figures(card, evidence, judgement, judgement.ends)
    way, single = evidence.way, judgement.single
    projection = likelihood = None
    if way is not None and not evidence.is_kept and not judgement.is_met:
        projection = None if judgement.is_floor else project(evidence, way, evidence.newest)
    if way is not None and single is not None:
        likelihood = chance(evidence, way, single, judged)
    verdict = judgement.verdict
    card = replace(
        card,
        status=verdict.status,
        grade=verdict.grade,
        reason=verdict.reason,
        last_status=verdict.last_status,
        faded=verdict.faded,
        age=judgement.age,
        first=judged.first,
        last=judged.last,
        figure=judged.figure,
        floor=None if way is None else floor_of(evidence, way),
        projection=projection,
        chance=likelihood,
        paths=other_paths(evidence, judgement.ends),
    )
    return replace(card, flags=card.flags | _flags(card, evidence, judgement))


def _flags(card: Assessment, evidence: Evidence, judgement: Judgement) -> frozenset[str]:
    """What is said of a judged series."""
    ends, statuses = judgement.ends, (judgement.low, judgement.high)
    single, figure_chance = judgement.single, card.chance and card.chance.figure
    parameters = evidence.parameters
    pairs = list(zip(statuses, ends, strict=True))
    own = marks.set_ones(
        {
            Flag.BASELINE_SENSITIVE: marks.is_baseline_sensitive(evidence, ends),
            Flag.NO_BASELINE: evidence.way is None,
            Flag.MAINTENANCE: evidence.is_kept,
            Flag.FADED: card.faded,
            Flag.FLOOR: judgement.is_floor,
            Flag.OLDER_FIGURE: judgement.is_older,
            Flag.RECENT_REVERSAL: not judgement.is_floor
            and marks.steps_back(evidence, judgement.judged),
            Flag.DEADLINE_MISSED: marks.missed_deadline(evidence, ends, statuses),
            Flag.AFTER_2100: any(
                arrives_too_late(evidence, *end, is_met=one in MET) for one, end in pairs
            ),
            Flag.TREND_SENSITIVE: card.projection is not None
            and is_trend_sensitive(card.projection, parameters),
            Flag.THRESHOLD_SENSITIVE: single is not None
            and marks.is_threshold_sensitive(evidence, ends, single),
            Flag.COULD_BE_CHANCE: figure_chance is not None
            and reaches(figure_chance, parameters.chance_flag),
        }
    )
    return own | marks.earlier_targets(evidence)


def _bounds(evidence: Evidence, judgement: Judgement) -> tuple[float, float]:
    """What progress can be today: fresh figures count, faded levels and rates can be anything.

    A total keeps what it certainly reached.
    Source: data/METHODS.md#bounds
    """
    if not judgement.has_newest_faded:
        return judgement.newest_shares
    if evidence.indicator.kind is not Kind.CUMULATIVE:
        return UNKNOWN
    return shown_share(evidence, reached(evidence)), 1.0
