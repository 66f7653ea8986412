"""How firm the evidence of an objective is, as a ladder, and what would make it firmer."""

from html import escape

from components.language.text import _, _c
from components.look import isolation, markup
from components.reader import links
from components.wording import questions
from store.progress import Grade
from store.standing import ObjectiveStanding, PlanStanding


@isolation.piece
def build(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """The four steps, the one reached marked, and the first question, as HTML."""
    steps = "".join(
        f"<li{CURRENT if grade is objective.grade else ''}>"
        f'<span class="graded {grade}">{escape(said)}</span></li>'
        for grade, said in _steps()
    )
    heading = _("How firm is this?")
    return (
        f'<section class="firm">{markup.heading(heading)}<ul>{steps}</ul>'
        f"{_firmer(plan, objective)}</section>"
    )


CURRENT = ' aria-current="true"'


def _steps() -> list[tuple[Grade, str]]:
    return [
        (Grade.MEASURED, _("Measured: enough of the whole, and a start to compare with")),
        (Grade.INDICATIVE, _("Indicative: one reading, a bound, or less than half")),
        (Grade.DOCUMENTED, _("Documented: a fact beside the target")),
        (Grade.NONE, _("Nothing yet")),
    ]


def _firmer(plan: PlanStanding, objective: ObjectiveStanding) -> str:
    """The questions whose answers open the verdict, with the form of the first; "" for none."""
    if not plan.is_adopted:
        return ""
    line = questions.of(plan, objective.code)
    return _box(line) if line else ""


def _box(line: questions.Line) -> str:
    asked = "".join(f"<li>{escape(one)}</li>" for one in line.asked)
    who = escape(_("Who could answer: {who}", who=line.who))
    act = (
        links.link(
            _c("link", "Report it"),
            "report",
            indicator=line.indicator,
            place=line.place,
            year=str(line.year),
        )
        if questions.may_answer(line)
        else ""
    )
    return (
        f'<div class="firmer"><h3>{escape(_("To make it firmer"))}</h3><ul>{asked}</ul>'
        f"<p>{who}</p><p>{escape(line.opens)} {act}</p></div>"
    )
