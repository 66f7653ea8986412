"""The front of the public site: what falls short most, or what would help to know."""

from collections.abc import Callable
from html import escape

from components.language.text import _
from components.look import isolation, markup
from components.overview import message, shortfall, tiles
from components.wording import questions
from components.wording.questions import Line
from store.standing import PlanStanding

SHOWN = 3

To = Callable[[str], str]


def build(plan: PlanStanding, address: To) -> str:
    """Up to three objectives that fall short, the furthest behind first; "" where none does."""
    judged = [one for one in plan.objectives if message.is_judged(one)]
    short = shortfall.ordered(judged)[:SHOWN]
    if not plan.is_adopted or not short:
        return ""
    drawn = "".join(tiles.tile(plan, one, address(one.code)) for one in short)
    return _section(_("What needs attention most"), f'<div class="three">{drawn}</div>')


def build_helps(plan: PlanStanding, address: To) -> str:
    """Where less than half can be judged: what would open most verdicts, and whose it is to say."""
    judged = sum(map(message.is_judged, plan.objectives))
    if not plan.is_adopted or 2 * judged >= len(plan.objectives):
        return ""
    found = questions.first(plan)
    rows = "".join(_help(line, address(line.code)) for line in questions.lines(found, SHOWN))
    if not rows:
        return ""
    said = markup.note(" ".join(questions.summary(found)))
    return _section(_("What would help most"), f'{said}<div class="three">{rows}</div>')


def _section(title: str, body: str) -> str:
    return f"<h2>{escape(title)}</h2>{body}"


@isolation.piece
def _help(line: Line, address: str) -> str:
    asked, who = "; ".join(line.asked), _("Who could answer: {who}", who=line.who)
    return (
        f'<a class="tile ask" href="{escape(address)}"><b>{line.code} {escape(line.title)}</b>\n'
        f"{escape(asked)}\n<span>{escape(who)}</span></a>"
    )
