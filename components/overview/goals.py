"""Six goals and their objectives: each gauge over its tiles, and the key to both."""

from collections.abc import Callable
from html import escape

from components.language.text import _, _c
from components.overview import gauge, tiles, way
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
        f'<div class="key"><h3>{escape(_("How to read it"))}</h3><div>{_sample(plan.clock)}</div>'
        f"<div>{shown}</div><div><p>{escape(how)}</p><p>{escape(gauge.legend())}</p></div></div>"
    )


def _sample(clock: float) -> str:
    """A tile with its parts named, for eyes; the sentence beside it says the same."""
    last = max(0.2, clock - 0.1)
    line = way.polygon([(0, 100), (50 * last, 90), (100 * last, 68)])
    numbers = f"--t:{clock:.2f};--x:{last:.2f};--y:0.32;--ink-left:1;--path:{line}"
    named = (
        ("target", _c("end of a way", "target")),
        ("due", _("what is due")),
        ("last", _("last fact")),
        ("now", _c("a day in a chart", "today")),
        ("start", _("baseline, 2020")),
    )
    words = "".join(f'<span class="{name}">{escape(said)}</span>' for name, said in named)
    return f'<p class="sample" style="{numbers}" aria-hidden="true"><i class="way"></i>{words}</p>'
