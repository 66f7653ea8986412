"""The versions of the plan, and how a new one is added: as a copy that then goes its own way."""

import streamlit as st

from components.elements import writing
from components.language.text import _, day
from components.look.markup import show_note, stacked
from components.reader import access, cache, clock, scripts
from components.steward import plan_effect
from store.plan import planning
from store.plan.version_draft import ReasonedVersionDraft, VersionDraft
from store.reporting import preview

FORM = "version"


def show() -> None:
    """Draw the versions there are, and the form of the next."""
    versions = cache.plan_versions()
    st.html(
        stacked(
            [_("Version"), _("Title"), _("Adopted on"), _("Note")],
            [
                [version.code, version.title, day(version.adopted_on), version.note or "–"]
                for version in versions
            ],
        )
    )
    st.header(_("Add a version"))
    show_note(
        _(
            "It begins as a copy, with the titles, aims and numbers of the version it follows;"
            " change those afterwards, one by one. From its adoption on it is what readers see"
            " first."
        )
    )
    names = {"title": _("Title of the document"), "note": _("Why there is a new version")}
    left, right = st.columns(2)
    with left:
        code = st.text_input(
            _("Called by its year"), key=writing.key(FORM, "code"), placeholder=scripts.needed()
        )
        adopted = st.date_input(
            _("Adopted on"), clock.today(), format="YYYY-MM-DD", key=writing.key(FORM, "adopted")
        )
    with right:
        title = st.text_input(
            names["title"], key=writing.key(FORM, "title"), placeholder=scripts.needed()
        )
        codes = [version.code for version in reversed(versions)]
        model = st.selectbox(_("Follows version"), codes, key=writing.key(FORM, "model"))
    note = st.text_input(names["note"], key=writing.key(FORM, "note"))
    content = {"code": code.strip(), "title": title, "adopted_on": adopted, "note": note}
    if code:
        plan_effect.show(
            lambda session: preview.flips_between(
                session, access.actor(), VersionDraft(**content), model, clock.today()
            )
        )
    if st.button(_("Add the version"), type="primary"):
        writing.write(
            lambda session: planning.add_version(
                session, access.actor(), ReasonedVersionDraft(**content), model
            ),
            _("Plan {version} was added.", version=code),
            form=FORM,
            names=names,
        )
