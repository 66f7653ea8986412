"""The minutes of a meeting before they are final: who attended, who confirmed, what is amended."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from components.elements import writing
from components.language.text import _, _c, _n, day, number
from components.look.markup import grid, show_note
from components.reader import access, cache, clock, people_names, scripts
from components.reader.view import View
from store.meetings import attendance, meetings, minutes
from store.meetings.attendance import Minutes
from store.models import Attendance, Meeting, Said, Stage
from store.rights.rights import Act

FORM = "minutes"


def of(meeting: Meeting, view: View) -> Minutes:
    """The minutes as they stood."""
    return cache.ask(attendance.of, meeting.code, view.until)


def show(meeting: Meeting, view: View) -> None:
    """Draw how far the minutes are, and what the reader may do about them."""
    if meeting.opened_at is None:
        return
    known = of(meeting, view)
    may_hold, is_now = access.may(Act.MEET), view.as_of == clock.today()
    if not (known.attended or may_hold or meeting.is_published):
        return
    st.header(_("Minutes"), anchor="minutes")
    show_note(said(meeting, known))
    if amendments := _amendments(known):
        st.html(amendments)
    own = [row for row in known.attended if row.attendee == access.actor().name]
    if known.attended and (may_hold or (own and not meeting.is_published)):
        st.html(_table(known))
    if meeting.is_published or not is_now:
        return
    if own and meeting.stage == Stage.CLOSED:
        _offer_word(own[0])
    if may_hold:
        _offer_answers(known.proposed)
        _offer_naming(meeting, known.attended)


def said(meeting: Meeting, known: Minutes) -> str:
    """How far the minutes are, in words."""
    count = len(known.attended)
    if not count:
        return _("Nobody is named as attending, so nobody confirms these minutes.")
    confirmed = _n(
        "{confirmed} of {count} who attended confirmed them or proposed an amendment.",
        "{confirmed} of {count} who attended confirmed them or proposed amendments.",
        count,
        confirmed=number(count - len(known.silent)),
    )
    return " ".join(part for part in (confirmed, _what_follows(meeting, known)) if part)


def _what_follows(meeting: Meeting, known: Minutes) -> str:
    if meeting.is_published:
        final = _("Final since {day}.", day=day(meeting.known_on))
        why = _("Not awaited: {reason}", reason=meeting.reason) if meeting.reason else ""
        return f"{final} {why}".strip()
    if known.due_on is None:
        return _("They are asked once the meeting is closed.")
    if known.proposed:
        return _("An amendment waits for its answer; the minutes are final after that.")
    if known.silent and known.due_on > clock.today():
        return _("Without an answer they are final from {day} on.", day=day(known.due_on))
    return _("They can be published as final.")


def _amendments(known: Minutes) -> str:
    """What was amended, as HTML; "" for nothing."""
    rows = [
        f"<li>{escape(row.text)} <small>{escape(_who(row))}, {escape(day(row.known_on))}"
        f"{escape(f'. {row.answer}' if row.answer else '')}</small></li>"
        for row in known.accepted
    ]
    return f"<h3>{escape(_('Amended'))}</h3><ul>{''.join(rows)}</ul>" if rows else ""


def _who(row: Attendance) -> str:
    return people_names.display(row.attendee)


def _table(known: Minutes) -> str:
    """Who attended and what they said, without the columns in which nobody has anything."""
    columns = {
        _c("somebody at a meeting", "Attended"): [_who(row) for row in known.attended],
        _("Said of the minutes"): [_word(known, row) for row in known.attended],
        _c("heading", "On"): [
            "" if row.said == Said.PRESENT else row.known_on.isoformat() for row in known.attended
        ],
        _("Amendment"): [row.text for row in known.attended],
        _("Answer"): [row.answer for row in known.attended],
    }
    filled = {name: cells for name, cells in columns.items() if any(cells)}
    rows = [[cell or "–" for cell in row] for row in zip(*filled.values(), strict=True)]
    return grid([*filled], rows, whole=True, stacked=True)


def _word(known: Minutes, row: Attendance) -> str:
    if row in known.silent and row.said == Said.CONFIRMED:
        return _("confirmed, before more was written")
    return names()[row.said]


def names() -> dict[Said, str]:
    """What somebody can have said of minutes."""
    return {
        Said.PRESENT: _c("said of minutes", "nothing yet"),
        Said.ABSENT: _c("said of minutes", "was not there"),
        Said.CONFIRMED: _c("said of minutes", "confirmed"),
        Said.PROPOSED: _c("said of minutes", "amendment proposed"),
        Said.ACCEPTED: _c("said of minutes", "amendment accepted"),
        Said.ANSWERED: _c("said of minutes", "amendment not taken"),
    }


def _offer_word(own: Attendance) -> None:
    """The two things that somebody who attended can say."""
    if own.said != Said.CONFIRMED and st.button(
        _("I confirm these minutes"), key=f"{FORM}_confirm", type="primary"
    ):
        writing.write(
            lambda session: minutes.confirm(session, access.actor(), own, clock.today()),
            _("You confirmed the minutes."),
        )
    label = {"amendment": _("Or an amendment, in one sentence")}
    field = writing.key(FORM, "amendment")
    text = st.text_input(
        label["amendment"], key=field, max_chars=minutes.LONGEST, placeholder=scripts.needed()
    )
    if st.button(_("Propose the amendment"), key=f"{FORM}_amend"):
        writing.write(
            lambda session: minutes.amend(session, access.actor(), own, text, clock.today()),
            _("The Secretariat has your amendment."),
            form=FORM,
            names=label,
        )


def _offer_answers(proposed: Sequence[Attendance]) -> None:
    """An answer to each amendment that waits."""
    label = {"answer": _("Answer, needed where it is not taken")}
    for row in proposed:
        with st.container(border=True):
            st.html(f"<p><b>{escape(_who(row))}</b> {escape(row.text)}</p>")
            words = st.text_input(label["answer"], key=f"{FORM}_answer_{row.id}")
            acts = st.container(horizontal=True)
            for choice, is_accepted in ((_("Take it in"), True), (_("Do not take it"), False)):
                if acts.button(choice, key=f"{FORM}_{row.id}_{is_accepted}"):
                    writing.write(
                        lambda session, row=row, words=words, is_accepted=is_accepted: (
                            minutes.answer(
                                session,
                                access.actor(),
                                row,
                                clock.today(),
                                words,
                                is_accepted=is_accepted,
                            )
                        ),
                        _("The amendment was answered."),
                        names=label,
                    )


def _offer_naming(meeting: Meeting, attended: Sequence[Attendance]) -> None:
    """Who attended, chosen from the people whom the dashboard knows."""
    everybody = {actor.name: people_names.label(person) for person, actor in cache.actors()}
    if not everybody:
        show_note(_("Add people first: only who has an account can be named as attending."))
        return
    there = {row.attendee: row for row in attended}
    chosen = st.multiselect(
        _("Who attended"),
        [*everybody],
        [name for name in there if name in everybody],
        format_func=everybody.__getitem__,
        on_change="ignore",
        key=f"{FORM}_attended_{meeting.code}_{'_'.join(str(row.id) for row in attended)}",
    )
    if st.button(_("Save who attended"), key=f"{FORM}_name"):
        writing.write(
            lambda session: [
                *(
                    minutes.name(session, access.actor(), meeting.code, one, clock.today())
                    for one in chosen
                    if one not in there
                ),
                *(
                    minutes.unname(session, access.actor(), there[one], clock.today())
                    for one in there
                    if one in everybody and one not in chosen
                ),
            ],
            _("Who attended was saved."),
        )


def offer_publishing(meeting: Meeting, view: View) -> None:
    """Make the minutes final, with the reason where somebody who attended is not awaited."""
    known = of(meeting, view)
    show_note(_("Only those who hold or attended it can read it until it is published."))
    is_early = bool(known.silent) and (known.due_on is None or known.due_on > clock.today())
    label = {"reason": _("Why it does not wait for everybody who attended")}
    reason = ""
    if is_early and not known.proposed:
        reason = st.text_input(label["reason"], key=f"{FORM}_reason_{meeting.id}")
    if st.button(_("Publish the meeting"), key="meeting_publish"):
        writing.write(
            lambda session: meetings.publish(
                session, access.actor(), meeting, clock.today(), reason
            ),
            _("Everybody can read the meeting now."),
            names=label,
        )
