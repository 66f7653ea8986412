"""Enter a figure: choose the slot, type, see the effect, answer the doubts, send once."""

from dataclasses import dataclass
from html import escape as escape_html
from uuid import uuid4

import streamlit as st

from components import (
    access,
    address,
    bar,
    cache,
    links,
    people_names,
    report_aside,
    report_fields,
)
from components.facts import show_note
from components.markdown import escape
from components.places import name
from components.report_fields import Fields
from components.text import _
from store import actions, dues, plausibility, remarks, rights, saved_drafts
from store.drafts import MeasurementDraft
from store.errors import StoreError
from store.models import Indicator, Measurement, Place
from store.rights import Act
from store.saved_drafts import Slot


@dataclass(frozen=True, slots=True)
class Entry:
    """What the form works on: the slot, its key, the figure that stands there and the one seen."""

    fields: Fields
    indicator: Indicator
    client_key: str
    head: Measurement | None
    seen: int | None


EMPTY = {"answer": "figure", "qualifier": "exact", "period_start": "", "period_end": ""}


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
        st.html(
            f'<p class="lead">{escape_html(entry.indicator.definition or entry.indicator.name)}</p>'
        )
        report_fields.show(entry.fields, entry.indicator, corrects=entry.seen is not None)
        _save(entry)
        draft, problems = report_fields.read(
            entry.fields, entry.indicator, entry.client_key, entry.seen
        )
        _show_end(entry, draft, problems)
    with right:
        report_aside.show(entry.indicator, entry.head, draft)


def _choose_slot() -> Slot | None:
    actor = access.actor()
    places = cache.places()
    indicators = {
        one.code: one
        for one in cache.indicators()
        if any(rights.may(actor, Act.REPORT, rights.about(one, place)) for place in places.values())
    }
    if not indicators:
        return None
    first, second, third = st.columns([3, 2, 1])
    with first:
        chosen = address.choose(
            "indicator",
            _("Indicator"),
            {code: f"{one.objective_code or '–'} · {one.name}" for code, one in indicators.items()},
            default=next(iter(indicators)),
            always_written=True,
        )
    where = _places(indicators[chosen])
    with second:
        place = address.choose(
            "place", _("Place"), where, default=next(iter(where)), always_written=True
        )
    years = [str(year) for year in range(bar.today().year, 2015, -1)]
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
    indicator = next(one for one in cache.indicators() if one.code == slot.indicator_code)
    key = fields.key("client_key")
    if key not in st.session_state:
        with cache.reading() as session:
            saved = saved_drafts.load(session, access.actor(), slot)
        st.session_state[key] = saved.client_key if saved else str(uuid4())
        report_fields.restore(fields, saved.content if saved else {})
    start, end = report_fields.period(fields)
    with cache.reading() as session:
        head = actions.slot_head(session, slot.indicator_code, slot.place_code, start, end)
    seen = st.session_state.setdefault(fields.key(f"seen_{start}_{end}"), head.id if head else None)
    return Entry(fields, indicator, st.session_state[key], head, seen)


def _save(entry: Entry) -> None:
    """Keep what was typed, where it changed since it was last kept."""
    typed = report_fields.saved_form(entry.fields)
    key = entry.fields.key("saved")
    if st.session_state.get(key, EMPTY) == typed or set(typed) <= set(EMPTY):
        return
    with cache.writing() as session:
        saved_drafts.save(session, access.actor(), entry.fields.slot, entry.client_key, typed)
    st.session_state[key] = typed


def _show_end(entry: Entry, draft: MeasurementDraft | None, problems: dict[str, str]) -> None:
    """The doubts to answer, and the one button that sends."""
    fields = entry.fields
    found = _doubts(draft)
    answer = ""
    if found:
        st.warning("\n\n".join(escape(sentence) for sentence in found))
        answer = st.text_input(
            _("This looks unusual. Say in words why it is right"), key=fields.key("answer_doubt")
        ).strip()
    if _is_somebody_elses(entry):
        return
    show_note(
        _(
            "Every field you leave is kept, for you alone, until you send it. A field you are still"
            " typing in may be lost."
        )
    )
    if st.button(_("Submit"), type="primary", key=fields.key("submit")):
        for place, sentence in problems.items():
            fields.complain(place, sentence)
        if draft is not None and found and not answer:
            st.error(_("Say why it is right, or change the figure."))
        elif draft is not None:
            _send(entry, draft, answer)
    elif fields.content.get("value") is not None or fields.content.get("level") is not None:
        _complain_of_figure(fields, problems)


def _complain_of_figure(fields: Fields, problems: dict[str, str]) -> None:
    """An impossible figure is said at once, what is still missing only when it is sent."""
    for place in ("value", "numerator", "denominator", "level", "period_start"):
        if place in problems:
            fields.complain(place, problems[place])


def _doubts(draft: MeasurementDraft | None) -> list[str]:
    if draft is None:
        return []
    with cache.reading() as session:
        background = plausibility.look_up(session, bar.current().plan, draft, bar.today())
        return [
            report_aside.say(doubt, background) for doubt in plausibility.doubts(background, draft)
        ]


def _is_somebody_elses(entry: Entry) -> bool:
    """Whether another figure came into the slot meanwhile: show both, let the reporter choose."""
    head = entry.head
    if head is None or head.id == entry.seen:
        return False
    st.warning(
        escape(
            _(
                "Meanwhile {who} reported {figure} here. Yours is kept as you typed it: compare,"
                " then send yours as a correction of it, or leave it.",
                who=people_names.shown(head.reporter),
                figure=report_aside.figure_of(entry.indicator, head),
            )
        )
    )
    if st.button(_("Go on with mine, as a correction"), key=entry.fields.key("go_on")):
        start, end = report_fields.period(entry.fields)
        st.session_state[entry.fields.key(f"seen_{start}_{end}")] = head.id
        st.rerun()
    return True


def _send(entry: Entry, draft: MeasurementDraft, answer: str) -> None:
    """Write the figure, the answer to the doubts and the end of the draft, or nothing at all."""
    actor = access.actor()
    try:
        with cache.writing() as session:
            row = actions.report(session, actor, draft)
            if answer:
                remarks.acknowledge(session, actor, row, answer)
            saved_drafts.forget(session, actor, entry.fields.slot)
    except StoreError as error:
        st.error(escape(_(error.template, **error.parameters)))
        return
    st.session_state[entry.fields.key("sent")] = True
    st.rerun()


def _is_sent(entry: Entry) -> bool:
    """Say that a figure was sent, with the way on; the slot can be opened anew from there."""
    fields = entry.fields
    if not st.session_state.get(fields.key("sent")):
        return False
    st.success(_("Sent. It waits for the Secretariat; until then only people with a right see it."))
    st.html(f'<p class="lead">{links.link(_("Back to my figures"), "my-figures")}</p>')
    if st.button(_("Correct it"), key=fields.key("anew")):
        prefix = fields.key("")
        for key in [key for key in st.session_state if str(key).startswith(prefix)]:
            del st.session_state[key]
        st.rerun()
    return True
