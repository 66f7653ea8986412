"""The way from an objective to all others: a square each, the one before, the one behind."""

from html import escape

from components.language.text import _
from components.look import isolation
from components.look.status import css_class, glyph, label
from components.reader import links
from store.standing import ObjectiveStanding, PlanStanding


def build(plan: PlanStanding, chosen: ObjectiveStanding) -> str:
    """Squares under the letters of their goals, the chosen one marked, and its neighbours."""
    groups = "".join(
        f'<span><a class="letter" href="{escape(links.address("goal", goal=goal.code))}"'
        f' title="{escape(goal.name)}">{goal.code}</a>'
        f"{''.join(_square(one, chosen) for one in goal.objectives)}</span>"
        for goal in plan.goals
    )
    name = escape(_("All objectives"))
    return f'<nav class="rail all" aria-label="{name}">{groups}</nav>{_neighbours(plan, chosen)}'


CURRENT = ' aria-current="page"'


@isolation.piece
def _square(one: ObjectiveStanding, chosen: ObjectiveStanding) -> str:
    name = escape(f"{one.code} {one.title}: {label(one.statuses)}")
    return (
        f'<a class="square {css_class(one.statuses)}" href="{escape(_address(one))}"'
        f'{CURRENT if one is chosen else ""} title="{name}" aria-label="{name}">'
        f"{glyph(one.statuses[0])}</a>"
    )


def _neighbours(plan: PlanStanding, chosen: ObjectiveStanding) -> str:
    """The objective before, the goal, the objective behind; the first and last have one less."""
    order = plan.objectives
    at = order.index(chosen)
    goal = next(goal for goal in plan.goals if chosen in goal.objectives)
    before = f"<span>{_neighbour(order[at - 1], '‹ {}')}</span>" if at else "<span></span>"
    behind = _neighbour(order[at + 1], "{} ›") if at + 1 < len(order) else ""
    named = _("Goal {code}, {name}: {aim}", code=goal.code, name=goal.name, aim=goal.aim)
    up = links.link(named, "goal", goal=goal.code)
    return f'<div class="neighbours">{before}<span>{up}</span><span>{behind}</span></div>'


def _neighbour(one: ObjectiveStanding, arrow: str) -> str:
    said = arrow.format(f"<b>{one.code}</b> <i>{escape(one.title)}</i>")
    return f'<a href="{escape(_address(one))}">{said}</a>'


def _address(one: ObjectiveStanding) -> str:
    return links.address("objective", objective=one.code)
