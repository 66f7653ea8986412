"""The method at work: one indicator of each kind as it stands, with its rules filled in."""

from html import escape

from components.language.text import _, _c
from components.look import isolation
from components.look.status import piece
from components.wording import part_rules
from components.wording.figures import latest_fact, span
from components.wording.sentence import needed
from components.wording.verdicts import reason
from store.progress import Grade, Kind, Status
from store.standing import IndicatorStanding, PlanStanding

STRENGTH = (Grade.MEASURED, Grade.INDICATIVE, Grade.DOCUMENTED, Grade.NONE)


def build(plan: PlanStanding) -> str:
    """An example of every kind as HTML, each of what this store knows on the day."""
    chosen = [(kind, best(plan, kind)) for kind in Kind]
    return "".join(_example(kind, one) for kind, one in chosen if one is not None)


def best(plan: PlanStanding, kind: Kind) -> IndicatorStanding | None:
    """The indicator of a kind of which most is known; of equals the first in the plan."""
    every = [
        one
        for objective in plan.objectives
        for one in objective.parts
        if one.indicator.kind == kind and not one.regions
    ]
    return min(every, key=_rank, default=None)


def _rank(standing: IndicatorStanding) -> tuple[bool, int, bool]:
    card = standing.assessment
    is_silent = card.status is Status.NOT_ENOUGH_DATA
    return is_silent, STRENGTH.index(card.grade), standing.baseline is None


def heading(kind: Kind) -> str:
    """What a kind of indicator counts."""
    return {
        Kind.STOCK: _c("kind of indicator", "A level: how many there are on a day"),
        Kind.RATE: _c("kind of indicator", "A yearly rate: how many a year brings"),
        Kind.CUMULATIVE: _c("kind of indicator", "A running total: how many there were so far"),
        Kind.MILESTONE: _c("kind of indicator", "A milestone: a level from 0 to 5"),
    }[kind]


@isolation.piece
def _example(kind: Kind, standing: IndicatorStanding) -> str:
    indicator = standing.indicator
    name = f"{indicator.objective_code} · {indicator.name}"
    listed = part_rules.as_list(part_rules.of_part(standing))
    return (
        f"<h3>{escape(heading(kind))}</h3><p><b>{escape(name)}</b><br>{escape(_asked(standing))}</p>"
        f'<p class="verdict">{piece(*standing.statuses)} {escape(_known(standing))}</p>{listed}'
    )


def _asked(standing: IndicatorStanding) -> str:
    target = next(iter(standing.targets), None)
    if target is None:
        return _("The plan asks for no number.")
    if standing.baseline is None:
        return _(
            "Asked for by {year}: {target}. The plan gives no starting value.",
            year=target.year,
            target=span(standing.indicator, target),
        )
    return _(
        "Asked for by {year}: {target}, from {start}.",
        year=target.year,
        target=span(standing.indicator, target),
        start=span(standing.indicator, standing.baseline),
    )


def _known(standing: IndicatorStanding) -> str:
    """The newest figure; without one what is missing, and the pace that is left."""
    fact = latest_fact(standing)
    missing = reason(standing)
    if fact and missing:
        return _("Known: {fact}. {reason}", fact=fact, reason=missing)
    if fact:
        return _("Known: {fact}.", fact=fact)
    if not standing.assessment.pace_from_start:
        return missing
    return _(
        "{reason} If nothing has moved since 2020, {pace} a year would be needed from now on.",
        reason=missing,
        pace=needed(standing),
    )
