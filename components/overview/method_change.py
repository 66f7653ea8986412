"""Which verdicts a change of method moved, not new facts: the same day judged by both methods."""

from html import escape

from components.language.text import _, _c, _n, day
from components.look import status
from components.look.markup import grid
from store.standing import IN_FORCE_SINCE, Method, PlanStanding


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


def rows(former: PlanStanding, plan: PlanStanding) -> list[list[str]]:
    """The objectives that both methods judge differently."""
    before = {one.code: one.statuses for one in former.objectives}
    return [
        [
            f"{one.code} {one.title}",
            status.label(before[one.code]),
            status.label(one.statuses),
        ]
        for one in plan.objectives
        if before[one.code] != one.statuses
    ]
