"""Decisions and actions of meetings: as a table, in a line, those still open."""

import datetime as dt
from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from components.language.text import _, _c, _n, day, number, percent
from components.look import isolation
from components.look.markup import Html, grid, heading, note, on
from components.meetings import deciding, evidence, reviewed, wording
from components.objective.history import Entry
from components.reader import links
from components.reader.view import View
from store.meetings import decisions
from store.meetings.meetings import Planned
from store.models import Decision, DecisionState, Meeting


def about(known: Sequence[Decision], *subjects: str) -> list[Decision]:
    """Those about any of some goals and objectives, the open ones first."""
    direct = [row for row in known if row.subject in subjects]
    return sorted(direct, key=decisions.is_finished)


def _to_subject(code: str) -> str:
    if len(code) > 1:
        return Html(links.link(code, "objective", objective=code))
    if code:
        return Html(links.link(code, "goal", goal=code))
    return _("the plan")


def _to_meeting(title: str, code: str) -> str:
    return Html(links.link(title, "meeting", meeting=code))


def table(
    records: Sequence[Decision],
    view: View,
    to_subject: Callable[[str], str] = _to_subject,
    to_meeting: Callable[[str, str], str] = _to_meeting,
) -> str:
    """Decisions as HTML: what, about what, who, by when, how far, where decided.

    `to_subject` makes the cell of a goal's or an objective's code, `to_meeting` that of a
    meeting's title and code.
    """
    columns = [
        _c("subject of a decision", "About"),
        _("Decision or action"),
        _("Who"),
        _c("day by which to act", "Due"),
        _c("heading", "State"),
        _("Note"),
        _("Decided at"),
    ]
    titles = {
        meeting.code: f"{meeting.title}, {day(meeting.held_on)}" for meeting in reviewed.known(view)
    }
    rows = [
        [
            to_subject(row.subject),
            _with_lines(row),
            wording.owner_name(row),
            on(row.due_on),
            state(row, view.as_of),
            came_of_it(row),
            to_meeting(titles.get(row.meeting_code, row.meeting_code), row.meeting_code),
        ]
        for row in records
    ]
    return grid(columns, rows, whole=True, stacked=True)


def _with_lines(row: Decision, *lines: Html) -> Html:
    """What was decided; below it what it should change, where that was said, and other lines."""
    said = [Html(escape(expected(row)))] if row.effect else []
    return Html(escape(row.text) + "".join(f"<br><small>{one}</small>" for one in (*said, *lines)))


def came_of_it(row: Decision) -> Html:
    """What somebody said of it last, and what shows that it was done."""
    shown = evidence.said(row)
    parts = [escape(row.note), f"<small>{shown}</small>" if shown else ""]
    return Html("<br>".join(part for part in parts if part) or "–")


def expected(row: Decision) -> str:
    """What it should change; "" where nobody said."""
    return _("Expected: {effect}", effect=row.effect) if row.effect else ""


def in_full(row: Decision) -> str:
    """What was decided and what it should change, as sentences."""
    text = row.text if row.text.endswith((".", "!", "?", "…")) else f"{row.text}."
    return f"{text} {expected(row)}" if row.effect else row.text


def kept(view: View) -> str:
    """How many actions that were due by the day are shown to be done; "" while none was due."""
    done, due = decisions.kept(reviewed.decided(view.until), view.as_of)
    if not due:
        return ""
    return _n(
        "{count} action of meetings was due by {day}; done: {done}.",
        "{count} actions of meetings were due by {day}; done: {done} ({share}).",
        due,
        day=day(view.as_of),
        done=number(done),
        share=percent(done / due),
    )


@isolation.words
def in_short(row: Decision, as_of: dt.date) -> str:
    """A decision in one line: what, who, by when, how far."""
    due = [day(row.due_on)] if row.due_on else []
    return " · ".join([row.text, wording.owner_name(row), *due, state(row, as_of)])


