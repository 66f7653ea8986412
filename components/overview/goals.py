"""Six goals and their objectives: each gauge over its tiles, and the key to both."""

from collections.abc import Callable
from html import escape

from components.language.text import _
from components.overview import gauge, tiles
from store.standing import PlanStanding


def build(
    plan: PlanStanding, to_goal: Callable[[str], str], to_objective: Callable[[str], str]
) -> str:
    """All goals as one piece of HTML; the two functions say by code where their pages are."""
    drawn = "".join(
        f'<div class="column">{gauge.build(goal, to_goal(goal.code))}'
        f'<div class="tiles">{tiles.group(plan, goal.objectives, to_objective)}</div></div>'
        for goal in plan.goals
    )
    return f'<div class="goals">{drawn}{key(plan)}</div>'


def key(plan: PlanStanding) -> str:
    """How to read a tile and a gauge."""
    lines = (
        ("way least", "0.6", _("Open end: at least this much.")),
        ("way pale", "0.5", _("The older the fact, the paler its mark.")),
        ("way hint", "0.6", _("Hatched: indicative. It is shown, and never counted as measured.")),
        ("way fact", "0", _("Ring: a documented fact beside the target, which judges nothing.")),
    )
    shown = "".join(
        f'<p><i class="{kind}" style="--t:{plan.clock:.2f};--x:0.45;--y:{height};--ink-left:1">'
        f"</i>{escape(words)}</p>"
        for kind, height, words in lines
    )
    how = _(
        "A tile is the way from 2020 to its deadline: from the baseline up to the target. The"
        " slanted line is what is due, the brown one today, the mark the last thing known."
    )
    return (
        f'<div class="key"><h3>{escape(_("How to read it"))}</h3>'
        f"<p>{escape(how)}</p>{shown}<p>{escape(gauge.legend())}</p></div>"
    )
