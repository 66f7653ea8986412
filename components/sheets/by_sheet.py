"""Several records at once, by spreadsheet: template, what a file would do, all of it or nothing."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st
from sqlmodel import Session

from components.elements import table, writing
from components.language.text import _, number, tell
from components.look.markup import show_note
from components.reader import access, cache, clock, sessions, upload
from components.reporting import import_problems
from store import sheets
from store.ground.errors import StoreError
from store.sheets import Sheet
from store.sheets.problems import CheckedSheet
from store.sheets.writing import Row

MOST = 200  # rows of a preview


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its key, its file, its sheet, and what is made of one.

    `rows` fill the template; `frame` is the preview, by row. `explain` says what a row is about;
    `label` what the button says and `done` what was done, of so many.
    """

    key: str
    file: str
    columns: Sequence[str]
    rows: Callable[[], list[Row]]
    check: Callable[[Session, Sheet], CheckedSheet[Any]]
    write: Callable[[Session, Any], object]
    frame: Callable[[Sequence[Any]], pd.DataFrame]
    explain: str
    label: Callable[[int], str]
    done: Callable[[int], str]


def show(kind: Kind) -> None:
    """Draw the way out and the way in."""
    show_note(kind.explain)
    with st.container(horizontal=True):
        table.offer_file(
            _("Template as XLSX"),
            lambda: sheets.as_xlsx(kind.rows(), kind.columns, kind.key, named=1),
            f"{kind.file}.xlsx",
        )
        table.offer_file(
            _("Template as CSV"),
            lambda: sheets.as_csv(kind.rows(), kind.columns),
            f"{kind.file}.csv",
        )
    uploaded = upload.ask(
        _("XLSX or CSV, in the template’s columns"),
        writing.key(kind.key, "file"),
        sheets.ENDINGS,
    )
    if uploaded is not None:
        _show_file(kind, uploaded.name, uploaded.getvalue())


def _show_file(kind: Kind, file: str, content: bytes) -> None:
    """Say what the file would do; nothing is written before the button."""
    key = (kind.key, file, hashlib.sha256(content).hexdigest(), access.actor(), clock.today())
    try:
        checked = cache.derived("by_sheet", key, lambda: _check(kind, file, content))
    except StoreError as error:
        writing.show_refusal(error)
        return
    for remark in checked.remarks:
        show_note(tell(remark))
    show_note(
        _(
            "{ready} to send, {unchanged} unchanged, {problems} with a problem.",
            ready=number(len(checked.ready)),
            unchanged=number(checked.unchanged),
            problems=number(len({(one.sheet, one.row) for one in checked.problems})),
        )
    )
    if checked.problems:
        import_problems.show(file, content, checked.problems)
    elif checked.ready:
        _offer(kind, checked.ready)


def _check(kind: Kind, file: str, content: bytes) -> CheckedSheet[Any]:
    sheet = sheets.read(file, content, kind.columns)
    with sessions.reading() as session:
        return kind.check(session, sheet)


def _offer(kind: Kind, ready: Sequence[Any]) -> None:
    table.show(f"{kind.key}_ready", kind.frame(ready[:MOST]))
    count = len(ready)
    if count > MOST:
        show_note(_("The first {most} of {count} rows.", most=number(MOST), count=number(count)))
    if st.button(kind.label(count), type="primary", key=f"{kind.key}_write"):
        writing.write(lambda session: kind.write(session, ready), kind.done(count), form=kind.key)
