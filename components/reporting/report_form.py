"""Enter a figure: choose the slot, type, see the effect, answer the doubts, send once."""

import streamlit as st

from components.language.text import _
from components.look.markup import Html, show_lead
from components.reader import access, address, bar, cache, clock, links, sessions
from components.reader.places import name
from components.reporting import aside, report_fields, sending
from components.reporting.report_fields import Fields
from components.reporting.sending import Entry
from store.figures import actions
from store.figures.draft import MeasurementDraft
from store.models import Indicator, Place
from store.reporting import dues, plausibility, saved_drafts
from store.reporting.plausibility import Background
from store.reporting.saved_drafts import Slot
from store.rights import rights
from store.rights.rights import Act

PREFILLED = {"answer", "qualifier", "period_start", "period_end"}


def show() -> None:
    """Draw the form of the slot that the address names."""
    slot = _choose_slot()
    if slot is None:
        st.info(_("Nothing can be entered with your roles."))
        return
    entry = _open(slot)
    if _is_sent(entry):
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        show_lead(entry.indicator.definition or entry.indicator.name)
        report_fields.show(entry.fields, entry.indicator, corrects=entry.seen is not None)
        _save(entry)
        background = _look_up(entry)
        draft, problems = report_fields.read(
            entry.fields, entry.indicator, entry.seen, clock.today()
        )
        sending.show(entry, background, draft, problems)
    with right:
        aside.show(entry.indicator, entry.head, background, draft)


def _look_up(entry: Entry) -> Background:
    """What a figure of the slot is held against; it does not wait for one."""
    start, end = report_fields.period(entry.fields)
    slot = entry.fields.slot
    blank = MeasurementDraft.model_construct(
        indicator_code=slot.indicator_code,
        place_code=slot.place_code,
        period_start=start,
        period_end=end,
    )
    with sessions.reading() as session:
        return plausibility.look_up(session, bar.plan_on(clock.today()), blank, clock.today())


def _choose_slot() -> Slot | None:
    actor = access.actor()
    places = cache.places()
    indicators = {
        indicator.code: indicator
        for indicator in cache.indicators()
        if any(
            rights.may(actor, Act.REPORT, rights.about(indicator, place))
            for place in places.values()
        )
    }
    if not indicators:
        return None
    first, second, third = st.columns([3, 2, 1])
    with first:
        chosen = address.choose(
            "indicator",
            _("Indicator"),
            {
                code: f"{indicator.objective_code or '–'} · {indicator.name}"
                for code, indicator in indicators.items()
            },
            default=next(iter(indicators)),
            always_written=True,
        )
    where = _places(indicators[chosen])
    with second:
        place = address.choose(
            "place", _("Place"), where, default=next(iter(where)), always_written=True
        )
    years = [str(year) for year in range(clock.today().year, 2015, -1)]
    with third:
        year = address.choose(
            "year",
            _("Year"),
            dict(zip(years, years, strict=True)),
            default=years[1],
            always_written=True,
        )
    return Slot(chosen, place, int(year))


def _places(indicator: Indicator) -> dict[str, str]:
    """Where the reader may report the indicator, the kind of place that owes it first."""
    wanted = dues.KIND[indicator.reported_by]
    allowed = [
        place
        for place in cache.places().values()
        if rights.may(access.actor(), Act.REPORT, rights.about(indicator, place))
    ]

    def order(place: Place) -> tuple[bool, str]:
        return place.kind != wanted, name(place.code)

    return {place.code: name(place.code) for place in sorted(allowed, key=order)}


def _open(slot: Slot) -> Entry:
    """Begin or go on with the slot: what was typed, and the figure that the reporter sees there."""
    fields = Fields(slot)
    indicator = next(
        indicator for indicator in cache.indicators() if indicator.code == slot.indicator_code
    )
    key = fields.key("opened")
    if key not in st.session_state:
        with sessions.reading() as session:
            saved = saved_drafts.load(session, access.actor(), slot)
        st.session_state[key] = True
        report_fields.restore(fields, saved.content if saved else {})
    start, end = report_fields.period(fields)
    with sessions.reading() as session:
        head = actions.slot_head(session, slot.indicator_code, slot.place_code, start, end)
    seen = st.session_state.setdefault(fields.key(f"seen_{start}_{end}"), head.id if head else None)
    return Entry(fields, indicator, head, seen)


def _save(entry: Entry) -> None:
    """Keep what was typed, where it changed since it was last kept."""
    typed = report_fields.saved_form(entry.fields)
    key = entry.fields.key("saved")
    is_untouched = key not in st.session_state and set(typed) <= PREFILLED
    if is_untouched or st.session_state.get(key) == typed:
        return
    with sessions.writing() as session:
        saved_drafts.save(session, access.actor(), entry.fields.slot, typed, clock.now())
    st.session_state[key] = typed


def _is_sent(entry: Entry) -> bool:
    """Say that a figure was sent, with the way on; the slot can be opened anew from there."""
    fields = entry.fields
    if not st.session_state.get(fields.key("sent")):
        return False
    st.success(_("Sent. It waits for the Secretariat; until then only people with a right see it."))
    show_lead(Html(links.link(_("Back to my figures"), "my-figures")))
    if st.button(_("Correct it"), key=fields.key("anew")):
        prefix = fields.key("")
        for key in [key for key in st.session_state if str(key).startswith(prefix)]:
            del st.session_state[key]
        st.rerun()
    return True
