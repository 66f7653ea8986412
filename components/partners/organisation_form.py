"""The Secretariat's forms of the register: who is added, changed, and who left."""

import datetime as dt
import zlib
from typing import Any

import streamlit as st

from components.elements import later, writing
from components.language.text import _, _c
from components.look.markup import show_note
from components.partners import organisations, sheet
from components.reader import access, cache, clock, scripts, sessions
from components.reader.places import name
from store.ground.clock import LAUNCH
from store.models import Organisation
from store.models.people import College
from store.partners import organisations as kept
from store.partners.organisation_draft import OrganisationDraft

KINDS = ("partner", "member", "neither")


def show() -> None:
    """Draw every form, each in a fold."""
    st.header(_("Keep the register"))
    left, right = st.columns(2, gap="large")
    with left:
        show_addition()
        sheet.show()
    with right:
        _show_change()
        _show_leaving()


def show_addition() -> None:
    """The form for a new organisation."""
    fold = later.unfold(_("Add an organisation"), "organisation_fold")
    if fold is None:
        return
    with fold:
        content = _fields(
            "organisation", Organisation(name="", is_partner=True, known_on=clock.today())
        )
        if st.button(_("Add the organisation"), key="organisation_add"):
            writing.write(
                lambda session: kept.add(
                    session,
                    access.actor(),
                    OrganisationDraft(**content, known_on=clock.today()),
                    clock.today(),
                ),
                _("{name} was added.", name=content["name"]),
                form="organisation",
            )


def _show_change() -> None:
    fold = later.unfold(_("Change an organisation"), "changed_fold")
    if fold is None:
        return
    with fold:
        seen = organisations.choose(_("Which organisation"), writing.key("changed", "which"))
        if seen is None:
            return
        # Somebody else's change meanwhile makes other fields: what is sent was seen.
        version = zlib.crc32(repr(seen.model_dump()).encode())
        content = _fields(f"changed_{seen.id}_{version}", seen)
        content["left_on"] = _day(
            _("Left: the first day without it"),
            f"changed_{seen.id}_{version}",
            "left",
            seen.left_on,
        )
        if st.button(_("Change the organisation"), key="organisation_change"):
            writing.write(
                lambda session: kept.change(
                    session,
                    access.actor(),
                    seen,
                    OrganisationDraft.of(seen, **content),
                    clock.today(),
                ),
                _("{name} was changed.", name=content["name"]),
                form="changed",
            )


def _show_leaving() -> None:
    fold = later.unfold(_("Say that an organisation left"), "left_fold")
    if fold is None:
        return
    with fold:
        organisation = organisations.choose(
            _("Which organisation"), writing.key("leaving", "which")
        )
        on = st.date_input(
            _("First day without it"),
            clock.today(),
            min_value=LAUNCH,
            format="YYYY-MM-DD",
            key=writing.key("leaving", "on"),
        )
        show_note(_("From that day on its people can be given no role kept for partners."))
        if st.button(_("It left"), key="organisation_leave", disabled=organisation is None):
            if organisation is None or not isinstance(on, dt.date):
                return
            number = organisation.id or 0
            writing.write(
                lambda session: kept.leave(session, access.actor(), number, on, clock.today()),
                _("{name} leaves on {day}.", name=organisation.name, day=on),
                form="leaving",
            )


def _fields(form: str, row: Organisation) -> dict[str, Any]:
    """Draw what can be typed of an organisation, begun with a row; what was typed, by field."""

    def key(field: str) -> str:
        return writing.key(form, field)

    typed: dict[str, Any] = {}
    typed["name"] = st.text_input(
        _("Name of the organisation"), row.name, key=key("name"), placeholder=scripts.needed()
    )
    kinds = {
        "partner": _("a partner"),
        "member": _("a member"),
        "neither": _c("partner or member", "neither"),
    }
    own_kind = KINDS.index(
        "member" if row.is_member else "partner" if row.is_partner else "neither"
    )
    kind = st.selectbox(_("It is"), KINDS, own_kind, format_func=kinds.__getitem__, key=key("kind"))
    typed["is_partner"], typed["is_member"] = kind != "neither", kind == "member"
    typed["college"] = st.selectbox(
        _("College"),
        list(College),
        list(College).index(row.college) if row.college else None,
        format_func=organisations.college_name,
        key=key("college"),
    )
    countries = cache.derived("countries", (), _countries)
    typed["country_code"] = st.selectbox(
        _("Country"),
        [*countries],
        [*countries].index(row.country_code) if row.country_code else None,
        format_func=countries.__getitem__,
        key=key("country"),
    )
    typed["joined_on"] = _day(_("Joined on, where it is known"), form, "joined", row.joined_on)
    typed["member_since"] = None
    if typed["is_member"]:
        typed["member_since"] = _day(
            _("Member since, where that was later"), form, "member_since", row.member_since
        )
    typed["source_title"] = st.text_input(
        _("Source: document or register"), row.source_title, key=key("source_title")
    )
    typed["source_link"] = st.text_input(
        _("Link to the source"), row.source_link, key=key("source_link")
    )
    return typed


def _day(title: str, form: str, field: str, known: dt.date | None) -> dt.date | None:
    latest = clock.today() + kept.NOTICE if field == "left" else clock.today()
    chosen = st.date_input(
        title,
        known,
        min_value=LAUNCH,
        max_value=latest,
        format="YYYY-MM-DD",
        key=writing.key(form, field),
    )
    return chosen if isinstance(chosen, dt.date) else None


def _countries() -> dict[str, str]:
    """What can be an organisation's country, by name."""
    with sessions.reading() as session:
        codes = kept.countries(session)
    return dict(sorted(((code, name(code)) for code in codes), key=lambda pair: pair[1]))
