"""The audit trail, newest first, filtered and to take along."""

import datetime as dt
import json
from typing import Any

import pandas as pd
import streamlit as st

from components.elements import paging, table, writing
from components.language.text import _, _c, day, number
from components.look.markup import grid, show_note
from components.reader import access, address, cache, people_names, sessions
from components.steward import audit_words
from store.backup import files
from store.ground.errors import StoreError
from store.ledger import audit, trail
from store.models import AuditEntry
from store.rights.rights import Actor

MOST = 1000


def show() -> None:
    """Draw the newest entries of an action and a name, a page of them, and one of them in full."""
    with sessions.reading() as session:
        lag = audit.lag(session)
    actor = access.actor()
    _show_health(lag)
    left, right = st.columns(2)
    with left:
        options = {"": _c("entries of the audit", "everything")} | {
            action: action for action in cache.ask(trail.actions, actor)
        }
        action = address.choose("action", _c("action in the audit", "What"), options, default="")
    with right:
        words = st.text_input(_("Who or which row contains"), key="audit_subject").strip()
    asked = (actor, action, audit_words.searched(words))
    try:
        count = cache.ask(trail.count, *asked, MOST)
    except StoreError as error:
        writing.show_refusal(error)
        return
    show_note(
        _(
            "{count} entries, the newest first; at most {most}.",
            count=number(count),
            most=MOST,
        )
    )
    if not count:
        return
    page = paging.choose(range(count), of=f"{action} {words}")
    entries = cache.ask(trail.entries, *asked, len(page), page[0])
    table.show("audit", rows(entries), height=560)
    table.offer_csv("audit", lambda: _with_snapshots(*asked), "4p1000-audit")
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


def _with_snapshots(actor: Actor, action: str, words: str) -> pd.DataFrame:
    """The rows of every page with both snapshots whole, for a file."""
    with sessions.reading() as session:
        entries = trail.entries(session, actor, action, words, MOST)
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
