"""The audit trail, newest first, filtered and to take along."""

import json

import pandas as pd
import streamlit as st

from components import access, address, cache, people_names, table
from components.facts import show_note
from components.text import _, number
from store import audit
from store.models import AuditEntry

MOST = 1000


def show() -> None:
    """Draw the newest entries of an action and a name."""
    with cache.reading() as session:
        actions = audit.actions(session, access.actor())
    left, right = st.columns(2)
    with left:
        options = {"": _("everything")} | {action: action for action in actions}
        action = address.choose("action", _("What"), options, default="")
    with right:
        subject = st.text_input(_("Who or which row contains"), key="audit_subject").strip()
    with cache.reading() as session:
        found = audit.entries(session, access.actor(), action, subject, MOST)
    frame = rows(found)
    show_note(
        _("{count} entries, the newest first; at most {most}.", count=number(len(frame)), most=MOST)
    )
    table.show("audit", frame, height=560)
    table.offer_csv("audit", frame, "4p1000-audit")


def rows(entries: list[AuditEntry]) -> pd.DataFrame:
    """Entries as rows; before and after as JSON."""
    return pd.DataFrame(
        [
            {
                _("Entry"): entry.id,
                _("When (UTC)"): entry.recorded_at.isoformat(sep=" ", timespec="seconds"),
                _("Who"): people_names.shown(entry.actor),
                _("What"): entry.action,
                _("Row"): entry.subject,
                _("Before"): _json(entry.before),
                _("After"): _json(entry.after),
            }
            for entry in entries
        ]
    )


def _json(content: dict[str, object] | None) -> str:
    return "" if content is None else json.dumps(content, ensure_ascii=False, sort_keys=True)
