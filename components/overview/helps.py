"""What would help most where little is known: the answers that open most, and whose they are."""

from html import escape

from components.language.text import _, _c
from components.look import isolation
from components.overview import message
from components.reader import cache, clock, links
from components.reader.view import View
from components.wording import questions
from components.wording.questions import Line
from store.standing import PlanStanding

SHOWN = 3  # objectives; the page of figures owed lists all of them


def build(plan: PlanStanding, view: View) -> str:
    """The box as HTML; "" for a day that is past, and where half of the objectives are judged."""
    if view.as_of != clock.today() or not message.is_little_known(plan):
        return ""
    found = cache.derived("helps", (view,), lambda: questions.lines(questions.first(plan), SHOWN))
    if not found:
        return ""
    heading = escape(_("What would help most"))
    said = escape(" ".join(questions.summary(questions.first(plan))))
    rows = "".join(map(_row, found))
    return (
        f'<aside class="needs helps"><h2>{heading}</h2><p class="note">{said}</p>'
        f"<ul>{rows}</ul></aside>"
    )


@isolation.piece
def _row(line: Line) -> str:
    """An objective, what is asked of whom; the form for who may answer, else its page."""
    if questions.may_answer(line):
        label = _c("button", "Report")
        address = links.address(
            "report", indicator=line.indicator, place=line.place, year=str(line.year)
        )
    else:
        label = _c("button", "Open")
        address = links.address("objective", objective=line.code)
    return (
        f"<li><b>{line.code}</b><span>{escape('; '.join(line.asked))}"
        f"<small>{escape(_('Who could answer: {who}', who=line.who))}</small></span>"
        f'<a class="act" href="{escape(address)}">{escape(label)}</a></li>'
    )
