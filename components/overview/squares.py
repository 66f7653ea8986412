"""All objectives as small squares, each a link: by status, or by evidence where none is judged."""

from collections.abc import Callable
from html import escape

from components.language.text import _, number
from components.look.status import best_first, css_class, piece
from components.overview.message import is_judged
from components.wording.sentence import grade_word
from store.progress import Grade
from store.standing import ObjectiveStanding, PlanStanding


def build(plan: PlanStanding, address: Callable[[str], str]) -> str:
    """The squares as HTML, groups with their counts below them."""
    if any(is_judged(objective) for objective in plan.objectives):
        seen = best_first({objective.statuses for objective in plan.objectives})
        groups = [
            _group(
                [objective for objective in plan.objectives if objective.statuses == ends],
                piece(*ends),
                address,
            )
            for ends in seen
        ]
    else:
        groups = [
            _group(
                found, f'<span class="graded {grade}">{escape(grade_word(grade))}</span>', address
            )
            for grade in Grade
            if (found := [one for one in plan.objectives if one.grade is grade])
        ]
    label = escape(_("All objectives"))
    return f'<nav class="groups" aria-label="{label}">{"".join(groups)}</nav>'


def _group(objectives: list[ObjectiveStanding], label: str, address: Callable[[str], str]) -> str:
    squares = "".join(
        f'<a class="{_look(objective)}" href="{escape(address(objective.code))}"'
        f' title="{escape(objective.title)}">{objective.code}</a>'
        for objective in objectives
    )
    return (
        f'<div><div class="squares">{squares}</div>'
        f"<p>{label} <b>{number(len(objectives))}</b></p></div>"
    )


def _look(objective: ObjectiveStanding) -> str:
    """Measured verdicts are filled, others drawn as their evidence is."""
    return f"{css_class(objective.statuses)} fill-{objective.grade}"
