"""Which verdicts a change of method moved, not new facts: the same day judged by both methods."""

from html import escape

from components.language.text import _, _c, _n, day
from components.look import status
from components.look.markup import grid
from store.progress import Status
from store.standing import IN_FORCE_SINCE, Method, ObjectiveStanding, PlanStanding

Verdict = tuple[Status, Status]  # the worse and the better end


def build(former: PlanStanding, plan: PlanStanding) -> str:
    """The sentence, with its table folded below it, as HTML; "" where both methods agree."""
    moved = rows(former, plan)
    if not moved:
        return ""
    summary = f'<summary class="note">{escape(said(len(moved)))}</summary>'
    return f'<details class="by-method">{summary}{grid(columns(), moved, whole=True)}</details>'


def said(count: int) -> str:
    """That it was the method, and of how many objectives."""
    return _n(
        "Method {method}, in force since {day}, and no new fact moved the verdict on {count}"
        " objective.",
        "Method {method}, in force since {day}, and no new fact moved the verdicts on {count}"
        " objectives.",
        count,
        method=Method.IN_FORCE.value,
        day=day(IN_FORCE_SINCE),
    )


def columns() -> list[str]:
    """The heads of the table."""
    return [
        _("Objective"),
        _c("status before", "By method {method}", method=Method.FORMER.value),
        _c("status now", "By method {method}", method=Method.IN_FORCE.value),
    ]


def rows(before: PlanStanding, after: PlanStanding) -> list[list[str]]:
    """The objectives that two standings judge differently, with both verdicts."""
    return [
        [f"{one.code} {one.title}", status.label(was), status.label(one.statuses)]
        for one, was in moved(before, after)
    ]


def moved(before: PlanStanding, after: PlanStanding) -> list[tuple[ObjectiveStanding, Verdict]]:
    """The objectives that two standings judge differently, each with its former verdict."""
    earlier = {one.code: one.statuses for one in before.objectives}
    return [
        (one, earlier[one.code]) for one in after.objectives if earlier[one.code] != one.statuses
    ]
