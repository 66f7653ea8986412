"""The fields of a pair of twin regions, filled with what its newest revision says."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from components.elements import number_field, writing
from components.language.text import _
from components.reader import cache, clock
from components.reader.places import names
from components.twins import wording
from store.activities.twins import Pair
from store.ground import numbers
from store.ground.clock import LAUNCH
from store.ground.drafts import LATITUDES, LONGITUDES
from store.models import PairState, Place, PlaceKind, Side, SideKind, TwinPair, TwinSide
from store.models.twins import NEUTRALITY

FORM = "twins"


@dataclass(frozen=True, slots=True)
class Fields:
    """One pair being typed: its code, and the revision that the typing began with."""

    code: str
    seen: Pair | None

    def key(self, field: str) -> str:
        """The key of a field; another revision has fields of its own."""
        revision = self.seen.row.id if self.seen else 0
        return writing.key(FORM, f"{field}_{self.code}_{revision}")


def draw_side(fields: Fields, side: Side) -> dict[str, Any]:
    """Ask for one place; what was typed, by the fields of a SideDraft.

    The label point is the country's own until another is typed.
    """
    seen = _side_seen(fields, side)
    typed_name = st.text_input(
        _label(_("Name"), side), seen.name if seen else "", key=fields.key(f"{side}_name")
    )
    kind = st.selectbox(
        _label(_("Kind"), side),
        list(SideKind),
        list(SideKind).index(seen.kind) if seen else 0,
        format_func=wording.kind_name,
        key=fields.key(f"{side}_kind"),
    )
    country = _draw_country(fields, side, seen)
    latitude, longitude = _draw_point(fields, side, seen, country)
    municipalities = st.text_area(
        _label(_("Municipalities, one per line"), side),
        "\n".join(seen.municipalities) if seen else "",
        key=fields.key(f"{side}_municipalities"),
    )
    own_name = names()[country] if country and kind == SideKind.COUNTRY else ""
    return {
        "kind": kind,
        "name": typed_name.strip() or own_name,
        "place_code": country or "",
        "latitude": latitude,
        "longitude": longitude,
        "municipalities": [line.strip() for line in municipalities.splitlines() if line.strip()],
    }


def draw_name(fields: Fields) -> str:
    """Ask what the pair is called."""
    seen = fields.seen.row.name if fields.seen else ""
    return st.text_input(
        _("Name of the pair"),
        seen,
        key=fields.key("name"),
        placeholder=_("by its two places, unless it has a name"),
    ).strip()


def draw_pair(fields: Fields, name: str) -> dict[str, Any]:
    """Ask for what holds for both places, by the fields of a PairDraft."""
    row = fields.seen.row if fields.seen else None
    state, since, year = _draw_state(fields, row)
    aims = st.text_area(_("Shared aims"), row.aims if row else "", key=fields.key("aims"))
    source = st.text_input(
        _("Source of the pair: agreement or document"),
        row.source_title if row else "",
        key=fields.key("source"),
    )
    link = st.text_input(
        _("Link to this source"), row.source_link if row else "", key=fields.key("link")
    )
    note = st.text_input(_("Note on the pair"), row.note if row else "", key=fields.key("note"))
    return {
        "code": fields.code,
        "name": name,
        "state": state,
        "since": since,
        "aims": aims,
        "neutrality_year": year,
        "source_title": source,
        "source_link": link,
        "note": note,
        "known_on": clock.today(),
    }


def _label(field: str, side: Side) -> str:
    place = _("first place") if side == Side.FIRST else _("second place")
    return _("{field} ({place})", field=field, place=place)


def _side_seen(fields: Fields, side: Side) -> TwinSide | None:
    if fields.seen is None:
        return None
    return fields.seen.first if side == Side.FIRST else fields.seen.second


def _draw_country(fields: Fields, side: Side, seen: TwinSide | None) -> str | None:
    named = names()
    codes = sorted(
        (country.code for country in cache.places().values() if country.kind == PlaceKind.COUNTRY),
        key=named.__getitem__,
    )
    return st.selectbox(
        _label(_("Country"), side),
        codes,
        codes.index(seen.place_code) if seen else None,
        format_func=named.__getitem__,
        placeholder=_("Choose a country"),
        key=fields.key(f"{side}_country"),
    )


def _draw_point(
    fields: Fields, side: Side, seen: TwinSide | None, country: str | None
) -> tuple[float | str | None, float | str | None]:
    """Latitude and longitude in degrees, None for an empty field, a text that is no number."""
    proposed = seen if seen and seen.place_code == country else cache.places().get(country or "")
    left, right = st.columns(2)
    with left:
        latitude = _draw_degrees(_("Latitude"), "latitude", fields, side, proposed)
    with right:
        longitude = _draw_degrees(_("Longitude"), "longitude", fields, side, proposed)
    return latitude, longitude


def _draw_degrees(
    label: str, field: str, fields: Fields, side: Side, proposed: TwinSide | Place | None
) -> float | str | None:
    # A field for each country: its point is proposed anew when another country is chosen.
    place = getattr(proposed, "place_code", None) or getattr(proposed, "code", "")
    return number_field.show(
        _label(label, side),
        fields.key(f"{side}_{field}_{place}"),
        known=getattr(proposed, field, None),
        read=partial(numbers.figure, between=LATITUDES if field == "latitude" else LONGITUDES),
    )


def _draw_state(fields: Fields, row: TwinPair | None) -> tuple[PairState, dt.date, int]:
    first, second, third = st.columns(3)
    with first:
        state = st.selectbox(
            _("State of the pair"),
            list(PairState),
            list(PairState).index(row.state) if row else 0,
            format_func=wording.state_name,
            key=fields.key("state"),
        )
    with second:
        since = st.date_input(
            _("In this state since"),
            row.since if row else clock.today(),
            min_value=min(LAUNCH, row.since) if row else LAUNCH,
            format="YYYY-MM-DD",
            key=fields.key("since"),
        )
    with third:
        year = st.number_input(
            _("Carbon neutral by"),
            value=row.neutrality_year if row else NEUTRALITY,
            step=1,
            key=fields.key("year"),
        )
    return state, since if isinstance(since, dt.date) else clock.today(), int(year or 0)
