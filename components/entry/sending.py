"""The end of the form: the effect, the doubts, everything that is wrong, and what sends, once."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.elements import writing
from components.entry import due, slot, typed
from components.entry.drafting import Typed
from components.entry.slot import Entry
from components.language.markdown import escape
from components.language.text import _
from components.reader import access, bar, clock, places, scripts, sessions
from components.reporting import aside
from store.figures import actions, remarks
from store.figures.draft import MeasurementDraft
from store.ground import texts
from store.ground.errors import StoreError
from store.reporting import plausibility, saved_drafts
from store.reporting.dues import Due
from store.reporting.plausibility import Background

AT_ONCE = ("value", "numerator", "denominator", "level", "period_start", "period_end")


def show(entry: Entry, background: Background, outcome: Typed) -> None:
    """What the figure would change, the doubts to answer, and the one button that sends."""
    fields = entry.fields
    problems = dict(outcome.problems)
    if _is_as_it_stands(entry):
        problems["reason"] = _("Nothing is changed yet: this is what stands.")
    if outcome.trial is not None:
        aside.show_effect(outcome.trial, entry.moves)
        problems |= _ask(entry, background, outcome.trial)
    room = st.container()
    with st.container(horizontal=True, gap="small", key="entry_acts"):
        st.button(
            _("Submit"),
            type="primary",
            key=fields.key("submit"),
            on_click=_ask_to_send,
            args=(entry,),
        )
        if due.following(fields.slot) is not None:
            st.button(
                _("Submit, then next"),
                key=fields.key("submit_next"),
                on_click=_ask_to_send,
                args=(entry,),
                kwargs={"then_next": True},
            )
        if typed.is_touched(fields):
            label = _("Drop what I typed")
            st.button(label, key=fields.key("drop"), on_click=slot.leave, args=(entry,))
    is_asked = fields.memory.pop("is_asked", False)
    if problems:
        _complain(entry, room, problems)
    elif is_asked and outcome.draft is not None:
        _send(entry, outcome.draft)


def _ask_to_send(entry: Entry, *, then_next: bool = False) -> None:
    entry.fields.memory.update(is_asked=True, was_tried=True, then_next=then_next)


def _ask(entry: Entry, background: Background, trial: MeasurementDraft) -> dict[str, str]:
    """Say what looks unusual and take the answer; what is wrong where there is none."""
    doubts = plausibility.doubts(background, trial)
    if not doubts:
        return {}
    fields, name = entry.fields, "doubt_answer"
    st.warning("\n\n".join(escape(aside.say(doubt, background)) for doubt in doubts))
    label = _("This looks unusual. Say in words why it is right")
    fields.keep(
        name,
        label,
        st.text_input(label, key=fields.revive(name, ""), placeholder=scripts.needed()).strip(),
    )
    if texts.says_something(fields.content[name]):
        return {}
    return {name: _("Say why it is right, or change the figure.")}


def _complain(entry: Entry, room: DeltaGenerator, problems: dict[str, str]) -> None:
    """An impossible figure is said at once; once sending was tried, all that is wrong, in a list.

    Each sentence stands at its field too.
    """
    fields = entry.fields
    was_tried = fields.memory.get("was_tried", False)
    has_figure = any(fields.content.get(name) is not None for name in typed.FIGURES)
    for name, sentence in problems.items():
        if was_tried or (has_figure and name in AT_ONCE):
            fields.complain(name, sentence)
    if was_tried:
        lines = [f"- {escape(_named(entry, *problem))}" for problem in problems.items()]
        room.error("\n".join([escape(_("Not sent yet:")), "", *lines]))


def _named(entry: Entry, name: str, sentence: str) -> str:
    label = entry.fields.names.get(name)
    return f"{label}: {sentence}" if label else sentence


def _send(entry: Entry, draft: MeasurementDraft) -> None:
    """Write the figure, the answers and the end of the draft, or nothing at all."""
    actor, fields = access.actor(), entry.fields
    answers = [*fields.memory.get("both_right", {}).values(), fields.content.get("doubt_answer")]
    try:
        with sessions.writing() as session:
            left = entry.moves
            if left is None:
                row = actions.report(session, actor, draft)
            else:
                row = actions.move(session, actor, left, draft)
            remarks.acknowledge_all(session, actor, [(row, answer) for answer in answers if answer])
            saved_drafts.forget(session, actor, fields.slot)
            number = row.id
    except StoreError as error:
        writing.show_refusal(error)
        return
    following = due.following(fields.slot) if fields.memory.get("then_next") else None
    fields.clear()
    fields.set({"sent": number})
    if following is not None:
        _go_on(entry, number, following)
    st.rerun()


def _go_on(entry: Entry, number: int | None, following: Due) -> None:
    """Draw the form of what is due next, and say there what was sent."""
    st.query_params.from_dict(
        bar.link(
            indicator=following.indicator.code,
            place=following.place.code,
            year=str(following.year),
        )
    )
    writing.finish(
        _(
            "Sent: {indicator}, {place} {year}, number {number} in the ledger. It waits for the"
            " Secretariat.",
            indicator=entry.indicator.name,
            place=places.name(entry.fields.slot.place_code),
            year=entry.fields.slot.year,
            number=str(number),
        )
    )


def keep(entry: Entry) -> None:
    """Keep what was typed, where it changed since it was last kept."""
    fields = entry.fields
    content = typed.to_keep(fields)
    kept = fields.memory.get("kept")
    says_nothing_new = _is_as_it_stands(entry) or not typed.is_touched(fields)
    if content == kept or (kept is None and says_nothing_new):
        return
    with sessions.writing() as session:
        saved_drafts.save(session, access.actor(), fields.slot, content, clock.now())
    fields.memory.update(kept=content, kept_at=clock.now())


def _is_as_it_stands(entry: Entry) -> bool:
    """Whether a correction changes nothing, as when its fields were filled just now."""
    row = entry.corrected
    return row is not None and entry.moves is None and typed.says_the_same(entry.fields, row)


def drop(entry: Entry) -> None:
    """Forget what was typed, here and in the store."""
    with sessions.writing() as session:
        saved_drafts.forget(session, access.actor(), entry.fields.slot)
    entry.fields.clear()
