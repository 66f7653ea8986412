"""The calls for project assessment: what was received and judged, and the form to say so."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.elements import later, number_field, writing
from components.language.text import _, _c, _n, day, number
from components.look.markup import grid, on, show_empty, show_lead, source
from components.reader import access, cache, clock, people_names
from components.reader.view import View
from store.activities import calls
from store.activities.call_draft import CallDraft
from store.models import AssessmentCall
from store.rights import rights
from store.rights.rights import Act, Where

FORM = "call"
COUNTS = ("received", "in_line", "sent_back")
DAYS = ("opened_on", "closed_on", "results_on")


def show(view: View) -> None:
    """Draw the calls known on the day; who leads A2 may report one."""
    st.subheader(_("Calls for project assessment"))
    heads = cache.ask(calls.known, view.until)
    if heads:
        show_lead(summary(heads))
        st.html(grid(_columns(), [_row(call) for call in heads], stacked=True))
    else:
        show_empty(_("No call was known by {day}.", day=day(view.as_of)))
    if rights.may(access.actor(), Act.LEAD, Where(calls.OBJECTIVE, None)):
        _offer(cache.ask(calls.known, clock.until_today()))


def summary(heads: list[AssessmentCall]) -> str:
    """How many calls are known, and of how many the results."""
    judged = [call for call in heads if call.in_line is not None]
    return _n(
        "{count} call is known, {published} with its result.",
        "{count} calls are known, {published} with their results.",
        len(heads),
        published=number(len(judged)),
    )


def _columns() -> list[str]:
    return [
        _c("call for project assessment", "Call"),
        *_names().values(),
        _("Note"),
        _("Source"),
        _("Reported by"),
    ]


def _names() -> dict[str, str]:
    return {
        "opened_on": _c("day of a call", "Opened"),
        "closed_on": _c("day of a call", "Closed"),
        "results_on": _("Results"),
        "received": _c("number of projects", "Received"),
        "in_line": _("In line"),
        "sent_back": _("Sent back"),
    }


def _row(call: AssessmentCall) -> list[str]:
    days = (getattr(call, field) for field in DAYS)
    counts = (getattr(call, field) for field in COUNTS)
    return [
        number(call.number),
        *map(on, days),
        *(_("not published") if count is None else number(count) for count in counts),
        call.note or "–",
        source(call.source_title, call.source_link),
        people_names.display(call.reporter),
    ]


def frame(heads: Sequence[AssessmentCall]) -> pd.DataFrame:
    """Calls as rows with all that was reported of them; a count not published is no number."""
    rows = pd.DataFrame(
        [
            {
                _c("call for project assessment", "Call"): call.number,
                **{label: getattr(call, field) for field, label in _names().items()},
                _("Note"): call.note,
                _("Source"): call.source_title,
                _("Link"): call.source_link,
                _("Reported by"): people_names.display(call.reporter),
                _("Known on"): call.known_on,
            }
            for call in heads
        ]
    )
    counts = [_names()[field] for field in COUNTS]
    return rows.astype(dict.fromkeys(counts, "Int64")) if heads else rows


def _offer(known_calls: list[AssessmentCall]) -> None:
    fold = later.unfold(_("Report a call"), "call_fold")
    if fold is None:
        return
    with fold:
        heads = {call.number: call for call in known_calls}
        following = max(heads, default=0) + 1
        new = [n for n in range(following, 0, -1) if n not in heads]
        options = {str(n): _("{n} (new)", n=number(n)) for n in new}
        options |= {str(n): number(n) for n in heads}
        chosen = int(
            writing.choose(
                _c("call for project assessment", "Call"), options, writing.key(FORM, "number")
            )
        )
        typed = _read(chosen, heads.get(chosen))
        if st.button(_("Report the call"), key=f"{FORM}_send"):
            seen = heads[chosen].id if chosen in heads else None
            writing.write(
                lambda session: calls.report(session, access.actor(), CallDraft(**typed), seen),
                _("The call was reported."),
                form=FORM,
                names=_names() | _text_names(),
            )


def _text_names() -> dict[str, str]:
    return {
        "source_title": _("Source: document or register"),
        "source_link": _("Link to the source"),
        "note": _("Note"),
    }


def _read(chosen: int, head: AssessmentCall | None) -> dict[str, Any]:
    """The fields, filled with what is known of the call; what they hold, as a CallDraft's."""
    names = _names()

    def key(field: str) -> str:
        return writing.key(FORM, f"{field}_{chosen}_{head.id if head else 0}")

    known = head.model_dump() if head else {}
    values: dict[str, Any] = {}
    for field, column in zip(DAYS, st.columns(3), strict=True):
        with column:
            day = st.date_input(
                names[field],
                known.get(field),
                format="YYYY-MM-DD",
                min_value=dt.date(2015, 1, 1),
                max_value=dt.date(2050, 12, 31),
                key=key(field),
            )
            values[field] = day if isinstance(day, dt.date) else None
    for field, column in zip(COUNTS, st.columns(3), strict=True):
        with column:
            values[field] = number_field.show(names[field], key(field), known=known.get(field))
    for field, label in _text_names().items():
        values[field] = st.text_input(label, str(known.get(field, "")), key=key(field))
    return values | {"number": chosen, "known_on": clock.today()}
