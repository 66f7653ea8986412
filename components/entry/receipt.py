"""The receipt of what was sent, read from the ledger: figure, time, number, standing."""

import streamlit as st

from components.entry import due, typed
from components.entry.slot import Entry
from components.figures import revisions
from components.language.markdown import escape
from components.language.text import _, day, instant, period
from components.look.markup import Html, show_facts, show_lead, show_note, source
from components.reader import access, clock, links, people_names, sessions
from components.reader.places import name
from components.wording.figures import reported_figure
from store.figures import reported
from store.figures.reported import FigureState, Reported
from store.models import Measurement
from store.reporting.saved_drafts import Slot


def show(entry: Entry, row: Measurement) -> None:
    """Draw what stands in the slot, sent just now or earlier, and the ways on."""
    is_new = entry.sent is not None
    state = _state(row)
    if is_new and state is None:
        st.success(
            _("Sent. It waits for the Secretariat; until then only people with a right see it.")
        )
    elif state is None or state.state is not FigureState.RETURNED:
        say_since(row)
    else:
        st.warning(
            _("This figure was returned. Correct it, or answer in a note and send it again.")
        )
    show_facts(facts(entry, row, state))
    _offer_next(entry, row, is_new=is_new)


def say_since(row: Measurement) -> None:
    """Say since when the figure stands."""
    when = day(row.recorded_at.date())
    st.success(_("This figure has been in the store since {when}.", when=when))


def show_standing(entry: Entry, row: Measurement) -> None:
    """Draw what stands where the same was typed again, as after an answer that never came."""
    say_since(row)
    show_facts(facts(entry, row, _state(row)))


def say_corrected(entry: Entry, row: Measurement) -> None:
    """Say which figure is being corrected."""
    show_note(
        _(
            "You correct {figure}, {period}, reported by {who}.",
            figure=reported_figure(entry.indicator, row),
            period=period(row.period_start, row.period_end),
            who=people_names.display(row.reporter),
        )
    )


def facts(entry: Entry, row: Measurement, state: Reported | None) -> list[tuple[str, str]]:
    """What was sent, as (name, value)."""
    rows = [
        (
            _("In this slot"),
            _(
                "{figure}, reported by {who}",
                figure=reported_figure(entry.indicator, row),
                who=people_names.display(row.reporter),
            ),
        ),
        (_("Place"), name(row.place_code)),
        (_("Period"), period(row.period_start, row.period_end)),
        (_("Source"), source(row.source_title, row.source_link)),
        (_("Note"), row.note),
        (_("Why corrected"), row.reason),
        (_("Sent"), instant(row.recorded_at)),
        (_("Number in the ledger"), str(row.id)),
        (_("Its standing"), revisions.standing(state)),
    ]
    return [(label, text) for label, text in rows if text]


def _state(row: Measurement) -> Reported | None:
    """Where the review of the figure stands; None where nobody has reviewed it."""
    with sessions.reading() as session:
        history = reported.history(session, access.actor(), row.slot, clock.until_today())
    reviews = [
        step for step in history if step.measurement.id == row.id and step.review is not None
    ]
    return reviews[-1] if reviews else None


def _offer_next(entry: Entry, row: Measurement, *, is_new: bool) -> None:
    """Draw the corrections, and the way to what is due next."""
    fields = entry.fields
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            _("Correct it"),
            key=fields.key("correct"),
            type="secondary" if is_new else "primary",
            on_click=_correct,
            args=(entry, row),
        )
        for other in entry.others(row):
            label = _(
                "Correct {figure}, {period}",
                figure=reported_figure(entry.indicator, other),
                period=period(other.period_start, other.period_end),
            )
            st.button(
                escape(label),
                key=fields.key(f"correct_{other.id}"),
                on_click=_correct,
                args=(entry, other),
            )
        st.button(
            _("Report another period"), key=fields.key("another"), on_click=_add, args=(entry,)
        )
    _show_ways(fields.slot)


def _show_ways(slot: Slot) -> None:
    """Draw the links to what is due next and back to the list."""
    following = due.following(slot)
    ways = [links.link(_("Back to my figures"), "my-figures")]
    if following is not None:
        to_next = links.link(
            _(
                "Next figure that is due: {indicator}, {place} {year}",
                indicator=following.indicator.name,
                place=name(following.place.code),
                year=following.year,
            ),
            "report",
            indicator=following.indicator.code,
            place=following.place.code,
            year=str(following.year),
        )
        ways.insert(0, to_next)
    show_lead(Html(" · ".join(ways)))


def _correct(entry: Entry, row: Measurement) -> None:
    """Begin a correction: the fields hold what stands."""
    entry.fields.set(typed.of_figure(row) | {"sent": None})


def _add(entry: Entry) -> None:
    """Begin another figure beside those that stand for the year, in a period of its own."""
    settled = [row.id for row in entry.rows]
    entry.fields.set({"settled": settled, "covers": typed.OTHER, "sent": None})
