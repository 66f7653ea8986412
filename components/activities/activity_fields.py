"""The fields of an activity, filled with what is known of it."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import streamlit as st

from components.activities.wording import kind_name, state_name, type_name
from components.elements import number_field, writing
from components.language.text import _, _c
from components.reader import clock, scripts
from components.reader.places import name
from store.ground import numbers
from store.ground.drafts import LATITUDES, LONGITUDES
from store.models import ActivityKind, ActivityState, EventType

FORM = "activity"
Choice = TypeVar("Choice", bound=str)
EARLIEST, LATEST = dt.date(2010, 1, 1), dt.date(2060, 12, 31)


@dataclass(frozen=True, slots=True)
class Form:
    """What the form starts from: which activity, what is known, what the reader may choose."""

    known: dict[str, Any]
    which: str
    objectives: dict[str, str]
    places: list[str]

    def key(self, field: str) -> str:
        """The key of a field; another activity's form has other fields."""
        return writing.key(FORM, f"{self.which}_{field}")


def read(form: Form) -> dict[str, Any]:
    """Draw every field and return what they hold, by the names of an activity's columns."""
    title = st.text_input(
        _("Title"), form.known.get("title", ""), key=form.key("title"), placeholder=scripts.needed()
    )
    content: dict[str, Any] = {"title": (title or "").strip(), **_read_kind(form)}
    content["objectives"] = st.multiselect(
        _("Task forces"),
        list(form.objectives),
        [code for code in form.known.get("objectives", []) if code in form.objectives],
        format_func=form.objectives.__getitem__,
        key=form.key("objectives"),
    )
    content |= _read_place(form) | _read_time(form) | _read_money(form)
    partners = st.text_area(
        _("Partners involved, one a line"),
        "\n".join(form.known.get("partners", [])),
        key=form.key("partners"),
    )
    content["partners"] = [line.strip() for line in (partners or "").splitlines() if line.strip()]
    texts = {
        "participants": _("Participants"),
        "link": _("Link"),
        "evidence": _("Evidence: report or document"),
    }
    if form.known:
        texts["reason"] = _("Why this is changed")
    for field, label in texts.items():
        known = "" if field == "reason" else str(form.known.get(field, ""))
        content[field] = st.text_input(label, known, key=form.key(field)).strip()
    return content


def _read_kind(form: Form) -> dict[str, Any]:
    left, middle, right = st.columns(3)
    with left:
        kind = _choose(form, "kind", _("Kind"), list(ActivityKind), kind_name)
    with middle:
        state = _choose(form, "state", _c("heading", "State"), list(ActivityState), state_name)
    event_type = None
    if kind == ActivityKind.EVENT:
        with right:
            event_type = _choose(form, "event_type", _("Event"), list(EventType), type_name)
    return {"kind": kind, "event_type": event_type, "state": state}


def _choose(
    form: Form, field: str, label: str, options: Sequence[Choice], say: Callable[[Choice], str]
) -> Choice:
    known = form.known.get(field)
    index = options.index(known) if known in options else 0
    return st.selectbox(label, options, index, format_func=say, key=form.key(field))


def _read_place(form: Form) -> dict[str, Any]:
    first, second = st.columns(2)
    third, fourth = st.columns(2)
    with first:
        place = _choose(form, "place_code", _("Place"), form.places, name)
    with second:
        town = st.text_input(
            _("Town, or “online”"), form.known.get("place_name", ""), key=form.key("place_name")
        )
    with third:
        latitude = _degrees(form, "latitude", _("Latitude, −90 to 90"), LATITUDES)
    with fourth:
        longitude = _degrees(form, "longitude", _("Longitude, −180 to 180"), LONGITUDES)
    return {
        "place_code": place,
        "place_name": (town or "").strip(),
        "latitude": latitude,
        "longitude": longitude,
    }


def _degrees(
    form: Form, field: str, label: str, between: tuple[float, float]
) -> float | str | None:
    read = partial(numbers.figure, between=between)
    known = form.known.get(field)
    return number_field.show(label, form.key(field), known=known, read=read)


def _read_time(form: Form) -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        start = _day(form, "starts_on", _c("first day", "From"), clock.today())
    with right:
        end = _day(form, "ends_on", _("To; empty while the end is open"), None)
    return {"starts_on": start or EARLIEST, "ends_on": end}


def _day(form: Form, field: str, label: str, default: dt.date | None) -> dt.date | None:
    chosen = st.date_input(
        label,
        form.known.get(field, default),
        min_value=EARLIEST,
        max_value=LATEST,
        format="YYYY-MM-DD",
        key=form.key(field),
    )
    return chosen if isinstance(chosen, dt.date) else None


def _read_money(form: Form) -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        known = form.known.get("budget")
        budget = number_field.show(_("Budget"), form.key("budget"), known=known)
    with right:
        currency = st.text_input(
            _("Currency, such as EUR"), form.known.get("currency", ""), key=form.key("currency")
        )
    return {"budget": budget, "currency": (currency or "").strip().upper()}
