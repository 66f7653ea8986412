"""The form of one sampling: a new site, or the next year of one that is on record."""

from collections.abc import Mapping
from contextlib import suppress

import streamlit as st
from sqlmodel import Session

from components.elements import writing
from components.language.markdown import escape
from components.language.text import _
from components.look.markup import show_note
from components.reader import access, cache, sessions
from components.reader.places import name
from components.samplings import wording
from store.ground import numbers
from store.ground.errors import StoreError
from store.models import PlaceKind, SoilSampling
from store.rights import rights
from store.rights.rights import Act, Where
from store.samplings import samplings
from store.samplings.sampling_draft import SoilSamplingDraft
from store.soil.stocks import PER_MILLE

FORM = "sampling"
NEW = ""  # the choice of a site that is not on record
SITE = ("site", "treatment", "treatment_since", "depth_from", "depth_to", "latitude", "longitude")
FIRST = {"depth_from": "0"}  # what a new site begins with
Typed = dict[str, object]


def show() -> None:
    """Draw what came back, then the form."""
    writing.show_done()
    actor = access.actor()
    for row, comment in cache.ask(samplings.returned, actor):
        told = wording.told(row)
        st.warning(escape(_("Returned: {sampling} “{comment}”", sampling=told, comment=comment)))
    show_note(
        _(
            "One layer of one treatment at one site, in one year. It is shown once somebody else"
            " approved it. Sites are no sample of a country: no national mean is made of them."
        )
    )
    content = _read(_last_rows(cache.ask(samplings.on_record, actor)))
    _show_visible(content)
    head = _show_on_record(content)
    content |= {"corrects": head.id if head else None}
    if st.button(_("Send"), type="primary", key=f"{FORM}_send"):
        writing.write(
            lambda session: samplings.report(session, actor, _draft(content)),
            _("It was sent and waits for a review."),
            form=FORM,
            names=wording.labels(),
        )


def countries() -> dict[str, str]:
    """The countries on whose soils the reader may report, by name."""
    actor = access.actor()
    return {
        place.code: name(place.code)
        for place in sorted(cache.places().values(), key=lambda place: name(place.code))
        if place.kind == PlaceKind.COUNTRY
        and rights.may(actor, Act.REPORT, Where(samplings.OBJECTIVE, rights.region_of(place)))
    }


def _last_rows(there: list[SoilSampling]) -> dict[str, SoilSampling]:
    """The newest year of every series on record, by the words that name it."""
    newest = {wording.series_name(row): row for row in sorted(there, key=lambda row: row.year)}
    return dict(sorted(newest.items()))


def _read(on_record: Mapping[str, SoilSampling]) -> Typed:
    """What stands in the fields, by the names of a draft."""
    options = {NEW: _("A new site, treatment or layer"), **{key: key for key in on_record}}
    chosen = writing.choose(_("Site and treatment"), options, f"{FORM}_series")
    last = on_record.get(chosen)
    typed = _read_site() if last is None else _site_of(last)
    first, second, third, fourth = st.columns(4)
    with first:
        typed |= _text("year", last, empty=True)
    with second:
        typed |= _text("stock", last, empty=True)
    with third:
        typed |= _text("standard_error", last, empty=True)
    with fourth:
        typed |= _text("samples", last)
    with st.container(horizontal=True):
        for field, words in wording.choices().items():
            typed |= _choice(field, words, last)
    left, right = st.columns(2)
    with left:
        typed |= _text("source_title", last)
    with right:
        typed |= _text("source_link", last)
    return typed | _text("note", None)


def _read_site() -> Typed:
    """The fields of a new site."""
    places = countries()
    typed: Typed = {}
    left, right = st.columns(2)
    with left:
        typed["place_code"] = writing.choose(
            wording.labels()["place_code"], places, f"{FORM}_place_code"
        )
        typed |= _text("treatment", None)
        typed |= _text("depth_from", None)
        typed |= _text("latitude", None)
    with right:
        typed |= _text("site", None)
        typed |= _text("treatment_since", None)
        typed |= _text("depth_to", None)
        typed |= _text("longitude", None)
    return typed


def _site_of(last: SoilSampling) -> Typed:
    """What is on record of a site, said and taken over."""
    show_note(_("Last: {sampling}", sampling=wording.told(last)))
    return {field: getattr(last, field) for field in ("place_code", *SITE)}


def _text(field: str, last: SoilSampling | None, *, empty: bool = False) -> Typed:
    """A field of words; of a site on record it begins with what was said last."""
    begins = FIRST.get(field, "") if last is None or empty else str(getattr(last, field))
    typed = st.text_input(wording.labels()[field], value=begins, key=_key(field, last))
    return {field: typed}


def _choice(field: str, words: Mapping[str, str], last: SoilSampling | None) -> Typed:
    begins = None
    if last is not None:
        value = getattr(last, field)
        begins = list(words).index({True: "yes", False: "no"}.get(value, str(value)))
    chosen = st.radio(
        wording.labels()[field],
        list(words),
        index=begins,
        format_func=words.__getitem__,
        horizontal=True,
        key=_key(field, last),
    )
    return {field: chosen}


def _key(field: str, last: SoilSampling | None) -> str:
    return writing.key(FORM, f"{field}_{last.id if last else NEW}")


def _show_visible(typed: Typed) -> None:
    """Say after how many years a change of the size that somebody looks for can be seen."""
    label = _("A change you look for (t C/ha a year; empty: 4 ‰ of the stock)")
    looked_for = st.text_input(label, key=f"{FORM}_change")
    with suppress(StoreError):
        stock, error = (numbers.figure(str(typed[name])) for name in ("stock", "standard_error"))
        amount = numbers.figure(looked_for) if looked_for else stock * PER_MILLE / 1000
        show_note(wording.visible_after(amount, error))


def _show_on_record(typed: Typed) -> SoilSampling | None:
    """The row that stands in the slot, with the fields of a correction."""
    try:
        draft = _draft(typed)
    except ValueError:  # said where it is sent
        return None

    def newest(session: Session) -> SoilSampling | None:
        return samplings.newest(session, draft.slot)

    with sessions.reading() as session:
        head = newest(session)
    if head is None:
        return None
    show_note(_("On record: {said}", said=wording.told(head)))
    typed |= _text("reason", None)
    back = st.checkbox(_("It was entered by mistake: take it back"), key=_key("back", head))
    typed["is_withdrawn"] = back
    return head


def _draft(typed: Typed) -> SoilSamplingDraft:
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
