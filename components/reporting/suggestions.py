"""Suggested figures: what could be counted here, for a person to confirm."""

import streamlit as st

from components.elements import writing
from components.language.markdown import escape as escape_markdown
from components.language.text import _, _n
from components.look import isolation
from components.look.markup import Html, heading, note, show_note
from components.reader import access, cache, clock
from components.reader.places import name
from components.wording.figures import quantity, reported_figure
from components.wording.short import answer
from store.figures.judgement import is_yes_or_no
from store.models import Indicator, Qualifier
from store.reporting import suggestions
from store.reporting.suggestions import Suggestion
from store.rights import rights
from store.rights.rights import Act

FORM = "suggestion"
SMALL = ":small[%s]"  # as Streamlit's Markdown has it
MOST = 50  # rows; the newest years first


def show() -> None:
    """Draw what the reader may confirm; nothing where there is nothing."""
    suggested = mine()
    if not suggested:
        return
    said = _(
        "Counted from what was entered here; nobody reported them. A suggestion becomes a"
        " figure when you confirm it, and waits for approval like any other. What nobody"
        " entered is not in it: it counts at least what happened."
    )
    st.html(Html(f"{heading(_('Suggested figures'))}{note(said)}"))
    page = suggested[:MOST]
    if len(suggested) > MOST:
        show_note(_n("{count} more is older.", "{count} more are older.", len(suggested) - MOST))
    with st.form(FORM, border=False, enter_to_submit=False):
        _show_choosing(page)
        chosen = [suggestion for suggestion in page if _show_row(suggestion)]
        if st.form_submit_button(_("Confirm the ticked"), type="primary", key=f"{FORM}_confirm"):
            _confirm(chosen)


def _show_choosing(page: list[Suggestion]) -> None:
    """Tick all of them with one press."""
    label = _n("Choose all {count} shown", "Choose all {count} shown", len(page))
    if st.form_submit_button(label, key=f"{FORM}_all"):
        for suggestion in page:
            st.session_state[_tick(suggestion)] = True


def _tick(suggestion: Suggestion) -> str:
    return f"{FORM}_{suggestion.indicator_code}_{suggestion.place_code}_{suggestion.year}"


def _show_row(suggestion: Suggestion) -> bool:
    """Draw one suggestion; whether it is ticked."""
    with isolation.drawing():
        label, behind = escape_markdown(_label(suggestion)), escape_markdown(_behind(suggestion))
        return st.checkbox(" ".join((label, SMALL % behind)), key=_tick(suggestion))
    return False


def _behind(suggestion: Suggestion) -> str:
    """What was counted, and what stands on record instead."""
    counted = _("Counted: {what}.", what="; ".join(suggestion.counted))
    if suggestion.head is None:
        return counted
    indicator = _indicators()[suggestion.indicator_code]
    standing = reported_figure(indicator, suggestion.head)
    return f"{counted} {_('On record: {figure}.', figure=standing)}"


def _confirm(chosen: list[Suggestion]) -> None:
    if not chosen:
        st.info(_("Tick the suggestions that you want to confirm."))
        return
    writing.write(
        lambda session: [
            suggestions.confirm(session, access.actor(), suggestion) for suggestion in chosen
        ],
        _n(
            "{count} figure was reported in your name. It waits for approval.",
            "{count} figures were reported in your name. They wait for approval.",
            len(chosen),
        ),
    )


def mine() -> list[Suggestion]:
    """The suggestions that the reader may report."""
    rows = []
    indicators, places = _indicators(), cache.places()
    for suggestion in cache.ask(suggestions.suggested, clock.today()):
        about = rights.about(indicators[suggestion.indicator_code], places[suggestion.place_code])
        if rights.may(access.actor(), Act.REPORT, about):
            rows.append(suggestion)
    return rows


def _indicators() -> dict[str, Indicator]:
    return {indicator.code: indicator for indicator in cache.indicators()}


def _said(suggestion: Suggestion, indicator: Indicator) -> str:
    if is_yes_or_no(indicator, suggestion.place_code):
        return answer(is_yes=True)
    return quantity(indicator, suggestion.figure, Qualifier.AT_LEAST)


def _label(suggestion: Suggestion) -> str:
    indicator = _indicators()[suggestion.indicator_code]
    place = f"{name(suggestion.place_code)} {suggestion.year}"
    figure = _said(suggestion, indicator)
    return f"{indicator.objective_code} {indicator.name}, {place}, {figure}"
