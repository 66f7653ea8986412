"""The register by spreadsheet: the template, the preview, and all of it or nothing."""

import datetime as dt
import hashlib

import pandas as pd
import streamlit as st

from components.elements import later, table, writing
from components.language.text import _, _c, _n, number, tell
from components.look.markup import show_note
from components.partners import organisations
from components.reader import access, cache, clock, sessions, upload
from components.reader.places import name
from components.reporting import import_problems
from store import sheets
from store.ground.errors import StoreError
from store.sheets import partners
from store.sheets.writing import Row

MOST = 200  # rows of a preview
FILE = "4p1000-register"


def show() -> None:
    """Draw the way out and the way in, in a fold."""
    fold = later.unfold(_("Bring the register as a spreadsheet"), "register_fold")
    if fold is None:
        return
    with fold:
        show_note(
            _(
                "The template holds the register as it stands. A row is about the organisation of"
                " its name: a new name is added, and a cell left empty says that this is not"
                " known. Country is the ISO code or the name in English, French or Spanish; kind is"
                " partner or member; days look like 2023-01-31."
            )
        )
        with st.container(horizontal=True):
            table.offer_file(
                _("Template as XLSX"),
                lambda: sheets.as_xlsx(_rows(), partners.COLUMNS, "register", named=1),
                f"{FILE}.xlsx",
            )
            table.offer_file(
                _("Template as CSV"),
                lambda: sheets.as_csv(_rows(), partners.COLUMNS),
                f"{FILE}.csv",
            )
        uploaded = upload.ask(
            _("XLSX or CSV, in the template’s columns"),
            writing.key("register", "file"),
            sheets.ENDINGS,
        )
        if uploaded is not None:
            _preview(uploaded.name, uploaded.getvalue())


def _rows() -> list[Row]:
    return partners.rows(organisations.everything().values())


def _preview(file: str, content: bytes) -> None:
    """Say what the file would do; nothing is written before the button."""
    key = (file, hashlib.sha256(content).hexdigest(), clock.today())
    try:
        checked = cache.derived("register_sheet", key, lambda: _check(file, content))
    except StoreError as error:
        writing.show_refusal(error)
        return
    for remark in checked.remarks:
        show_note(tell(remark))
    added = sum(change.seen is None for change in checked.ready)
    show_note(
        _(
            "{added} to add, {changed} to change, {unchanged} unchanged,"
            " {problems} with a problem.",
            added=number(added),
            changed=number(len(checked.ready) - added),
            unchanged=number(checked.unchanged),
            problems=number(len(checked.problems)),
        )
    )
    if checked.problems:
        import_problems.show(file, content, checked.problems)
        return
    _show_first("register_changes", _changes(checked))
    count = len(checked.ready)
    if count and st.button(
        _n("Write {count} organisation", "Write {count} organisations", count),
        type="primary",
        key="register_write",
    ):
        writing.write(
            lambda session: partners.write(session, access.actor(), checked.ready),
            _n("{count} organisation was written.", "{count} organisations were written.", count),
            form="register",
        )


def _check(file: str, content: bytes) -> partners.Checked:
    sheet = sheets.read(file, content, partners.COLUMNS)
    with sessions.reading() as session:
        return partners.check(session, sheet, clock.today())


def _show_first(key: str, frame: pd.DataFrame) -> None:
    table.show(key, frame.head(MOST))
    if len(frame) > MOST:
        show_note(
            _("The first {most} of {count} rows.", most=number(MOST), count=number(len(frame)))
        )


def _changes(checked: partners.Checked) -> pd.DataFrame:
    """What each row does, the changes before what is added."""
    rows = sorted(checked.ready, key=lambda change: change.seen is None)
    return pd.DataFrame(
        [
            {
                _("Row"): change.row,
                _("Organisation"): change.wanted.name,
                _("What it does"): _c("what a row does", "added")
                if change.seen is None
                else _said(change),
            }
            for change in rows
        ]
    )


def _said(change: partners.Ready) -> str:
    return "; ".join(
        f"{column}: {_cell(column, before)} → {_cell(column, after)}"
        for column, before, after in partners.changes(change)
    )


def _cell(column: str, value: object) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, dt.date):
        return value.isoformat()
    return name(str(value)) if column == "country" else str(value)
