"""What would open most verdicts: the list, and a sheet of it to send to who could answer."""

import streamlit as st

from components.elements import table
from components.language.text import _, _c, tell
from components.look.markup import Html, empty, heading, lead, note
from components.reader import access, address, bar, cache, clock, sessions
from components.wording import question_list, questions
from store.figures import heads
from store.models import ReportedBy
from store.reporting import first_questions
from store.standing.questions import FirstQuestions
from store.templates import figures


def show() -> None:
    """Draw the list of the view's day and plan version, and offer it as a sheet."""
    view = bar.current()
    plan = cache.plan_standing(view.plan, view.until)
    found = questions.first(plan)
    title = heading(_("What would open most verdicts"))
    if not found.openings:
        st.html(Html(f"{title}{empty(_('No missing figure would open a verdict.'))}"))
        return
    said = lead(" ".join(questions.summary(found)))
    how = _(
        "Computed by asking the method what a figure would change, whatever its value; those"
        " that open most come first."
    )
    st.html(Html(f"{title}{said}{note(how)}"))
    chosen = address.choose("who", _c("choice of rows", "Who could answer"), _who(), default="all")
    openings = found.openings if chosen == "all" else found.by(*REPORTERS[chosen])
    shown = FirstQuestions(openings, found.goals)
    key = (view, chosen, access.actor(), clock.today())
    listed = cache.derived(
        "questions asked",
        key,
        lambda: question_list.build(questions.lines(shown), questions.may_answer),
    )
    st.html(Html("".join([listed, *map(note, questions.needles(found))])))
    if openings:
        _offer(shown)


REPORTERS = {
    "secretariat": (ReportedBy.SECRETARIAT, ReportedBy.COUNTRY),
    "regions": (ReportedBy.REGION, ReportedBy.COUNTRY),
}


def _who() -> dict[str, str]:
    return {
        "all": _c("choice of rows", "Everybody together"),
        "secretariat": _("the Secretariat alone"),
        "regions": _("the regions alone"),
    }


def _offer(found: FirstQuestions) -> None:
    with st.container(horizontal=True):
        table.offer_file(
            _("Questions as XLSX"), lambda: sheet(found, is_text=False), "4p1000-questions.xlsx"
        )
        table.offer_file(
            _("Questions as CSV"), lambda: sheet(found, is_text=True), "4p1000-questions.csv"
        )


def sheet(found: FirstQuestions, *, is_text: bool) -> bytes:
    """The questions in the template's columns, to be filled in and brought back."""
    said = {one.code: questions.opens(one, found) for one in found.openings}
    with sessions.reading() as session:
        asked = first_questions.asked(session, found.openings, clock.today())
        owed = [due for due, _code in asked]
        before = heads.of_pairs(session, {(due.indicator.code, due.place.code) for due in owed})
    opens = [said[code] for _due, code in asked]
    if is_text:
        return figures.as_csv(owed, before, opens)
    return figures.as_xlsx(owed, before, tell, opens)
