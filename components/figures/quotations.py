"""What a figure's document says: quotations, hashes and copies; the form that adds them."""

from html import escape

import streamlit as st

from components.elements import table, writing
from components.language.text import _
from components.look.markup import show_note
from components.reader import access, cache, people_names, scripts, sessions, upload
from components.reader.places import name
from components.reader.view import View
from components.wording.figures import reading_figure, reading_period
from store.documents import documents
from store.documents.document_draft import DocumentDraft
from store.figures.approved import Reading
from store.models import Document, Indicator, Measurement
from store.rights import rights
from store.rights.rights import Act, Where


def show(indicator: Indicator, readings: list[Reading], view: View) -> None:
    """Draw what is quoted of the figures' documents, with copies for who may open them."""
    known = cache.ask(documents.known, view.until)
    for reading in readings:
        for row in known.get(reading.id, []):
            _show(indicator, row, reading)


def told(row: Document) -> str:
    """The quotation with the hash of its document."""
    if not row.document_hash:
        return _("“{quotation}”", quotation=row.quotation)
    if not row.quotation:
        return _("Document {name}, SHA-256 {hash}", name=row.document_name, hash=row.document_hash)
    return _(
        "“{quotation}” (document {name}, SHA-256 {hash})",
        quotation=row.quotation,
        name=row.document_name,
        hash=row.document_hash,
    )


def _show(indicator: Indicator, row: Document, reading: Reading) -> None:
    where = f"{name(reading.place_code)}, {reading_period(reading)}"
    who = people_names.display(row.author)
    st.html(f'<p class="note"><b>{escape(where)}</b> {escape(told(row))} · {escape(who)}</p>')
    is_kept = row.document_hash in cache.ask(documents.copies)
    if is_kept and rights.may(access.actor(), Act.SEE, _about(indicator, reading.place_code)):
        table.offer_file(
            _("Save the copy of {name}", name=row.document_name),
            lambda: _copy(row),
            f"{row.document_hash[:12]}-{row.document_name}",
            quiet=True,
        )


def _copy(row: Document) -> bytes:
    with sessions.reading() as session:
        return documents.open_copy(session, access.actor(), row)


def offer(indicator: Indicator, readings: list[Reading]) -> None:
    """The form that adds a document to one of the figures, for who may."""
    actor = access.actor()
    places = {
        place
        for place in {one.place_code for one in readings}
        if documents.may_add(actor, _about(indicator, place))
    }
    if not places:
        return
    control = st.popover(
        _("Quote the document"), key=f"document_{indicator.code}", on_change="rerun"
    )
    if control.open:
        with control:
            _show_form(indicator, [one for one in readings if one.place_code in places])


def _show_form(indicator: Indicator, readings: list[Reading]) -> None:
    form = f"document_{indicator.code}"
    show_note(
        _(
            "A short quotation and the hash of the document let a figure outlive a dead link."
            " Everybody reads them; a copy opens only for those who see what is reported."
        )
    )
    figures = {
        one.id: f"{name(one.place_code)}, {reading_period(one)}: {reading_figure(indicator, one)}"
        for one in readings
    }
    about = st.selectbox(
        _("Of which figure"),
        list(figures),
        format_func=figures.__getitem__,
        key=writing.key(form, "about"),
    )
    names = {"quotation": _("Quotation"), "document": _("The document")}
    quotation = st.text_area(
        names["quotation"], key=writing.key(form, "quotation"), placeholder=scripts.needed()
    )
    uploaded = upload.ask(names["document"], writing.key(form, "document"))
    keeps = st.checkbox(_("Keep a copy; its owner allows that"), key=writing.key(form, "copy"))
    if st.button(_("Add the document"), key=f"{form}_send"):
        writing.write(
            lambda session: documents.add(
                session,
                access.actor(),
                session.get_one(Measurement, about),
                DocumentDraft(
                    quotation=quotation,
                    document_name=uploaded.name if uploaded else "",
                    document=uploaded.getvalue() if uploaded else b"",
                    keeps_copy=keeps,
                ),
            ),
            _("The document was added."),
            form=form,
            names=names,
        )


def _about(indicator: Indicator, place_code: str) -> Where:
    return rights.about(indicator, cache.places()[place_code])