def state(row: Decision, as_of: dt.date) -> str:
    """How far it is; overdue where it should have been done by the day, or nothing shows it."""
    if row.state == DecisionState.DONE and not decisions.is_shown(row):
        return _c("state of an action", "done, not shown")
    if decisions.is_overdue(row, as_of):
        return _c("state of an action", "overdue")
    return wording.state_names()[row.state]


def still_open(view: View) -> str:
    """What meetings asked for and nobody finished yet, as HTML; "" where there is none."""
    pending = waiting(view)
    if not pending:
        return ""
    late = sum(decisions.is_overdue(row, view.as_of) for row in pending)
    counted = _n(
        "{count} is open, {late} overdue.",
        "{count} are open, {late} of them overdue.",
        len(pending),
        late=number(late),
    )
    return heading(_("Open decisions of meetings")) + note(counted) + _in_brief(pending, view)


def _in_brief(records: Sequence[Decision], view: View) -> str:
    """Decisions in the half of a page: who is to act and where it was decided stand below."""
    titles = {meeting.code: meeting.title for meeting in reviewed.known(view)}
    columns = [
        _c("subject of a decision", "About"),
        _("Decision or action"),
        _c("day by which to act", "Due"),
        _c("heading", "State"),
    ]
    rows = [
        [
            _to_subject(row.subject),
            _with_lines(row, _whose(row, titles.get(row.meeting_code, row.meeting_code))),
            on(row.due_on),
            state(row, view.as_of),
        ]
        for row in records
    ]
    return grid(columns, rows, whole=True)


def _whose(row: Decision, meeting: str) -> Html:
    """Who is to act, and where it was decided."""
    return Html(f"{escape(wording.owner_name(row))} · {_to_meeting(meeting, row.meeting_code)}")


def offer_follow_up(view: View) -> None:
    """Offer to say what came of what is open."""
    deciding.offer_follow_up(waiting(view))


def waiting(view: View) -> list[Decision]:
    """What is open, the most urgent first."""
    return decisions.unfinished(reviewed.decided(view.until))


def returning(meeting: Meeting | Planned, view: View) -> list[Decision]:
    """What its body decided before and comes back: nothing shows yet that it was done."""
    return decisions.returning(reviewed.decided(view.until), reviewed.known(view), meeting)


def count_open(known: Sequence[Decision], subject: str) -> int:
    """How many about a goal or an objective are open."""
    return len(decisions.unfinished(about(known, subject)))


def entries(view: View, subject: str) -> list[Entry]:
    """What meetings decided about an objective, as lines of its history."""
    held = {meeting.code: meeting for meeting in reviewed.known(view)}
    return [
        Entry(held[row.meeting_code].held_on, "decision", _entry(row, held[row.meeting_code], view))
        for row in about(reviewed.decided(view.until), subject)
        if row.meeting_code in held
    ]


def _entry(row: Decision, meeting: Meeting, view: View) -> Html:
    """The decision in a line, its note, and the way to its meeting."""
    said = _(
        "{kind}: {decision}",
        kind=wording.kind_names()[row.kind],
        decision=in_short(row, view.as_of),
    )
    note = f" {escape(row.note)}" if row.note else ""
    if shown := evidence.said(row):
        note = f"{note} {shown}."
    return Html(f"<p>{escape(said)}.{note} {_to_meeting(meeting.title, meeting.code)}</p>")


def show_follow_up(view: View, subject: str) -> None:
    """Offer to say what came of what was decided about an objective."""
    deciding.offer_follow_up(about(reviewed.decided(view.until), subject))


def show_about(view: View, *subjects: str) -> None:
    """Draw what meetings decided about goals and objectives; nothing where there is none."""
    rows = about(reviewed.decided(view.until), *subjects)
    if rows:
        st.header(_("Decisions of meetings"))
        st.html(table(rows, view))
        deciding.offer_follow_up(rows)
