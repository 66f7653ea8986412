"""Organisations in words, and how one is chosen among thousands."""

import streamlit as st

from components.language.text import _, _c, number
from components.look.markup import show_note
from components.reader import cache, clock
from store.ground import texts
from store.models import College, Organisation
from store.partners import organisations, register

MOST = 50  # names in one list: every run of a page sends all of them


def everything() -> dict[int, Organisation]:
    """Every organisation by its number, in the order of their names."""
    return cache.derived("organisations", (), _by_number)


def _by_number() -> dict[int, Organisation]:
    return {
        organisation.id or 0: organisation for organisation in cache.ask(organisations.everything)
    }


def kind_name(kind: register.Kind | None) -> str:
    """What an organisation is to the Initiative."""
    if kind is None:
        return _c("partner or member", "neither")
    if kind == "member":
        return _c("partner or member", "member")
    return _c("partner or member", "partner")


def label(organisation: Organisation) -> str:
    """An organisation with what it is to the Initiative today."""
    return f"{organisation.name} ({kind_name(register.kind_on(organisation, clock.today()))})"


def college_name(college: College | None) -> str:
    """A college as the screen says it."""
    if college is None:
        return _("college not entered")
    return {
        College.STATES: _("states and local authorities"),
        College.INTERNATIONAL: _("international organisations"),
        College.DONORS: _("donors and foundations"),
        College.PRODUCERS: _("producers’ organisations"),
        College.RESEARCH: _("research and education"),
        College.CIVIL_SOCIETY: _("civil society"),
        College.COMPANIES: _c("college", "companies"),
    }[college]


def matching(words: str) -> list[int]:
    """The numbers of the organisations whose name holds the words; of all where there are none."""
    wanted = texts.fold(words)
    organisations_by_id = everything()
    if not wanted:
        return [*organisations_by_id]
    return [
        number
        for number, organisation in organisations_by_id.items()
        if wanted in organisation.name.casefold()
    ]


def choose(title: str, key: str, *, default: int | None = None) -> Organisation | None:
    """One that the reader picks; where there are many, the reader types a part of its name first.

    `own` is the number of the one that is chosen already.
    """
    homes = everything()
    matches = [*homes]
    if len(matches) > MOST:
        matches = matching(st.text_input(_("A part of its name"), key=f"{key}_search"))
    shown = matches[:MOST]
    if default is not None and default not in shown:
        shown.insert(0, default)
    chosen = st.selectbox(
        title,
        shown,
        index=shown.index(default) if default is not None else None,
        format_func=lambda number: label(homes[number]),
        key=key,
    )
    if len(matches) > MOST:
        show_note(
            _(
                "The first {most} of {count}; type more of the name to find others.",
                most=MOST,
                count=number(len(matches)),
            )
        )
    return None if chosen is None else homes[chosen]
