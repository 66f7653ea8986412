"""Time and way, two bars on one scale from 2020 to the deadline."""

from html import escape

from components.language.text import _, _c, number, percent
from components.overview import headline
from components.overview.message import is_judged
from store.standing import PlanStanding


def build(plan: PlanStanding) -> str:
    """The two bars as HTML, each with its words behind it."""
    names = _c("bar", "time"), _c("bar", "way")
    passed = _("{share} has passed", share=percent(plan.clock))
    time = f'<i class="bar time" style="--high:{plan.clock:.3f}"></i>'
    return (
        f'<div class="race"><span>{escape(names[0])}</span>{time}<b>{escape(passed)}</b>'
        f"<span>{escape(names[1])}</span>{_bar(plan)}<b>{escape(said(plan))}</b>"
        f"<span></span><small><span>2020</span><span>{plan.horizon}</span></small></div>"
    )


def said(plan: PlanStanding) -> str:
    """What is known of the way in a few words."""
    shown, due = plan.headline, headline.due(plan)
    if shown.progress is not None and due is not None:
        return _("{share} covered, {due} was due", share=percent(shown.progress), due=percent(due))
    if shown.band is not None:
        low, high = shown.band
        return _("{low} to {high}, indicative", low=percent(low), high=percent(high))
    return _(
        "{judged} of {total} objectives can be judged",
        judged=number(sum(is_judged(objective) for objective in plan.objectives)),
        total=number(len(plan.objectives)),
    )


def _bar(plan: PlanStanding) -> str:
    shown, due = plan.headline, headline.due(plan)
    if shown.progress is not None:
        tick = "" if due is None else f'<u style="--due:{due:.3f}"></u>'
        return f'<i class="bar" style="--high:{shown.progress:.3f}">{tick}</i>'
    low, high = shown.band or (0.0, 0.0)
    return f'<i class="bar band" style="--low:{low:.3f};--high:{high:.3f}"></i>'
