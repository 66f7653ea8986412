"""Agreements with partners: what was signed and what is in force on the day; the form for both."""

from typing import Any
from uuid import uuid4

import streamlit as st

from components.elements import later, writing
from components.language.text import _, _c, _n, day, number
from components.look.markup import grid, on, show_lead, show_note, source
from components.reader import access, cache, clock, people_names, scripts
from components.reader.view import View
from components.sheets import agreements as sheet
from store.models import Agreement
from store.partners import agreements
from store.partners.agreement_draft import AgreementDraft
from store.rights import rights
from store.rights.rights import Act, Where

FORM = "agreement"
NEW = "new"


def show(view: View) -> None:
    """Draw the agreements known on the day; who leads D4 may report one, or its new end."""
    known = cache.ask(agreements.known, view.until)
    may_report = rights.may(access.actor(), Act.LEAD, Where(agreements.OBJECTIVE, None))
    if not known and not may_report:
        return
    st.header(_("Agreements with partners"))
    held = agreements.in_force(known, view.as_of)
    show_lead(
        _n(
            "{count} agreement is known to be signed; {held} in force on {day}.",
            "{count} agreements are known to be signed; {held} in force on {day}.",
            len(known),
            held=number(len(held)),
            day=day(view.as_of),
        )
    )
    if known:
        st.html(grid(_columns(), [_row(row, row in held) for row in known], stacked=True))
        show_note(
            _(
                "An agreement without a printed end counts as in force until its end is reported."
                " Figures of D4 are reported by themselves; none is made of this list."
            )
        )
    if may_report:
        _offer(cache.ask(agreements.known, clock.until_today()))
        sheet.show()


def _columns() -> list[str]:
    return [
        _("Title"),
        _("With whom"),
        _("Signed"),
        _("Ends"),
        _("In force"),
        _("Source"),
        _("Reported by"),
    ]


def _row(row: Agreement, is_in_force: bool) -> list[str]:  # two columns of a row
    return [
        row.title,
        row.partners,
        on(row.signed_on),
        _("no end is known") if row.ends_on is None else on(row.ends_on),
        _c("agreement in force", "yes") if is_in_force else _c("agreement in force", "no"),
        source(row.source_title, row.source_link),
        people_names.display(row.reporter),
    ]


def _offer(known: list[Agreement]) -> None:
    fold = later.unfold(_("Report an agreement"), "agreement_fold")
    if fold is None:
        return
    with fold:
        heads = {row.code: row for row in known}
        options = {NEW: _("a new agreement")}
        options |= {row.code: f"{row.partners} · {row.title}" for row in known}
        chosen = writing.choose(_("Agreement"), options, writing.key(FORM, "code"))
        head = heads.get(chosen)
        content = _read(chosen, head)
        if st.button(_("Report the agreement"), key=f"{FORM}_send"):
            code = str(uuid4()) if head is None else head.code
            writing.write(
                lambda session: agreements.report(
                    session,
                    access.actor(),
                    AgreementDraft.model_validate(content | {"code": code}),
                    head.id if head else None,
                ),
                _("The agreement was reported."),
                form=FORM,
                names=_names(),
            )


def _names() -> dict[str, str]:
    return {
        "title": _("Title"),
        "partners": _("With whom"),
        "source_title": _("Source: document or register"),
        "source_link": _("Link to the source"),
        "note": _("Note"),
        "reason": _("Why this is changed"),
        "signed_on": _("Signed"),
        "ends_on": _("Last day by its terms; leave empty where none is known"),
    }


def _read(chosen: str, head: Agreement | None) -> dict[str, Any]:
    """The fields, filled with what is known; what they hold, as an AgreementDraft's."""
    names = _names()

    def key(field: str) -> str:
        return writing.key(FORM, f"{field}_{chosen}_{head.id if head else 0}")

    known = head.model_dump() if head else {}
    content: dict[str, Any] = {"known_on": clock.today()}
    for field, column in zip(("signed_on", "ends_on"), st.columns(2), strict=True):
        with column:
            content[field] = st.date_input(
                names[field], known.get(field), format="YYYY-MM-DD", key=key(field)
            )
    for field in ("title", "partners", "source_title", "source_link", "note"):
        content[field] = st.text_input(names[field], known.get(field, ""), key=key(field))
    content["is_network"] = st.checkbox(
        _("With a network beyond one country"), known.get("is_network", False), key=key("network")
    )
    if head is not None:
        content["reason"] = st.text_input(
            names["reason"], key=key("reason"), placeholder=scripts.needed()
        )
    return content
