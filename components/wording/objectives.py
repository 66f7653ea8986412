"""The verdict on an objective in a sentence; of several parts the one that decides is named."""

from components.language.text import _, listed, percent
from components.look import isolation
from components.wording.figures import turns
from components.wording.verdicts import objective_reason, why
from store.progress.status import WORST_FIRST
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding


@isolation.words
def verdict(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """Why the objective has its status, with the numbers in it."""
    missing = objective_reason(objective, plan)
    if missing:
        return _("{reason} It is up to {who}.", reason=missing, who=turns(objective))
    if len(objective.parts) == 1:
        return why(objective.parts[0])
    said = [_together(objective)]
    if weakest := weakest_parts(objective):
        said.append(_("The weakest part decides: {names}.", names=listed(weakest)))
    if unknown := unknown_parts(objective):
        said.append(_("Not measured: {names}.", names=listed(unknown)))
    return " ".join(said)


def _together(objective: ObjectiveStanding) -> str:
    low, high = objective.verdict.judged.progress
    expected = percent(objective.expected or 0)
    if percent(low) == percent(high):
        return _(
            "{progress} of the way on average over its parts, where {expected} was due.",
            progress=percent(low),
            expected=expected,
        )
    return _(
        "{low} to {high} of the way on average over its parts, where {expected} was due.",
        low=percent(low),
        high=percent(high),
        expected=expected,
    )


def weakest_parts(objective: ObjectiveStanding) -> list[str]:
    """The names of the parts whose worse end is the worst of all that are known."""
    known = [one for one in objective.parts if _is_known(one)]
    ranks = [WORST_FIRST.index(one.statuses[0]) for one in known]
    return [
        one.indicator.name for one, rank in zip(known, ranks, strict=True) if rank == min(ranks)
    ]


def unknown_parts(objective: ObjectiveStanding) -> list[str]:
    """The names of the parts that could be anything."""
    return [one.indicator.name for one in objective.parts if not _is_known(one)]


def _is_known(part: IndicatorStanding) -> bool:
    return part.statuses[0] in WORST_FIRST
