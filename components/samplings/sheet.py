"""Samplings by spreadsheet: the template, what a file would do, and all of it or nothing."""

import hashlib

import pandas as pd
import streamlit as st

from components.elements import table, writing
from components.language.text import _, _n, number, tell
from components.look.markup import show_note
from components.reader import access, cache, clock, sessions
from components.reporting import import_problems
from components.samplings import wording
from store import sheets
from store.ground.errors import StoreError
from store.models import SoilSampling
from store.samplings import samplings as samplings_of_sites
from store.sheets import samplings
from store.sheets.writing import Row

MOST = 200  # rows of a preview
FILE = "4p1000-soil-samplings"


def show() -> None:
    """Draw the way out and the way in, in a fold."""
    with st.expander(_("Several at once, by spreadsheet")):
        show_note(
            _(
                "The template holds the samplings on which you may report. A row is about the"
                " sampling of its country, site, treatment, layer and year: copy the last one of a"
                " site and change what changed. A row that changes what is on record says why."
            )
        )
        with st.container(horizontal=True):
            table.offer_file(
                _("Template as XLSX"),
                lambda: sheets.as_xlsx(_rows(), samplings.COLUMNS, "samplings", named=1),
                f"{FILE}.xlsx",
            )
            table.offer_file(
                _("Template as CSV"),
                lambda: sheets.as_csv(_rows(), samplings.COLUMNS),
                f"{FILE}.csv",
            )
        uploaded = st.file_uploader(
            _("XLSX or CSV, in the template’s columns"),
            type=list(sheets.ENDINGS),
            key=writing.key("samplings", "file"),
        )
        if uploaded is not None:
            _show_file(uploaded.name, uploaded.getvalue())


def _rows() -> list[Row]:
    return samplings.rows(cache.ask(samplings_of_sites.on_record, access.actor()))


def _show_file(file: str, content: bytes) -> None:
    """Say what the file would do; nothing is written before the button."""
    key = (file, hashlib.sha256(content).hexdigest(), access.actor(), clock.today())
    try:
        checked = cache.derived("samplings_sheet", key, lambda: _check(file, content))
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
        return
    if not checked.ready:
        return
    _show_first(checked)
    count = len(checked.ready)
    label = _n("Send {count} sampling", "Send {count} samplings", count)
    if st.button(label, type="primary", key="samplings_write"):
        writing.write(
            lambda session: samplings.write(session, access.actor(), checked.ready),
            _n(
                "{count} sampling was sent and waits for a review.",
                "{count} samplings were sent and wait for a review.",
                count,
            ),
            form="samplings",
        )


def _check(file: str, content: bytes) -> samplings.Checked:
    sheet = sheets.read(file, content, samplings.COLUMNS)
    with sessions.reading() as session:
        return samplings.check(session, access.actor(), sheet, clock.today())


def _show_first(checked: samplings.Checked) -> None:
    frame = pd.DataFrame(
        [
            {
                _("Row"): row,
                _("Site and treatment"): wording.series_name(SoilSampling.model_validate(draft)),
                _("Year"): draft.year,
                _("t C/ha"): draft.stock,
                _("Standard error"): draft.standard_error,
            }
            for row, draft in checked.ready[:MOST]
        ]
    )
    table.show("samplings_ready", frame)
    if len(checked.ready) > MOST:
        show_note(
            _(
                "The first {most} of {count} rows.",
                most=number(MOST),
                count=number(len(checked.ready)),
            )
        )
