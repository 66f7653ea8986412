"""One meeting: its frozen figures as an agenda, its decisions, and what was corrected since."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from components.briefing import offer
from components.elements import later, writing
from components.language.text import _, _c, _n, day, number
from components.look.markup import Html, grid, show_empty, show_lead, show_note
from components.meetings import (
    arranging,
    briefing,
    comparison,
    deciding,
    decisions,
    minutes,
    reviewed,
    running_order,
    wording,
)
from components.meetings.reviewed import Review
from components.objective.objective_card import badge
from components.reader import access, clock, links, scripts
from components.reader.view import View
from store.ground.clock import LAUNCH
from store.ground.complaints import UNNAMED
from store.meetings import meetings
from store.models import Meeting, Stage
from store.rights.rights import Act

START, CHANGE = "start", "change"


def show(meeting: Meeting, view: View) -> None:
    """Draw the whole meeting."""
    writing.show_done()
    review = reviewed.review(meeting, view)
    back = links.link(_("All meetings"), "meeting")
    show_lead(Html(f"{escape(wording.subtitle(meeting))} · {back}"))
    show_note(wording.frozen(meeting))
    st.html(f'<p class="call">{" ".join(_ways(meeting, view))}</p>')
    if meeting.agenda:
        offer.show(
            meeting.code, review.plan, {meeting.title: lambda: briefing.agenda(review, view)}
        )
    if access.may(Act.MEET):
        _offer_next(meeting, view)
    st.header(_("Agenda"))
    if meeting.agenda:
        st.html(_agenda(review, view))
    else:
        show_empty(_("Nothing is on the agenda yet."))
    _show_returning(meeting, view)
    _show_decisions(meeting, view)
    minutes.show(meeting, view)
    if meeting.opened_at is not None:
        _show_corrections(review)


def may_change(meeting: Meeting, view: View) -> bool:
    """Whether the reader may change the meeting: a planned one, seen as it stands today."""
    return access.may(Act.MEET) and meeting.stage == Stage.PLANNED and view.as_of == clock.today()


def _ways(meeting: Meeting, view: View) -> list[str]:
    """To the projector, for who holds it to the running order and, while planned, to the form."""
    ways = {START: _c("show on the projector", "Present")} if meeting.agenda else {}
    if meeting.agenda and running_order.may_read(meeting, view):
        ways[running_order.STEP] = _("Running order")
    if may_change(meeting, view):
        ways[CHANGE] = _("Change the meeting or its agenda")
    return [
        links.link(label, "meeting", meeting=meeting.code, step=step)
        for step, label in ways.items()
    ]


def _agenda(review: Review, view: View) -> str:
    """The agenda as HTML: each item leads to its step."""
    columns = [
        _("No."),
        _("Goal or objective"),
        _("Status"),
        _("Changed {since}", since=review.since),
        _("Open decisions"),
    ]
    decided = reviewed.decided(view.until)
    titles = arranging.subjects(review.plan)
    rows = [
        [
            number(position),
            Html(
                links.link(
                    f"{code} · {titles.get(code, code)}",
                    "meeting",
                    meeting=review.meeting.code,
                    step=code,
                )
            ),
            _status(review, code),
            _changed(review, code),
            number(decisions.count_open(decided, code)),
        ]
        for position, code in enumerate(review.meeting.agenda, 1)
    ]
    return grid(columns, rows, whole=True, stacked=True)


def _status(review: Review, code: str) -> str:
    objective = review.plan.objective(code)
    if objective is not None:
        return Html(badge(objective.statuses))
    goal = next((goal for goal in review.plan.goals if goal.code == code), None)
    return Html(badge(goal.gauge.status)) if goal else "–"


def _changed(review: Review, code: str) -> str:
    objective = review.plan.objective(code)
    if objective is None:
        return "–"
    rows = comparison.changes(objective, review.before.objective(code))
    lines = (escape(f"{what}: {before} → {now}") for what, before, now in rows)
    return Html("<br>".join(lines) or "–")


def _show_returning(meeting: Meeting, view: View) -> None:
    """What earlier meetings of the body asked for, while this one can still take it up."""
    rows = decisions.returning(meeting, view) if meeting.stage != Stage.CLOSED else []
    if not rows:
        return
    st.header(_("Comes back"))
    show_note(
        _(
            "Decided by this body before. Each comes back to its next meeting until a figure, a"
            " page or a source shows that it was done."
        )
    )
    st.html(decisions.table(rows, view))


def _show_decisions(meeting: Meeting, view: View) -> None:
    st.header(_("Decisions"))
    taken_here = [row for row in reviewed.decided(view.until) if row.meeting_code == meeting.code]
    if taken_here:
        st.html(decisions.table(taken_here, view))
        if not meeting.is_published:
            deciding.offer_follow_up(taken_here)
    else:
        show_empty(_("Nothing was decided yet."))
    deciding.offer(meeting, "")


def _show_corrections(review: Review) -> None:
    """What anybody wrote since who speaks of what this meeting saw."""
    st.header(_("Changed since"))
    since = comparison.corrected(review.meeting)
    if not since.count:
        show_empty(
            _("No figure, target or text that this meeting saw was corrected or flagged since.")
        )
        return
    show_note(
        _n(
            "{count} correction was written since the meeting opened. The meeting shows what it"
            " saw.",
            "{count} corrections were written since the meeting opened. The meeting shows what it"
            " saw.",
            since.count,
        )
    )
    st.html(grid(comparison.columns(), comparison.rows(since, review.plan), stacked=True))


def _offer_next(meeting: Meeting, view: View) -> None:
    """The one step that comes next, and what can still be changed before."""
    if view.as_of != clock.today():
        on = day(view.as_of)
        show_note(
            _("The meeting as it stood on {day}. Set the day above to today to go on.", day=on)
        )
    elif meeting.stage == Stage.PLANNED:
        _offer_opening(meeting)
        _offer_cancelling(meeting)
    elif meeting.stage == Stage.OPEN and st.button(_("Close the meeting"), key="meeting_close"):
        _step(
            _("The meeting is closed."), lambda s, a: meetings.close(s, a, meeting, clock.today())
        )
    elif meeting.stage == Stage.CLOSED and not meeting.is_published:
        minutes.offer_publishing(meeting, view)


def _offer_opening(meeting: Meeting) -> None:
    left, right = st.columns([1, 3], vertical_alignment="bottom")
    with left:
        as_of = st.date_input(
            _("Review the figures known on"),
            clock.today(),
            min_value=LAUNCH,
            max_value=clock.today(),
            format="YYYY-MM-DD",
            key=f"meeting_as_of_{meeting.id}",
        )
    with right:
        if st.button(_("Open the meeting"), key="meeting_open", type="primary"):
            _step(
                _("The meeting is open; its figures are frozen."),
                lambda s, a: meetings.freeze(s, a, meeting, as_of, clock.today()),
            )


def _offer_cancelling(meeting: Meeting) -> None:
    fold = later.unfold(_("Cancel the meeting"), "meeting_cancel_fold")
    if fold is None:
        return
    with fold:
        names = {"reason": _("Why it is cancelled")}
        reason = st.text_input(
            names["reason"], key=f"meeting_cancel_why_{meeting.id}", placeholder=scripts.needed()
        )
        if st.button(_("Cancel the meeting"), key="meeting_cancel"):
            _step(
                _("The meeting was cancelled."),
                lambda s, a: meetings.cancel(s, a, meeting, clock.today(), reason),
                names,
            )


def _step(done: str, work: meetings.Step, names: Mapping[str, str] = UNNAMED) -> None:
    writing.write(lambda session: work(session, access.actor()), done, names=names)
