"""The end of the form: the doubts to answer, and the one button that sends, once."""

from dataclasses import dataclass

import streamlit as st

from components.elements import writing
from components.language.markdown import escape
from components.language.text import _, day
from components.look.markup import show_note
from components.reader import access, people_names, sessions
from components.reporting import aside, report_fields
from components.reporting.report_fields import Fields
from components.wording.figures import reported_figure
from store.figures import actions, remarks
from store.figures.draft import MeasurementDraft
from store.ground.errors import StoreError
from store.models import Indicator, Measurement
from store.reporting import plausibility, saved_drafts
from store.reporting.plausibility import Background

TEXTS = ("missing_reason", "source_title", "source_link", "note")
FIGURES = ("value", "numerator", "denominator", "level")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the form works on: the slot, the figure that stands there and the one seen."""

    fields: Fields
    indicator: Indicator
    head: Measurement | None
    seen: int | None


def show(
    entry: Entry,
    background: Background,
    draft: MeasurementDraft | None,
    problems: dict[str, str],
) -> None:
    """The doubts to answer and the one button that sends, unless it was sent already."""
    head = entry.head
    if head is not None and _says_the_same(entry.fields, head):
        when = day(head.recorded_at.date())
        st.success(_("This figure has been in the store since {when}.", when=when))
        return
    answer = _ask(entry, background, draft)
    if not _is_somebody_elses(entry):
        _offer_to_send(entry, draft, problems, answer)


def _ask(entry: Entry, background: Background, draft: MeasurementDraft | None) -> str | None:
    """Say what looks unusual; the reporter's answer to it, None where nothing does."""
    doubts = plausibility.doubts(background, draft) if draft is not None else []
    warnings = [aside.say(doubt, background) for doubt in doubts]
    if not warnings:
        return None
    st.warning("\n\n".join(escape(sentence) for sentence in warnings))
    label = _("This looks unusual. Say in words why it is right")
    return st.text_input(label, key=entry.fields.key("answer_doubt")).strip()


def _offer_to_send(
    entry: Entry, draft: MeasurementDraft | None, problems: dict[str, str], answer: str | None
) -> None:
    fields = entry.fields
    show_note(
        _(
            "Every field you leave is kept, for you alone, until you send it. A field you are still"
            " typing in may be lost."
        )
    )
    if st.button(_("Submit"), type="primary", key=fields.key("submit")):
        for place, sentence in problems.items():
            fields.complain(place, sentence)
        if draft is not None and answer == "":
            st.error(_("Say why it is right, or change the figure."))
        elif draft is not None:
            _send(entry, draft, answer)
    elif fields.content.get("value") is not None or fields.content.get("level") is not None:
        _complain_of_figure(fields, problems)


def _says_the_same(fields: Fields, head: Measurement) -> bool:
    """Whether the fields hold what stands in the slot, as after an answer that never came."""
    typed = {name: None if text == "" else text for name, text in fields.content.items()}
    return all(typed.get(name) == (getattr(head, name) or None) for name in TEXTS) and all(
        typed.get(name) == getattr(head, name) for name in FIGURES
    )


def _complain_of_figure(fields: Fields, problems: dict[str, str]) -> None:
    """An impossible figure is said at once, what is still missing only when it is sent."""
    for place in ("value", "numerator", "denominator", "level", "period_start"):
        if place in problems:
            fields.complain(place, problems[place])


def _is_somebody_elses(entry: Entry) -> bool:
    """Whether another figure came into the slot meanwhile: show both, let the reporter choose."""
    head = entry.head
    if head is None or head.id == entry.seen:
        return False
    st.warning(
        escape(
            _(
                "Meanwhile {who} reported {figure} here. Yours is kept as you typed it: compare,"
                " then send yours as a correction of it, or leave it.",
                who=people_names.display(head.reporter),
                figure=reported_figure(entry.indicator, head),
            )
        )
    )
    if st.button(_("Go on with mine, as a correction"), key=entry.fields.key("go_on")):
        start, end = report_fields.period(entry.fields)
        st.session_state[entry.fields.key(f"seen_{start}_{end}")] = head.id
        st.rerun()
    return True


def _send(entry: Entry, draft: MeasurementDraft, answer: str | None) -> None:
    """Write the figure, the answer to the doubts and the end of the draft, or nothing at all."""
    actor = access.actor()
    try:
        with sessions.writing() as session:
            row = actions.report(session, actor, draft)
            if answer:
                remarks.acknowledge(session, actor, row, answer)
            saved_drafts.forget(session, actor, entry.fields.slot)
    except StoreError as error:
        writing.show_refusal(error)
        return
    st.session_state[entry.fields.key("sent")] = True
    st.rerun()
