"""Documented facts beside an objective's targets: what sources say, and judges nothing."""

from html import escape

import streamlit as st

from components.language.text import _, _c, day, period
from components.look.markup import Html, heading, note, source
from components.reader import cache
from components.reader.places import name
from components.reader.view import View
from store.findings import findings
from store.models import Finding, Whose
from store.models.places import WORLD


def show(objective_code: str, view: View) -> None:
    """Draw the facts of the objective known on the day; nothing where there are none."""
    found = of(objective_code, view)
    if not found:
        return
    title = heading(_("Documented beside the targets"))
    rule = note(_("What sources say. It judges nothing: no figure and no verdict is made of it."))
    st.html(Html("".join([title, rule, "<ul class='notes'>", *map(_item, found), "</ul>"])))


def of(objective_code: str, view: View) -> list[Finding]:
    """The facts of the objective in the chosen region, or anywhere; the newest first."""
    places = cache.places()
    return [
        row
        for row in cache.ask(findings.known, view.until)
        if row.objective_code == objective_code
        and view.place in (WORLD, row.place_code, places[row.place_code].region_code)
    ]


def whose_doing() -> dict[str, str]:
    """Whose doing a fact may be, in words."""
    return {
        Whose.INITIATIVE: _c("whose doing", "the Initiative and its partners"),
        Whose.WORLD: _c("whose doing", "others"),
    }


def _item(row: Finding) -> str:
    when = day(row.ends_on) if row.starts_on == row.ends_on else period(row.starts_on, row.ends_on)
    where = "" if row.place_code == WORLD else f" · {name(row.place_code)}"
    whose = whose_doing()[row.whose]
    return (
        f"<li><b>{escape(when)}{escape(where)}</b> {escape(row.statement)}. {escape(row.caveat)}"
        f"<br>{source(row.source_title, row.source_link)} ·"
        f" {escape(_('Authority {rank} of 4', rank=row.authority))} · {escape(whose)}</li>"
    )
