"""Objectives judged: their parts together, by the method of the day."""

from collections.abc import Sequence
from dataclasses import replace

from store import progress
from store.progress import Grade, Judged, Status
from store.standing import former
from store.standing.cards import PARTS_UNKNOWN, IndicatorStanding, ObjectiveVerdict
from store.standing.method import Method
from store.standing.series import is_possible


def judge(
    parts: Sequence[IndicatorStanding],
    beside: Sequence[IndicatorStanding],
    method: Method,
    *,
    is_documented: bool,
) -> ObjectiveVerdict:
    """Judge an objective by its parts; what stands beside is a recorded fact at most.

    `is_documented`: a finding beside its targets is known.
    """
    verdict = _of_parts(parts, method)
    if method is Method.FORMER:
        return verdict
    is_recorded = is_documented or any(map(_is_recorded, (*parts, *beside)))
    if verdict.judged.grade is Grade.NONE and is_recorded:
        return replace(verdict, judged=replace(verdict.judged, grade=Grade.DOCUMENTED))
    return verdict


def _is_recorded(standing: IndicatorStanding) -> bool:
    """Whether anything that can be is recorded: a figure rolled up, reported, or of a part-year."""
    return bool(standing.series) or any(
        is_possible(standing.indicator, one.figure, one.period_start, one.period_end)
        for one in standing.readings
        if one.figure is not None
    )


def _of_parts(parts: Sequence[IndicatorStanding], method: Method) -> ObjectiveVerdict:
    if not parts:
        none = Judged(status=Status.NOT_ENOUGH_DATA)
        return ObjectiveVerdict(none, None, progress.Reason.NO_TARGET)
    if len(parts) == 1:
        only = parts[0].assessment
        return ObjectiveVerdict(_alone(only), only.progress, only.reason)
    cards = [part.assessment for part in parts]
    reasons = {card.reason for card in cards}
    shared = next(iter(reasons)) if len(reasons) == 1 else None
    if method is Method.FORMER:
        judged = former.objective(cards)
        if judged.status is Status.NOT_ENOUGH_DATA:
            return ObjectiveVerdict(judged, None, shared or PARTS_UNKNOWN)
        return ObjectiveVerdict(judged, judged.progress[0], None)
    whole = progress.multipart([progress.of_assessment(card) for card in cards])
    if whole.status is Status.NOT_ENOUGH_DATA:
        return ObjectiveVerdict(whole.judged, None, shared or whole.reason, whole)
    return ObjectiveVerdict(whole.judged, whole.progress, None, whole)


def _alone(card: progress.Assessment) -> Judged:
    """A single part; one of the former method keeps what it showed beside a stale verdict."""
    if card.status is not Status.STALE or card.progress is None:
        return progress.of_assessment(card)
    return Judged(
        status=card.status, progress=(card.progress, card.progress), expected=card.expected
    )
