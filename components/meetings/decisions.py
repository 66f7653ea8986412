"""Decisions and actions: as a table, written beside the figure, followed up."""

import datetime as dt
from collections.abc import Callable, Sequence
from uuid import uuid4

import streamlit as st

from components.elements import writing
from components.language.text import _, _c, _n, day, number
from components.look.markup import Html, grid, on, show_note
from components.meetings import reviewed, wording
from components.reader import access, cache, clock, links, people_names
from components.reader.view import View
from store.ledger import revisions
from store.meetings import decisions
from store.models import Decision, DecisionKind, DecisionState, Meeting, Stage
from store.rights.rights import Act

FORM = "decision"
FOLLOW_UP = "follow_up"
LATEST_DUE = dt.date(2050, 12, 31)


def about(found: Sequence[Decision], subject: str) -> list[Decision]:
    """Those about a goal or an objective, the open ones first."""
    own = [row for row in found if row.subject == subject]
    return sorted(own, key=lambda row: row.state != DecisionState.OPEN)


def _to_subject(code: str) -> str:
    if len(code) > 1:
        return Html(links.link(code, "objective", objective=code))
    return code or _("the plan")


def _to_meeting(said: str, code: str) -> str:
    return Html(links.link(said, "meeting", meeting=code))


def table(
    found: Sequence[Decision],
    view: View,
    to_subject: Callable[[str], str] = _to_subject,
    to_meeting: Callable[[str, str], str] = _to_meeting,
) -> str:
    """Decisions as HTML: what, about what, who, by when, how far, where decided.

    `to_subject` makes the cell of a goal's or an objective's code, `to_meeting` that of a
    meeting's title and code.
    """
    columns = [
        _("About"),
        _("Decision or action"),
        _("Who"),
        _("Due"),
        _("State"),
        _("Note"),
        _("Decided at"),
    ]
    held = {one.code: f"{one.title}, {day(one.held_on)}" for one in reviewed.known(view)}
    rows = [
        [
            to_subject(row.subject),
            row.text,
            wording.owner_name(row),
            on(row.due_on),
            state(row, view.as_of),
            row.note or "–",
            to_meeting(held.get(row.meeting_code, row.meeting_code), row.meeting_code),
        ]
        for row in found
    ]
    return grid(columns, rows, whole=True, stacked=True)


def in_short(row: Decision, as_of: dt.date) -> str:
    """A decision in one line: what, who, by when, how far."""
    due = [day(row.due_on)] if row.due_on else []
    return " · ".join([row.text, wording.owner_name(row), *due, state(row, as_of)])


def state(row: Decision, as_of: dt.date) -> str:
    """How far it is; overdue where it should have been done by the day."""
    if decisions.is_overdue(row, as_of):
        return _c("state of an action", "overdue")
    return wording.state_names()[row.state]


def show_open(view: View) -> None:
    """Draw what meetings asked for and nobody finished yet; nothing where there is none."""
    found = waiting(view)
    if not found:
        return
    late = sum(decisions.is_overdue(row, view.as_of) for row in found)
    st.header(_("Open decisions of meetings"))
    show_note(
        _n(
            "{count} is open, {late} overdue.",
            "{count} are open, {late} of them overdue.",
            len(found),
            late=number(late),
        )
    )
    st.html(table(found, view))
    offer_follow_up(found)


def waiting(view: View) -> list[Decision]:
    """What is open and has a day by which it is due, the most urgent first."""
    found = [
        row
        for row in reviewed.decided(view.until)
        if row.state == DecisionState.OPEN and row.due_on
    ]
    return sorted(found, key=lambda row: row.due_on or dt.date.max)


def show_about(subject: str, view: View) -> None:
    """Draw what meetings decided about one objective; nothing where there is none."""
    found = about(reviewed.decided(view.until), subject)
    if found:
        st.header(_("Decisions of meetings"))
        st.html(table(found, view))
        offer_follow_up(found)


def offer(meeting: Meeting, subject: str) -> None:
    """The form that writes a decision beside the figure; what is typed stays from step to step."""
    if not access.may(Act.MEET) or meeting.stage not in (Stage.OPEN, Stage.CLOSED):
        return
    with st.expander(_("Write a decision or an action")):
        draft = _read(meeting, subject)
        if st.button(_("Write it down"), key=f"{FORM}_send", type="primary"):
            writing.write(
                lambda session: decisions.record(session, access.actor(), draft),
                _("The decision was written down."),
                form=_form(subject),
            )


def _form(subject: str) -> str:
    return f"{FORM}_{subject}"


def _read(meeting: Meeting, subject: str) -> Decision:
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
    text = st.text_area(_("What is decided"), key=key("text"), height=80, persist_state="session")
    left, right = st.columns(2)
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
        due_on = _ask_due(key("due"), meeting.held_on, None)
    return Decision(
        code=str(uuid4()),
        meeting_code=meeting.code,
        subject=subject,
        kind=kind or DecisionKind.DECISION,
        text=text,
        owner=owner,
        due_on=due_on,
        known_on=clock.today(),
    )


def _owners() -> dict[str, str]:
    """Whom a meeting can ask: the offices, and everybody who may be named."""
    people = {actor.name: person for person, actor in cache.actors()}
    named = {
        name: people_names.shown(name)
        for name, person in people.items()
        if people_names.may_name(person)
    }
    return wording.office_names() | dict(sorted(named.items(), key=lambda pair: pair[1]))


def _ask_due(key: str, earliest: dt.date, known: dt.date | None) -> dt.date | None:
    due_on = st.date_input(
        _("Due on"),
        known,
        min_value=earliest,
        max_value=LATEST_DUE,
        format="YYYY-MM-DD",
        key=key,
        persist_state="session",
    )
    return due_on if isinstance(due_on, dt.date) else None


def offer_follow_up(found: Sequence[Decision]) -> None:
    """The form that says what came of a decision; an earlier day still shows it open."""
    today = {row.code: row for row in reviewed.decided(clock.until_today())}
    rows = {row.code: today[row.code] for row in found if row.code in today}
    if not access.may(Act.MEET) or not rows:
        return
    with st.expander(_("Follow up")):
        code = writing.choose(
            _("Decision or action"),
            {code: f"{row.subject} {row.text}".strip() for code, row in rows.items()},
            writing.key(FOLLOW_UP, "code"),
        )
        draft = _read_follow_up(rows[code])
        if st.button(_("Save the follow-up"), key=f"{FOLLOW_UP}_send"):
            writing.write(
                lambda session: decisions.record(session, access.actor(), draft, rows[code].id),
                _("The follow-up was saved."),
                form=FOLLOW_UP,
            )


def _read_follow_up(row: Decision) -> Decision:
    def key(field: str) -> str:
        return writing.key(FOLLOW_UP, f"{field}_{row.id}")

    names = wording.state_names()
    left, right = st.columns(2)
    with left:
        chosen = st.segmented_control(
            _("State"),
            list(names),
            default=row.state,
            required=True,
            format_func=names.__getitem__,
            key=key("state"),
        )
    with right:
        earliest = min(filter(None, (row.due_on, row.known_on)))
        due_on = _ask_due(key("due"), earliest, row.due_on)
    note = st.text_input(_("What came of it"), key=key("note"))
    return revisions.revise(row, clock.today(), state=chosen, due_on=due_on, note=note)
