"""The running order of a meeting, to print or to keep beside the projector: clock, steps, notes.

Only its chair and those who hold meetings see it; its notes stand nowhere else.
"""

from html import escape
from typing import Any

import streamlit as st

from components.elements import writing
from components.language.text import _, _c, _n, number
from components.look.markup import Html, grid, show_lead, show_note
from components.meetings import arranging, reviewed, wording
from components.reader import access, cache, clock, links, people_names
from components.reader.view import View
from store.meetings import running_order
from store.meetings.running_order import END, START, RunningOrderDraft
from store.models import Meeting, RunningOrder, Stage
from store.rights.rights import Act

STEP = "running-order"  # in the address
FORM = "running_order"
FOLD = f"{FORM}_fold"


def may_read(meeting: Meeting, view: View) -> bool:
    """Whether the reader may see the private notes of a meeting."""
    return cache.ask(running_order.may_read, access.actor(), meeting.code, view.until)


def show(meeting: Meeting, view: View) -> None:
    """Draw the running order and, while the meeting is not over, what changes it."""
    writing.show_done()
    known = cache.ask(running_order.known, access.actor(), meeting.code, view.until)
    back = links.link(meeting.title, "meeting", meeting=meeting.code)
    present = links.link(
        _c("show on the projector", "Present"), "meeting", meeting=meeting.code, step=START
    )
    show_lead(Html(f"{escape(wording.subtitle(meeting))} · {back} · {present}"))
    show_note(
        _("Only the chair and those who hold meetings see this page; no other shows its notes.")
    )
    run, names = running_order.steps(meeting), _names(meeting, view)
    st.html(_table(meeting, known, run, names))
    show_note(_total(known, run))
    if known is not None and known.chair:
        show_note(_("Chaired by {name}.", name=people_names.display(known.chair)))
    is_to_come = meeting.stage in (Stage.PLANNED, Stage.OPEN)
    if access.may(Act.MEET) and is_to_come and view.as_of == clock.today():
        _offer(meeting, known, run, names)


def _names(meeting: Meeting, view: View) -> dict[str, str]:
    """Every step in words; of the agenda, its code too."""
    titles = arranging.subjects(reviewed.review(meeting, view).plan)
    subjects = {code: f"{code} {titles.get(code, '')}".strip() for code in meeting.agenda}
    return {
        START: _c("step of a meeting", "Opening"),
        **subjects,
        END: _c("step of a meeting", "Decisions and close"),
    }


def _table(
    meeting: Meeting, known: RunningOrder | None, run: list[str], names: dict[str, str]
) -> str:
    columns = [
        _c("time of the day", "At"),
        _c("of a meeting", "Step"),
        _c("column of a table", "Minutes"),
        _("Private note"),
    ]
    rows = [
        [
            slot.begins or "–",
            Html(links.link(names[slot.step], "meeting", meeting=meeting.code, step=slot.step)),
            number(slot.minutes),
            Html(escape(slot.note).replace("\n", "<br>") or "–"),
        ]
        for slot in running_order.slots(known, run)
    ]
    return grid(columns, rows, whole=True, stacked=True)


def _total(known: RunningOrder | None, run: list[str]) -> str:
    minutes = sum(slot.minutes for slot in running_order.slots(known, run))
    taken = _n("{count} minute in all.", "{count} minutes in all.", minutes)
    ends = running_order.ends(known, run)
    return f"{taken} {_('It ends at {time}.', time=ends)}" if ends else taken


def _offer(
    meeting: Meeting, known: RunningOrder | None, run: list[str], names: dict[str, str]
) -> None:
    """The fields of all steps, once their fold is open: two for each."""
    fold = st.expander(_("Change times and notes"), key=FOLD, on_change="rerun")
    if not fold.open:
        return
    with fold:
        typed = _read(meeting, known, run, names)
        if st.button(_("Save the running order"), key=f"{FORM}_send", type="primary"):
            seen = known.id if known else None
            writing.write(
                lambda session: running_order.plan(
                    session, access.actor(), RunningOrderDraft(**typed), seen
                ),
                _("The running order was saved."),
                form=FORM,
                names={"notes": _("Private note")},
            )


def _read(
    meeting: Meeting, known: RunningOrder | None, run: list[str], names: dict[str, str]
) -> dict[str, Any]:
    """Draw the fields; what they hold, as a RunningOrderDraft's."""

    def key(field: str) -> str:
        return writing.key(FORM, f"{field}_{meeting.code}")

    left, right = st.columns([1, 4], gap="small")
    with left:
        starts_at = st.text_input(
            _("Begins at"),
            known.starts_at if known else "",
            key=key("starts_at"),
            placeholder="09:30",
        )
    with right:
        chair = _ask_chair(known, key("chair"))
    minutes: dict[str, int] = {}
    notes: dict[str, str] = {}
    for slot in running_order.slots(known, run):
        name = names[slot.step]
        left, right = st.columns([1, 4], gap="small")
        with left:
            minutes[slot.step] = st.number_input(
                _("{step}: minutes", step=slot.step if slot.step in meeting.agenda else name),
                min_value=0,
                max_value=running_order.LONGEST,
                value=slot.minutes,
                step=5,
                key=key(f"minutes_{slot.step}"),
            )
        with right:
            note = st.text_input(
                _("{step}: private note", step=name),
                slot.note,
                key=key(f"note_{slot.step}"),
            )
        notes |= {slot.step: note} if note.strip() else {}
    return {
        "meeting_code": meeting.code,
        "chair": chair,
        "starts_at": starts_at.strip(),
        "minutes": minutes,
        "notes": notes,
        "known_on": clock.today(),
    }


def _ask_chair(known: RunningOrder | None, key: str) -> str:
    """Who chairs, of the people whom the dashboard knows; "" for nobody."""
    everybody = {actor.name: people_names.label(person) for person, actor in cache.actors()}
    chair = known.chair if known else ""
    chosen = st.selectbox(
        _("Chair, who may read this page"),
        [*everybody],
        index=[*everybody].index(chair) if chair in everybody else None,
        format_func=everybody.__getitem__,
        placeholder=_c("in a field that names a person", "None"),
        key=key,
    )
    return chosen or ""
