"""Below a verdict: how firm it is, and the rules behind it for whoever asks why."""

from collections.abc import Callable
from html import escape

from components.language.text import _
from components.look.markup import note
from components.wording import part_rules, rules, sentence
from store.standing import ObjectiveStanding, PlanStanding


def build(plan: PlanStanding, objective: ObjectiveStanding, to_rule: Callable[[str], str]) -> str:
    """Both as HTML; `to_rule` says where the page Method explains a rule."""
    firm = note(sentence.firmness(plan, objective))
    applied = part_rules.as_list(rules.behind(plan, objective), to_rule)
    if not applied:
        return firm
    return (
        f'{firm}<details class="reckoned"><summary>{escape(_("Why?"))}</summary>{applied}</details>'
    )
