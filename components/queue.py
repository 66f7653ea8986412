"""The review queue: what waits, held against what was, to approve or to return."""

from html import escape

import streamlit as st

from components import access, attempt, bar, cache, people_names, report_aside
from components.facts import show_facts, show_note
from components.markdown import escape as escape_markdown
from components.places import name
from components.text import _, _n, period
from store import actions, plausibility, remarks, reported, rights
from store.models import Indicator, Measurement, Remark
from store.rights import Act

MOST = 25  # figures on one page


def show() -> None:
    """Draw the waiting figures, oldest first, with what each reader may do with them."""
    with cache.reading() as session:
        waiting = reported.pending(session, access.actor())
        said = reported.remarks(session, [one.measurement.id or 0 for one in waiting])
    head = _n("{count} figure waits.", "{count} figures wait.", len(waiting))
    st.html(f'<p class="lead">{escape(head if waiting else _("Nothing waits."))}</p>')
    attempt.show_done()
    if not waiting:
        return
    rows = [one.measurement for one in waiting[:MOST]]
    chosen = [row for row in rows if _show_figure(row, said.get(row.id or 0, []))]
    if len(waiting) > MOST:
        show_note(_("The oldest {count} are shown.", count=MOST))
    if access.may(Act.REVIEW):
        _show_acts(chosen)


def _show_figure(row: Measurement, said: list[Remark]) -> bool:
    """Draw one figure; whether it was chosen for the acts below."""
    indicator = next(one for one in cache.indicators() if one.code == row.indicator_code)
    with st.container(border=True, key=f"waiting_{row.id}"):
        title = (
            f"{indicator.objective_code or '–'} · {indicator.name} · {name(row.place_code)} ·"
            f" {period(row.period_start, row.period_end)}"
        )
        is_chosen = st.checkbox(f"**{escape_markdown(title)}**", key=f"chosen_{row.id}")
        show_facts(_facts(indicator, row, said))
        _offer_remark(indicator, row)
    return is_chosen


def _facts(indicator: Indicator, row: Measurement, said: list[Remark]) -> list[tuple[str, str]]:
    with cache.reading() as session:
        background = plausibility.look_up(session, bar.current().plan, row, bar.today())
    doubts = [report_aside.say(doubt, background) for doubt in plausibility.doubts(background, row)]
    previous = background.previous
    facts = [
        (_("Figure"), report_aside.figure_of(indicator, row)),
        (_("Before"), report_aside.figure_of(indicator, previous) if previous else ""),
        (_("Looks unusual"), " ".join(doubts)),
        (_("Source"), " ".join(part for part in (row.source_title, row.source_link) if part)),
        (_("Note"), row.note),
        (_("Why corrected"), row.reason),
        (_("Reported by"), people_names.shown(row.reporter)),
        *(
            (_kind(remark.kind), f"{remark.text} ({people_names.shown(remark.author)})")
            for remark in said
        ),
    ]
    return [(label, text) for label, text in facts if text]


def _kind(kind: str) -> str:
    return {
        "acknowledgement": _("Reporter’s answer"),
        "recommendation": _("Recommendation"),
        "annotation": _("Annotation"),
        "quality flag": _("Quality flag"),
    }[kind]


def _offer_remark(indicator: Indicator, row: Measurement) -> None:
    """A recommendation by the Task Force Leader, an annotation or a flag by the STC."""
    where = rights.about(indicator, cache.places()[row.place_code])
    kinds = [kind for kind, act in remarks.ACTS.items() if rights.may(access.actor(), act, where)]
    if not kinds:
        return
    with st.expander(_("Say something about it")):
        kind = st.selectbox(_("Kind"), kinds, format_func=_kind, key=f"kind_{row.id}")
        text = st.text_input(_("In words"), key=f"remark_{row.id}")
        if st.button(_("Add"), key=f"add_{row.id}"):
            attempt.write(
                lambda session: remarks.add(session, access.actor(), row, kind, text), _("Added.")
            )


def _show_acts(chosen: list[Measurement]) -> None:
    comment = st.text_input(_("Comment, needed to return"), key="queue_comment")
    left, right = st.columns(2)
    count = len(chosen)
    if left.button(
        _n("Approve {count} figure", "Approve {count} figures", count),
        type="primary",
        disabled=not chosen,
    ):
        attempt.write(
            lambda session: [
                actions.approve(session, access.actor(), row, bar.today(), comment)
                for row in chosen
            ],
            _n("{count} figure approved.", "{count} figures approved.", count),
        )
    if right.button(
        _n("Return {count} figure", "Return {count} figures", count), disabled=not chosen
    ):
        attempt.write(
            lambda session: [
                actions.send_back(session, access.actor(), row, bar.today(), comment)
                for row in chosen
            ],
            _n("{count} figure returned.", "{count} figures returned.", count),
        )
