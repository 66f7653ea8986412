"""Figures by spreadsheet: templates out, a filled sheet in, one button for all of it or nothing.

A file is read and checked once, however often the page is drawn while it lies there.
"""

import hashlib
from dataclasses import dataclass

import streamlit as st

from components.elements import writing
from components.language.markdown import escape
from components.language.text import _, _n, tell
from components.look.markup import show_note
from components.reader import access, bar, cache, clock, sessions, upload
from components.reporting import import_preview, import_problems, receipt, templates
from store import sheets
from store.ground.errors import StoreError
from store.ground.messages import Message
from store.sheets import Checked, Sheet


@dataclass(frozen=True, slots=True)
class Brought:
    """What was made of a file: its rows, and what they would do."""

    sheet: Sheet
    checked: Checked


def show() -> None:
    """Draw the way out, then the way in."""
    receipt.show()
    templates.show()
    st.header(_("Bring a filled sheet back"))
    uploaded = upload.ask(
        _("XLSX or CSV, in the template’s columns"),
        writing.key("import", "file"),
        sheets.ENDINGS,
    )
    if uploaded is not None:
        _show_file(uploaded.name, uploaded.getvalue())


def _show_file(name: str, content: bytes) -> None:
    """Say what the file would do; nothing is written before the button."""
    digest = hashlib.sha256(content).hexdigest()
    key = (name, digest, access.actor(), bar.plan_on(clock.today()), clock.today())
    brought = cache.derived("figures_sheet", key, lambda: _read(name, content))
    if isinstance(brought, Message):
        st.error(escape(tell(brought)))
        return
    checked = brought.checked
    show_note(_counted(checked))
    for remark in brought.sheet.remarks:
        show_note(tell(remark))
    if checked.problems:
        import_problems.show(name, content, checked.problems)
        return
    if not checked.ready:
        st.info(_nothing(checked))
        return
    import_preview.show(checked.ready, digest)
    _offer_to_send(checked)


def _read(name: str, content: bytes) -> Brought | Message:
    """The file, checked; else the sentence of its refusal."""
    try:
        sheet = sheets.read(name, content)
    except StoreError as error:
        return error.message
    today = clock.today()
    with sessions.reading() as session:
        checked = sheets.check(session, access.actor(), sheet, bar.plan_on(today), today)
    return Brought(sheet, checked)


def _counted(checked: Checked) -> str:
    return _(
        "{ready} to send, {unchanged} unchanged, {empty} not filled in, {problems} with a problem.",
        ready=len(checked.ready),
        unchanged=checked.unchanged,
        empty=checked.empty,
        problems=len({(problem.sheet, problem.row) for problem in checked.problems}),
    )


def _nothing(checked: Checked) -> str:
    if not checked.unchanged:
        return _("No row is filled in. Give a figure, or the reason why there is none.")
    return _n(
        "There is nothing to send: the {count} figure of this sheet stands there already.",
        "There is nothing to send: all {count} figures of this sheet stand there already.",
        checked.unchanged,
    )


def _offer_to_send(checked: Checked) -> None:
    count, actor = len(checked.ready), access.actor()
    label = _n("Send {count} figure", "Send {count} figures", count)
    if st.button(label, type="primary", key="import_send"):
        receipt.write(lambda session: sheets.write(session, actor, checked.ready))
