"""Years declared complete: the form of those who report, and what waits for a review."""

from typing import Any

import streamlit as st

from components.elements import later, ruling, writing
from components.language.markdown import escape
from components.language.text import _, _c
from components.look.markup import show_note
from components.reader import access, cache, clock, people_names, sessions
from components.reader.places import name
from store.figures import complete_years
from store.figures.complete_year_draft import CompleteYearDraft
from store.models import CompleteYear, Indicator, PlaceKind
from store.progress import Kind
from store.rights import rights
from store.rights.rights import Act

FORM = "complete"
FIRST_YEAR = 2015


def show_form() -> None:
    """Offer to declare a year complete, to who may report what is counted by years."""
    asked = declarable()
    if not asked:
        return
    fold = later.unfold(_("Declare a year complete"), "complete_fold")
    if fold is None:
        return
    with fold:
        show_note(
            _(
                "Say so when everything of the year is reported, zeros too. Where a year is not"
                " complete, what has no figure is unknown. It counts once somebody else approved"
                " it."
            )
        )
        content = _read(asked)
        label = _("Declare it complete") if content["is_complete"] else _("Take it back")
        if st.button(label, key=f"{FORM}_send"):
            writing.write(
                lambda session: complete_years.declare(
                    session, access.actor(), CompleteYearDraft.model_validate(content)
                ),
                _("It was sent and waits for the Secretariat."),
                form=FORM,
                names=_names(),
            )


def show_waiting() -> None:
    """Draw what waits, oldest first, with a way to approve and to return it."""
    rows = cache.ask(complete_years.waiting, access.actor())
    if not rows:
        return
    st.header(_("Years declared complete"))
    for row in rows:
        with st.container(border=True):
            st.markdown(escape(_told(row)))
            if access.may(Act.REVIEW):
                _show_acts(row)


def declarable() -> dict[str, tuple[Indicator, list[str]]]:
    """What is counted by years, with the places for which the reader may report it."""
    actor = access.actor()
    places = [place for place in cache.places().values() if place.kind != PlaceKind.COUNTRY]
    found = {
        one.code: (
            one,
            [p.code for p in places if rights.may(actor, Act.REPORT, rights.about(one, p))],
        )
        for one in cache.indicators()
        if one.kind == Kind.RATE
    }
    return {code: pair for code, pair in found.items() if pair[1]}


def _names() -> dict[str, str]:
    return {
        "source_title": _("Source: document or register"),
        "source_link": _("Link to the source"),
        "note": _("Note"),
        "reason": _("Why this is changed"),
    }


def _read(asked: dict[str, tuple[Indicator, list[str]]]) -> dict[str, Any]:
    """The fields; what they hold, as a CompleteYearDraft's."""
    first, second, third = st.columns([3, 2, 1])
    titles = {
        code: f"{one.objective_code or '–'} · {one.name}" for code, (one, _p) in asked.items()
    }
    with first:
        code = writing.choose(_("Indicator"), titles, writing.key(FORM, "indicator"))
    with second:
        places = {place: name(place) for place in asked[code][1]}
        place = writing.choose(_("Place"), places, writing.key(FORM, "place"))
    with third:
        years = {str(one): str(one) for one in range(clock.today().year - 1, FIRST_YEAR - 1, -1)}
        year = int(writing.choose(_("Year"), years, writing.key(FORM, "year")))
    with sessions.reading() as session:
        head = complete_years.newest(session, code, place, year)
    if head is not None:
        show_note(_("On record: {said}", said=_told(head)))
    said = {
        field: st.text_input(label, key=writing.key(FORM, field))
        for field, label in _names().items()
        if head is not None or field != "reason"
    }
    return {
        "indicator_code": code,
        "place_code": place,
        "year": year,
        "is_complete": head is None or not head.is_complete,
        "corrects": head.id if head else None,
        **said,
    }


def _told(row: CompleteYear) -> str:
    indicator = next(one for one in cache.indicators() if one.code == row.indicator_code)
    words = {
        "indicator": indicator.name,
        "place": name(row.place_code),
        "year": str(row.year),
        "who": people_names.display(row.reporter),
        "source": row.source_title,
    }
    if row.is_complete:
        return _("{indicator}, {place}, {year}: complete, says {who}. Source: {source}", **words)
    return _("{indicator}, {place}, {year}: not complete, says {who}. Source: {source}", **words)


def _show_acts(row: CompleteYear) -> None:
    actor, today = access.actor(), clock.today()
    ruling.offer(
        f"{FORM}_{row.id}",
        (_c("year declared complete", "Approve"), _c("year declared complete", "Return")),
        lambda session, comment: complete_years.approve(session, actor, row, today, comment),
        lambda session, comment: complete_years.send_back(session, actor, row, today, comment),
        _("The year counts as complete from today on."),
    )
