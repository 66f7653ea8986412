"""Below a verdict: how firm it is, and the rules behind it for whoever asks why."""

from collections.abc import Callable
from html import escape

from components.language.text import _
from components.wording import rules, sentence
from store.standing import ObjectiveStanding, PlanStanding


def build(plan: PlanStanding, objective: ObjectiveStanding, to_rule: Callable[[str], str]) -> str:
    """Both as HTML; `to_rule` says where the page Method explains a rule."""
    firm = f'<p class="note">{escape(sentence.firmness(plan, objective))}</p>'
    applied = rules.behind(plan, objective)
    if not applied:
        return firm
    lines = "".join(
        f'<li>{escape(rule.said)} <a href="{escape(to_rule(rule.anchor))}">{escape(_("The rule"))}'
        "</a></li>"
        for rule in applied
    )
    return (
        f'{firm}<details class="reckoned"><summary>{escape(_("Why?"))}</summary>'
        f'<ul class="notes">{lines}</ul></details>'
    )
