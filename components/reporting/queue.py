"""The review queue: what waits, held against what was, to approve or to return."""

import streamlit as st

from components.elements import writing
from components.figures import remarks, revisions
from components.language.markdown import escape as escape_markdown
from components.language.text import _, _n, period
from components.look.markup import show_facts, show_lead, show_note
from components.reader import access, bar, cache, clock, people_names, sessions
from components.reader.places import name
from components.reporting import aside
from components.wording.figures import reported_figure
from store.figures import actions, reported
from store.models import Indicator, Measurement, Remark
from store.reporting import plausibility
from store.rights.rights import Act

FORM = "review"
MOST = 25  # figures on one page


def show() -> None:
    """Draw the waiting figures, oldest first, with what each reader may do with them."""
    with sessions.reading() as session:
        waiting = reported.pending(session, access.actor())
        remarks = reported.remarks(session, [report.measurement.id or 0 for report in waiting])
    head = _n("{count} figure waits.", "{count} figures wait.", len(waiting))
    show_lead(head if waiting else _("Nothing waits."))
    writing.show_done()
    if not waiting:
        return
    rows = [report.measurement for report in waiting[:MOST]]
    chosen = [row for row in rows if _show_figure(row, remarks.get(row.id or 0, []))]
    if len(waiting) > MOST:
        show_note(_("The oldest {count} are shown.", count=MOST))
    if access.may(Act.REVIEW):
        _show_acts(chosen)


def _show_figure(row: Measurement, noted: list[Remark]) -> bool:
    """Draw one figure; whether it was chosen for the acts below."""
    indicator = next(
        indicator for indicator in cache.indicators() if indicator.code == row.indicator_code
    )
    with st.container(border=True, key=f"waiting_{row.id}"):
        title = (
            f"{indicator.objective_code or '–'} · {indicator.name} · {name(row.place_code)} ·"
            f" {period(row.period_start, row.period_end)}"
        )
        is_chosen = st.checkbox(f"**{escape_markdown(title)}**", key=f"chosen_{row.id}")
        show_facts(_facts(indicator, row, noted))
        if row.revision:
            with st.expander(_("What stood here before")):
                revisions.show(indicator, row.slot, clock.until_today())
        if remarks.may_add(indicator, row.place_code):
            with st.expander(_("Say something about it")):
                remarks.show_form(indicator, row.id or 0, row.place_code)
    return is_chosen


def _facts(indicator: Indicator, row: Measurement, noted: list[Remark]) -> list[tuple[str, str]]:
    with sessions.reading() as session:
        background = plausibility.look_up(session, bar.plan_on(clock.today()), row, clock.today())
    doubts = [aside.say(doubt, background) for doubt in plausibility.doubts(background, row)]
    facts = [
        (_("Figure"), reported_figure(indicator, row)),
        *aside.comparison(indicator, background),
        (_("Difference"), revisions.difference(indicator, row, background.previous)),
        (_("Looks unusual"), " ".join(doubts)),
        (_("Source"), " ".join(part for part in (row.source_title, row.source_link) if part)),
        (_("Note"), row.note),
        (_("Why corrected"), row.reason),
        (_("Reported by"), people_names.display(row.reporter)),
        *((remarks.word(remark.kind), remarks.sentence(remark)) for remark in noted),
    ]
    return [(label, text) for label, text in facts if text]


def _show_acts(chosen: list[Measurement]) -> None:
    count = len(chosen)
    if not chosen:
        show_note(_("Tick the figures that you want to approve or return."))
        return
    names = {"comment": _("Comment, needed to return")}
    comment = st.text_input(names["comment"], key=writing.key(FORM, "comment"))
    left, right = st.columns(2)
    if left.button(
        _n("Approve {count} figure", "Approve {count} figures", count),
        type="primary",
    ):
        writing.write(
            lambda session: [
                actions.approve(session, access.actor(), row, clock.today(), comment)
                for row in chosen
            ],
            _n("{count} figure approved.", "{count} figures approved.", count),
            form=FORM,
        )
    if right.button(_n("Return {count} figure", "Return {count} figures", count)):
        writing.write(
            lambda session: [
                actions.send_back(session, access.actor(), row, clock.today(), comment)
                for row in chosen
            ],
            _n("{count} figure returned.", "{count} figures returned.", count),
            form=FORM,
            names=names,
        )
