"""The organisations of the register: found by name, college, kind and region, a page at a time."""

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.elements import table
from components.language.text import _, _c, _n
from components.look.markup import show_note
from components.partners import organisations
from components.reader import address, cache
from components.reader.places import name
from components.reader.view import View
from store.ground import texts
from store.models.people import College
from store.models.places import WORLD
from store.partners.register import Entry

ANY = "any"
WIDTH = 260  # pixels of a filter


def show(entries: list[Entry], view: View) -> None:
    """Draw the filters, a page of what they leave, and the way to save all of it."""
    st.subheader(_("By name"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = address.type_in("search", _("Name contains"), width=WIDTH)
        kind = address.choose("kind", _("Who"), _kinds(), default="all", width=WIDTH)
        colleges = {ANY: _("all colleges")} | {
            college: organisations.college_name(college) for college in College
        }
        college = address.choose("college", _("College"), colleges, default=ANY, width=WIDTH)
    matches = select(entries, view, words, kind, college)
    if not matches:
        show_note(_("No organisation of the register is like this."))
        return
    rows = cache.derived("register_rows", (view.until,), lambda: frame(entries))
    show_note(_n("{count} organisation.", "{count} organisations.", len(matches)))
    table.show_pages(
        "register",
        matches,
        lambda some: rows.iloc[list(some)],
        f"4p1000-register-{view.as_of}",
        of=f"{view.place} {kind} {college} {words}",
    )


def _kinds() -> dict[str, str]:
    return {
        "all": _("partners and members"),
        "member": _c("organisations", "members"),
        "partner": _("partners, not members"),
        "gone": _("left, or not yet there"),
    }


def select(entries: list[Entry], view: View, words: str, kind: str, college: str) -> list[int]:
    """Where those stand that the filters leave; the bar's region is one of the filters."""
    wanted = texts.fold(words)
    kinds = {"all": ("partner", "member"), "gone": (None,)}.get(kind, (kind,))
    return [
        position
        for position, entry in enumerate(entries)
        if entry.kind in kinds
        and college in (ANY, entry.college)
        and view.place in (WORLD, entry.region_code)
        and (not wanted or wanted in entry.name.casefold())
    ]


def frame(entries: Sequence[Entry]) -> pd.DataFrame:
    """Organisations as rows with all that is known of them."""
    names = {
        code: name(code) if code else "–" for code in {entry.country_code for entry in entries}
    }
    colleges = {
        code: organisations.college_name(code) for code in {entry.college for entry in entries}
    }
    return pd.DataFrame(
        [
            {
                _("Organisation"): entry.name,
                _("Kind"): organisations.kind_name(entry.kind) if entry.kind else _gone(entry),
                _("College"): colleges[entry.college],
                _("Country"): names[entry.country_code],
                _("Joined"): _day(entry.joined_on),
                _("Member since"): _day(entry.member_since),
                _c("day on which a partner left", "Left"): _day(entry.left_on),
                _("Source"): entry.source_title,
                _("Link"): entry.source_link,
                _("Known on"): entry.known_on,
            }
            for entry in entries
        ]
    )


def _day(known: dt.date | None) -> str:
    return known.isoformat() if known else ""


def _gone(entry: Entry) -> str:
    return _c("organisation", "left") if entry.left_on else _("not yet there")
