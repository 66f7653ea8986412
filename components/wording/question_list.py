"""The first questions as a list of HTML: what is asked, of whom, and what the answer opens."""

from collections.abc import Callable, Sequence

from components.language.text import _, _c
from components.look.markup import Html, stacked
from components.reader import links
from components.wording.questions import Line


def build(lines: Sequence[Line], may_answer: Callable[[Line], bool]) -> str:
    """The list; what the reader may answer leads to the form of its first question."""
    return stacked(columns(), [_row(line, leads=may_answer(line)) for line in lines])


def columns() -> list[str]:
    """The heads of the list."""
    return [
        _("Objective"),
        _c("heading", "What is asked"),
        _c("heading", "Who could answer"),
        _("What the answer opens"),
    ]


def cells(line: Line) -> tuple[str, ...]:
    """A row of the list as text, for a document."""
    return f"{line.code} · {line.title}", "; ".join(line.asked), line.who, line.opens


def _row(line: Line, *, leads: bool) -> list[str]:
    objective, asked, who, opens = cells(line)
    if leads:
        objective = Html(
            links.link(
                objective,
                "report",
                indicator=line.indicator,
                place=line.place,
                year=str(line.year),
            )
        )
    return [objective, asked, who, opens]
