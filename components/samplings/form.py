"""The form of one sampling: a new site, or the next year of one that is on record."""

from collections.abc import Mapping
from contextlib import suppress

import streamlit as st
from sqlmodel import Session

from components.elements import writing
from components.language.text import _
from components.look.markup import show_note
from components.reader import access, cache, sessions
from components.reader.places import name
from components.samplings import fields, returned, wording
from components.samplings.fields import FORM, NEW, SERIES, Content, Fields
from store.ground import numbers
from store.ground.errors import StoreError
from store.models import PlaceKind, SoilSampling
from store.reporting import saved_drafts
from store.rights import rights
from store.rights.rights import Act, Where
from store.samplings import samplings
from store.samplings.sampling_draft import SoilSamplingDraft
from store.soil.stocks import PER_MILLE

SITE = ("site", "treatment", "treatment_since", "depth_from", "depth_to", "latitude", "longitude")
NEXT = f"{FORM}_next"  # where the session has the series that was sent: its next year follows
SURFACE = "0"  # where the layer of a new site begins
WIDTH = 920  # pixels, of two fields side by side
PAIRS = (  # fields of a new site that are read side by side
    ("treatment", "treatment_since"),
    ("depth_from", "depth_to"),
    ("latitude", "longitude"),
)


def show() -> None:
    """Draw what came back, then the form."""
    writing.show_done()
    returned.show()
    show_note(
        _(
            "One layer of one treatment at one site, in one year. It is shown once somebody else"
            " approved it. Sites are no sample of a country: no national mean is made of them."
        )
    )
    typed = _read(_last_rows(cache.ask(samplings.on_record, access.actor())))
    _show_visible(typed.typed)
    head = _show_on_record(typed)
    typed.keep()
    content = typed.typed | {"corrects": head.id if head else None}
    with st.container(horizontal=True, gap="small"):
        is_sent = st.button(_("Send"), type="primary", key=f"{FORM}_send")
        if typed.kept and st.button(_("Drop what I typed"), key=f"{FORM}_drop"):
            _drop()
    if is_sent:
        writing.write(
            lambda session: _send(session, content),
            _("It was sent and waits for a review."),
            form=FORM,
            names=wording.labels(),
        )
    writing.show_kept(fields.kept().at)


def _send(session: Session, content: Content) -> None:
    """Write the sampling and the end of its draft, or nothing at all."""
    row = samplings.report(session, access.actor(), _draft(content))
    saved_drafts.forget(session, access.actor(), None)
    fields.forget()
    st.session_state[NEXT] = fields.code(row)


def _drop() -> None:
    with sessions.writing() as session:
        saved_drafts.forget(session, access.actor(), None)
    fields.forget()
    writing.empty(FORM)
    st.rerun()


def countries() -> dict[str, str]:
    """The countries on whose soils the reader may report, by name."""
    actor = access.actor()

    def pick() -> dict[str, str]:
        return {
            place.code: name(place.code)
            for place in sorted(cache.places().values(), key=lambda place: name(place.code))
            if place.kind == PlaceKind.COUNTRY
            and rights.may(actor, Act.REPORT, Where(samplings.OBJECTIVE, rights.region_of(place)))
        }

    return cache.derived("countries of samplings", (actor,), pick)


def _last_rows(there: list[SoilSampling]) -> dict[str, SoilSampling]:
    """The newest year of every series on record, by what tells it from others."""
    newest = {fields.code(row): row for row in sorted(there, key=lambda row: row.year)}
    return dict(sorted(newest.items(), key=lambda item: wording.series_name(item[1])))


def _read(on_record: Mapping[str, SoilSampling]) -> Fields:
    """What stands in the fields, by the names of a draft."""
    options = {
        NEW: _("A new site, treatment or layer"),
        **{code: wording.series_name(row) for code, row in on_record.items()},
    }
    kept = fields.kept().content.get("series") if SERIES not in st.session_state else None
    begun = st.session_state.pop(NEXT, kept)
    if begun in options:
        st.session_state[SERIES] = begun
    chosen = writing.choose(_("Site and treatment"), options, SERIES)
    read = Fields(chosen, on_record.get(chosen))
    with st.container(width=WIDTH):
        if read.last is None:
            _read_site(read)
        else:
            show_note(_("Last: {sampling}", sampling=wording.told(read.last)))
            read.take_over("place_code", *SITE)
        _read_sampling(read)
    return read


def _read_site(read: Fields) -> None:
    """The fields of a new site."""
    left, right = st.columns(2)
    with left:
        read.country(countries())
    with right:
        read.text("site")
    for first, second in PAIRS:
        left, right = st.columns(2)
        with left:
            read.text(first, SURFACE if first == "depth_from" else "")
        with right:
            read.text(second)


def _read_sampling(read: Fields) -> None:
    """The fields of a year; method and source begin with what was said last."""
    last = read.last
    for column, field in zip(
        st.columns(4), ("year", "stock", "standard_error", "samples"), strict=True
    ):
        with column:
            read.text(field, str(last.samples) if last and field == "samples" else "")
    with st.container(horizontal=True):
        for field, words in wording.choices().items():
            read.choice(field, words)
    left, right = st.columns(2)
    with left:
        read.text("source_title", last.source_title if last else "")
    with right:
        read.text("source_link", last.source_link if last else "")
    read.text("note")


def _show_visible(typed: Content) -> None:
    """Say after how many years a change of the size that somebody looks for can be seen."""
    label = _("A change you look for (t C/ha a year; empty: 4 ‰ of the stock)")
    looked_for = st.text_input(label, key=f"{FORM}_change")
    with suppress(StoreError):
        stock, error = (numbers.figure(str(typed[name])) for name in ("stock", "standard_error"))
        amount = numbers.figure(looked_for) if looked_for else stock * PER_MILLE / 1000
        show_note(wording.visible_after(amount, error))


def _show_on_record(read: Fields) -> SoilSampling | None:
    """The row that stands in the slot, with the fields of a correction."""
    try:
        draft = _draft(read.typed)
    except ValueError:  # said where it is sent
        return None

    def newest(session: Session) -> SoilSampling | None:
        return samplings.newest(session, draft.slot)

    with sessions.reading() as session:
        head = newest(session)
    if head is None:
        return None
    show_note(_("On record: {said}", said=wording.told(head)))
    read.text("reason")
    label = _("It was entered by mistake: take it back")
    read.typed["is_withdrawn"] = st.checkbox(label, key=read.key(f"back_{head.id}"))
    return head


def _draft(typed: Content) -> SoilSamplingDraft:
    """The draft of what stands in the fields; an empty one of those that may be is left out.

    Errors: ValidationError.
    """
    optional = ("treatment_since", "latitude", "longitude")
    said = {
        field: value
        for field, value in typed.items()
        if not (field in optional and str(value or "").strip() in ("", "None"))
    }
    brought = {"yes": True, "no": False}.get(str(typed.get("carbon_brought")))
    return SoilSamplingDraft.model_validate(said | {"carbon_brought": brought})
