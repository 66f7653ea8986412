"""Figures by spreadsheet: the template, the preview, and one button for all of it or nothing."""

import pandas as pd
import streamlit as st

from components.elements import table, writing
from components.language.text import _, _n, tell
from components.look.markup import show_lead, show_note
from components.reader import access, bar, cache, clock, sessions
from store import sheets
from store.ground.errors import StoreError
from store.reporting import dues
from store.rights.rights import Act


def show() -> None:
    """Draw the way out, then the way in."""
    writing.show_done()
    _offer_template()
    st.header(_("Bring a filled sheet back"))
    uploaded = st.file_uploader(
        _("XLSX or CSV, in the template’s columns"), type=list(sheets.ENDINGS), key="import_file"
    )
    if uploaded is not None:
        _preview(uploaded.name, uploaded.getvalue())


def _offer_template() -> None:
    actor = access.actor()
    owed = [due for due in cache.ask(dues.owed, clock.today()) if dues.is_mine(due, actor)]
    if access.may(Act.MANAGE_PEOPLE) and st.checkbox(
        _("Everybody’s figures, not only mine"), key="import_everybody"
    ):
        owed = cache.ask(dues.owed, clock.today())
    sentence = _n(
        "The template has {count} row, filled with what was reported so far.",
        "The template has {count} rows, filled with what was reported so far.",
        len(owed),
    )
    show_lead(sentence)
    show_note(
        _(
            "Fill in one of value, numerator with denominator, level or missing_reason; leave the"
            " codes as they are. A row without any of them is skipped, and so is a row that repeats"
            " what was already reported."
        )
    )
    if not owed:
        return
    left, right, _rest = st.columns([1, 1, 3])
    with left:
        table.offer_file(
            _("Template as XLSX"), lambda: sheets.as_xlsx(sheets.rows(owed)), "4p1000-figures.xlsx"
        )
    with right:
        table.offer_file(
            _("Template as CSV"), lambda: sheets.as_csv(sheets.rows(owed)), "4p1000-figures.csv"
        )


def _preview(name: str, content: bytes) -> None:
    """Say what the file would do; nothing is written before the button."""
    try:
        sheet = sheets.read(name, content)
    except StoreError as error:
        writing.show_refusal(error)
        return
    for remark in sheet.remarks:
        show_note(tell(remark))
    actor = access.actor()
    with sessions.reading() as session:
        checked = sheets.check(session, actor, sheet, bar.plan_on(clock.today()), clock.today())
    show_note(
        _(
            "{ready} to send, {unchanged} unchanged, {empty} not filled in,"
            " {problems} with a problem.",
            ready=len(checked.ready),
            unchanged=checked.unchanged,
            empty=checked.empty,
            problems=len(checked.problems),
        )
    )
    if checked.problems:
        st.error(
            _("Nothing is sent while a row has a problem. Correct the sheet and upload it again.")
        )
        table.show("problems", _problems(checked))
        return
    count = len(checked.ready)
    if count and st.button(
        _n("Send {count} figure", "Send {count} figures", count), type="primary", key="import_send"
    ):
        writing.write(
            lambda session: sheets.write(session, actor, checked.ready),
            _n("{count} figure was sent.", "{count} figures were sent.", count),
        )


def _problems(checked: sheets.Checked) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Sheet"): problem.sheet,
                _("Row"): problem.row,
                _("Column"): problem.column,
                _("Problem"): tell(problem.reason),
            }
            for problem in checked.problems
        ]
    )
