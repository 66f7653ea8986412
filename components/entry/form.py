"""Enter a figure: what is known, then the fields, the effect, the doubts; sent once."""

from html import escape

import streamlit as st

from components.elements import writing
from components.entry import (
    clash,
    drafting,
    due,
    fields,
    known,
    receipt,
    sending,
    slot,
    typed,
)
from components.entry.slot import Entry
from components.language.text import _
from components.reader import access, address, cache, clock
from components.reader.places import name
from components.shell import live
from store.figures.draft import MeasurementDraft
from store.models import Indicator, Measurement, Place
from store.reporting import answers
from store.reporting.saved_drafts import Slot
from store.rights import rights
from store.rights.rights import Act


def show() -> None:
    """Draw the form of the slot that the address names."""
    writing.show_done()
    with st.container(horizontal=True, vertical_alignment="bottom", key="entry_head"):
        head = st.container()
        chosen = _choose_slot()
    if chosen is None:
        st.info(_("Nothing can be entered with your roles."))
        return
    live.follow_figures(chosen.indicator_code, chosen.place_code)
    entry = slot.enter(chosen)
    if entry.fields.memory.pop("is_dropped", False):
        sending.drop(entry)
        entry = slot.enter(chosen)
    with head:
        _show_head(entry)
    with st.container(key="entry_form"):
        left, right = st.columns([3, 2], gap="large")
    with left:
        trial = _show_entry(entry)
    with right:
        known.show(entry, entry.background(trial), trial)


def _show_head(entry: Entry) -> None:
    """What is asked for, and where this is among what is due."""
    objective = entry.indicator.objective_code or "–"
    title = f"{objective} · {entry.indicator.name}"
    st.html(
        f"<h2>{escape(title)}</h2>"
        f'<p class="note">{escape(due.place_in_list(entry.fields.slot))}</p>'
    )


def _show_entry(entry: Entry) -> MeasurementDraft | None:
    """The receipt of what stands, or the fields; the figure that is typed, if it is one."""
    standing = entry.sent or (None if typed.is_begun(entry.fields) else entry.standing)
    if standing is not None:
        receipt.show(entry, standing)
        return None
    top = st.container()
    fields.show(entry)
    sending.keep(entry)
    outcome, other = drafting.read(entry), entry.clash()
    with top:
        _show_top(entry, other)
    if other is None:
        sending.show(entry, entry.background(outcome.trial), outcome)
    writing.show_kept(entry.fields.memory.get("kept_at"))
    return outcome.trial


def _show_top(entry: Entry, other: Measurement | None) -> None:
    """What is settled before the fields: which figure is corrected, and what else stands."""
    if other is None:
        if (row := entry.corrected) is not None:
            receipt.say_corrected(entry, row)
    elif typed.says_the_same(entry.fields, other) and entry.stands_in_slot(other):
        receipt.show_standing(entry, other)
    else:
        clash.ask(entry, other)


def _choose_slot() -> Slot | None:
    """The indicator, place and year of the address, to be changed in a fold."""
    actor = access.actor()
    indicators = cache.derived("indicators to report", (actor,), _indicators)
    if not indicators:
        return None
    room = st.popover(_("Choose another figure"), width="content")
    chosen = address.choose(
        "indicator",
        _("Indicator"),
        {
            code: f"{indicator.objective_code or '–'} · {indicator.name}"
            for code, indicator in indicators.items()
        },
        default=next(iter(indicators)),
        always_written=True,
        room=room,
    )
    where = cache.derived("places to report", (actor, chosen), lambda: _places(indicators[chosen]))
    place = address.choose(
        "place", _("Place"), where, default=next(iter(where)), always_written=True, room=room
    )
    years = [str(year) for year in range(clock.today().year, 2015, -1)]
    year = address.choose(
        "year",
        _("Year"),
        dict(zip(years, years, strict=True)),
        default=years[1],
        always_written=True,
        room=room,
    )
    return Slot(chosen, place, int(year))


def _indicators() -> dict[str, Indicator]:
    """What the reader may report somewhere, by code."""
    actor, places = access.actor(), cache.places().values()
    return {
        indicator.code: indicator
        for indicator in cache.indicators()
        if any(rights.may(actor, Act.REPORT, rights.about(indicator, place)) for place in places)
    }


def _places(indicator: Indicator) -> dict[str, str]:
    """Where the reader may report the indicator, the kind of place that owes it first."""
    wanted = answers.KIND[indicator.reported_by]
    allowed = [
        place
        for place in cache.places().values()
        if rights.may(access.actor(), Act.REPORT, rights.about(indicator, place))
    ]

    def order(place: Place) -> tuple[bool, str]:
        return place.kind != wanted, name(place.code)

    return {place.code: name(place.code) for place in sorted(allowed, key=order)}
