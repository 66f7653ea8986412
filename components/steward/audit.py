"""The audit trail, newest first, filtered and to take along."""

import datetime as dt
import json
from typing import Any

import pandas as pd
import streamlit as st

from components.elements import table, writing
from components.language.text import _, _c, day, number
from components.look.markup import grid, show_note
from components.reader import access, address, people_names, sessions
from components.steward import audit_words
from store.backup import files
from store.ground.errors import StoreError
from store.ledger import audit
from store.models import AuditEntry

MOST = 1000


def show() -> None:
    """Draw the newest entries of an action and a name, and one of them in full."""
    with sessions.reading() as session:
        actions = audit.actions(session, access.actor())
        lag = audit.lag(session)
    _show_health(lag)
    left, right = st.columns(2)
    with left:
        options = {"": _c("entries of the audit", "everything")} | {
            action: action for action in actions
        }
        action = address.choose("action", _c("action in the audit", "What"), options, default="")
    with right:
        words = st.text_input(_("Who or which row contains"), key="audit_subject").strip()
    try:
        with sessions.reading() as session:
            entries = audit.entries(
                session, access.actor(), action, audit_words.searched(words), MOST
            )
    except StoreError as error:
        writing.show_refusal(error)
        return
    show_note(
        _(
            "{count} entries, the newest first; at most {most}.",
            count=number(len(entries)),
            most=MOST,
        )
    )
    if not entries:
        return
    table.show("audit", rows(entries), height=560)
    table.offer_csv("audit", lambda: _with_snapshots(entries), "4p1000-audit")
    _show_one(entries)


def _show_health(lag: dt.timedelta) -> None:
    """Whether the clock can be believed, and how old the newest backup is."""
    if lag > audit.MOST_LAG:
        st.warning(
            _(
                "The computer’s clock lies {minutes} minutes behind what was already written;"
                " nothing is approved until it is set right.",
                minutes=number(round(lag.total_seconds() / 60)),
            )
        )
    made_at = files.newest(files.folder())
    if made_at is None:
        show_note(_("There is no backup yet: python -m store backup makes one."))
    else:
        show_note(
            _(
                "The newest backup is of {day}, {time} UTC.",
                day=day(made_at.date()),
                time=f"{made_at:%H:%M}",
            )
        )


def rows(entries: list[AuditEntry]) -> pd.DataFrame:
    """Entries as rows, each with what it changed."""
    return pd.DataFrame(
        [
            {
                _("Entry"): entry.id,
                _("When (UTC)"): f"{entry.recorded_at:%Y-%m-%d %H:%M:%S}",
                _("Who"): people_names.display(entry.actor),
                _c("action in the audit", "What"): entry.action,
                _("Row"): audit_words.row(entry.subject),
                _c("what an entry changed", "Change"): "; ".join(
                    f"{field}: {after}" if entry.before is None else f"{field}: {before} → {after}"
                    for field, before, after in audit_words.changed(entry)
                ),
            }
            for entry in entries
        ]
    )


def _with_snapshots(entries: list[AuditEntry]) -> pd.DataFrame:
    """The same rows with both snapshots whole, for a file."""
    return rows(entries).assign(
        **{
            _c("content of a row", "Before"): [_json(entry.before) for entry in entries],
            _c("content of a row", "After"): [_json(entry.after) for entry in entries],
        }
    )


def _json(content: dict[str, Any] | None) -> str:
    return "" if content is None else json.dumps(content, ensure_ascii=False, sort_keys=True)


def _show_one(entries: list[AuditEntry]) -> None:
    """Before and after of the entry that the reader picks."""
    names = {
        str(entry.id): f"{entry.id} · {entry.action} · {audit_words.row(entry.subject)}"
        for entry in entries
    }
    chosen = st.selectbox(
        _("One entry in full"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder=_("choose an entry"),
        key="audit_entry",
    )
    entry = next((candidate for candidate in entries if str(candidate.id) == chosen), None)
    if entry is not None:
        changes = [list(line) for line in audit_words.changed(entry)]
        st.html(
            grid(
                [_("Field"), _c("content of a row", "Before"), _c("content of a row", "After")],
                changes,
                whole=True,
            )
        )
