"""Write a decision or an action beside the figure, and say later what came of it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import streamlit as st

from components.elements import writing
from components.language.text import _, _c
from components.meetings import evidence, reviewed, wording
from components.reader import access, cache, clock, people_names, scripts
from store.meetings import decisions
from store.meetings.decision_draft import DecisionDraft
from store.models import Decision, DecisionKind, DecisionState, Meeting, Stage
from store.rights.rights import Act

FORM = "decision"
FOLLOW_UP = "follow_up"
LATEST_DUE = dt.date(2050, 12, 31)


def offer(meeting: Meeting, subject: str) -> None:
    """The form that writes a decision beside the figure; what is typed stays from step to step."""
    is_over = meeting.is_published or meeting.stage not in (Stage.OPEN, Stage.CLOSED)
    if is_over or not access.may(Act.MEET):
        return
    # A fold for each subject, and a new one, shut, once it was written: then the decision shows.
    fold = writing.key(_form(subject), "fold")
    with st.container(key="step_decide"), st.expander(_("Decide"), key=fold):
        typed = _read(meeting, subject)
        if st.button(_("Write it down"), key=f"{FORM}_send", type="primary"):
            writing.write(
                lambda session: decisions.record(session, access.actor(), DecisionDraft(**typed)),
                _("The decision was written down."),
                form=_form(subject),
                names={"text": _("What is decided")},
            )


def _form(subject: str) -> str:
    return f"{FORM}_{subject}"


def _read(meeting: Meeting, subject: str) -> dict[str, Any]:
    """Draw the fields; what they hold, as a DecisionDraft's."""

    def key(field: str) -> str:
        return writing.key(_form(subject), f"{field}_{meeting.code}")

    names = wording.kind_names()
    kind = st.segmented_control(
        _("Kind"),
        list(names),
        default=DecisionKind.ACTION,
        required=True,
        format_func=names.__getitem__,
        key=key("kind"),
        persist_state="session",
    )
    text = st.text_area(
        _("What is decided"),
        key=key("text"),
        height=80,
        persist_state="session",
        placeholder=scripts.needed(),
    )
    effect = st.text_input(_("What it should change"), key=key("effect"), persist_state="session")
    left, right = st.columns([4, 5])
    with left:
        owners = _owners()
        owner = st.selectbox(
            _("Who acts"),
            list(owners),
            format_func=owners.__getitem__,
            key=key("owner"),
            persist_state="session",
        )
    with right:
        is_needed = kind == DecisionKind.ACTION
        label = _c("day by which to act", "Due on: needed") if is_needed else _("Due on")
        due_on = _ask_due(key("due"), meeting.held_on, None, label)
    return {
        "code": str(uuid4()),
        "meeting_code": meeting.code,
        "subject": subject,
        "kind": kind or DecisionKind.DECISION,
        "text": text,
        "effect": effect,
        "owner": owner,
        "due_on": due_on,
        "known_on": clock.today(),
    }


def _owners() -> dict[str, str]:
    """Whom a meeting can ask: the offices, and everybody who may be named."""
    people = {actor.name: person for person, actor in cache.actors()}
    named = {
        name: people_names.display(name)
        for name, person in people.items()
        if people_names.may_name(person)
    }
    return wording.office_names() | dict(sorted(named.items(), key=lambda pair: pair[1]))


def _ask_due(key: str, earliest: dt.date, known: dt.date | None, label: str) -> dt.date | None:
    due_on = st.date_input(
        label,
        known,
        min_value=earliest,
        max_value=LATEST_DUE,
        format="YYYY-MM-DD",
        key=key,
        persist_state="session",
    )
    return due_on if isinstance(due_on, dt.date) else None


def offer_follow_up(known: Sequence[Decision]) -> None:
    """The form that says what came of a decision; an earlier day still shows it open."""
    today = {row.code: row for row in reviewed.decided(clock.until_today())}
    rows = {row.code: today[row.code] for row in known if row.code in today}
    if not access.may(Act.MEET) or not rows:
        return
    fold = st.expander(_("Follow up"), key="follow_up_fold", on_change="rerun")
    if not fold.open:  # its fields cost every reader of the page modules and time
        return
    with fold:
        code = writing.choose(
            _("Decision or action"),
            {code: f"{row.subject} {row.text}".strip() for code, row in rows.items()},
            writing.key(FOLLOW_UP, "code"),
        )
        row = rows[code]
        typed = _read_follow_up(row)
        if st.button(_("Save the follow-up"), key=f"{FOLLOW_UP}_send"):
            writing.write(
                lambda session: decisions.record(
                    session, access.actor(), DecisionDraft.of(row, **typed), row.id
                ),
                _("The follow-up was saved."),
                form=FOLLOW_UP,
                names=_note_name() | evidence.names(),
            )


def _note_name() -> dict[str, str]:
    return {"note": _("What came of it")}


def _read_follow_up(row: Decision) -> dict[str, Any]:
    """Draw the fields; what they bring of news."""

    def key(field: str) -> str:
        return writing.key(FOLLOW_UP, f"{field}_{row.id}")

    names = wording.state_names()
    left, right = st.columns(2)
    with left:
        chosen = st.segmented_control(
            _c("heading", "State"),
            list(names),
            default=row.state,
            required=True,
            format_func=names.__getitem__,
            key=key("state"),
        )
    with right:
        earliest = min(filter(None, (row.due_on, row.known_on)))
        due_on = _ask_due(key("due"), earliest, row.due_on, _("Due on"))
    note = st.text_input(_note_name()["note"], key=key("note"))
    shown = evidence.ask(row, key) if chosen == DecisionState.DONE else evidence.NOTHING
    return {"state": chosen, "due_on": due_on, "note": note, "known_on": clock.today()} | shown
