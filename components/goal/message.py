"""What a goal's page says first: how far the goal is and what holds it back, by rules."""

from components.language.text import _, day, number, percent
from components.look import isolation
from components.overview import shortfall
from store.progress import DEFAULT, Band
from store.standing import GoalStanding, ObjectiveStanding, PlanStanding


@isolation.words
def title(plan: PlanStanding, goal: GoalStanding) -> str:
    """The goal by name, how far it is where that can be said, and what holds it back."""
    facts = {"code": goal.code, "name": goal.name}
    gauge = goal.gauge
    if not plan.is_adopted:
        return _(
            "Goal {code}, {name}: on {day} the {version} plan did not exist yet",
            day=day(plan.as_of),
            version=plan.plan.code,
            **facts,
        )
    if gauge.show:
        return _shown(goal, facts | {"way": percent(gauge.progress or 0)})
    if gauge.band is not None:
        return _indicative(gauge.band, facts)
    return _counted(goal, facts)


def _counted(goal: GoalStanding, facts: dict[str, str]) -> str:
    """Too few can be judged to say how far the goal is: how many, and which of them falls short."""
    gauge, short = goal.gauge, shortfall.ordered(goal.objectives)
    counts = {
        "known": number(gauge.measured + gauge.indicative),
        "total": number(gauge.total),
    }
    if not short:
        return _(
            "Goal {code}, {name}: {known} of {total} objectives can be judged", **counts, **facts
        )
    return _(
        "Goal {code}, {name}: {known} of {total} objectives can be judged, and {worst} falls short",
        worst=f"{short[0].code} {short[0].title}",
        **counts,
        **facts,
    )


def _indicative(band: Band, facts: dict[str, str]) -> str:
    low, high = percent(band.low), percent(band.high)
    if low == high:
        return _(
            "Goal {code}, {name}: with indicative figures {way} of the way where {due} was due",
            way=low,
            due=percent(band.expected or 0),
            **facts,
        )
    return _(
        "Goal {code}, {name}: with indicative figures between {low} and {high} of the way",
        low=low,
        high=high,
        **facts,
    )


def _shown(goal: GoalStanding, facts: dict[str, str]) -> str:
    behind = shortfall.ordered(goal.objectives)
    expected = goal.gauge.expected or 0
    if not behind:
        return _(
            "Goal {code}, {name}: {way} of the way where {due} was due, and no objective is known"
            " to fall short",
            due=percent(expected),
            **facts,
        )
    held = {"worst": f"{behind[0].code} {behind[0].title}"}
    if (goal.gauge.progress or 0) >= DEFAULT.on_track * expected:
        return _(
            "Goal {code}, {name}: {way} of the way, as much as was due, but {worst} holds it back",
            **facts,
            **held,
        )
    return _(
        "Goal {code}, {name}: {way} of the way where {due} was due; {worst} holds it back most",
        due=percent(expected),
        **facts,
        **held,
    )


def groups(goal: GoalStanding) -> list[tuple[str, list[ObjectiveStanding]]]:
    """The objectives under what they do to the goal, what holds it back most first."""
    short = shortfall.ordered(goal.objectives)
    judged = [one for one in goal.objectives if one.verdict.judged.is_known]
    others = [one for one in judged if not shortfall.is_short(one)]
    found = [
        (_("What holds it back"), short),
        (_("What may hold it back"), [one for one in others if shortfall.may_be_short(one)]),
        (
            _("What cannot be judged yet"),
            [one for one in goal.objectives if not one.verdict.judged.is_known],
        ),
        (
            _("As far as was due, or further"),
            [one for one in others if not shortfall.may_be_short(one)],
        ),
    ]
    return [(heading, members) for heading, members in found if members]


def bounds(goal: GoalStanding) -> list[tuple[str, str]]:
    """The numbers of the gauge in words, as (name, value); what is not known is left out."""
    gauge = goal.gauge
    said = [
        (_("Measured objectives"), _share_of(gauge.measured, gauge.total)),
        (_("Way covered, their mean"), "" if gauge.progress is None else percent(gauge.progress)),
        (_("Due on the dates of the figures"), _due(goal)),
        (_("With the others at worst and at best"), _between(gauge.low, gauge.high)),
        (_("Time passed"), "" if gauge.clock is None else percent(gauge.clock)),
    ]
    return [(name, value) for name, value in said if value]


def _share_of(part: int, whole: int) -> str:
    return _("{part} of {whole}", part=number(part), whole=number(whole))


def _due(goal: GoalStanding) -> str:
    gauge = goal.gauge
    expected = gauge.band.expected if gauge.band and not gauge.show else gauge.expected
    return "" if expected is None else percent(expected)


def _between(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return ""
    return _("{low} to {high}", low=percent(low), high=percent(high))
