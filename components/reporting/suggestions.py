"""Suggested figures: what could be counted here, for a person to confirm."""

import streamlit as st

from components.elements import writing
from components.language.text import _, _c, _n
from components.look.markup import grid, show_note
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
MOST = 50  # rows; the newest years first


def show() -> None:
    """Draw what the reader may confirm; nothing where there is nothing."""
    suggested = mine()
    if not suggested:
        return
    st.header(_("Suggested figures"))
    show_note(
        _(
            "Counted from what was entered here; nobody reported them. A suggestion becomes a"
            " figure when you confirm it, and waits for approval like any other. What nobody"
            " entered is not in it: it counts at least what happened."
        )
    )
    shown = suggested[:MOST]
    columns = [
        _("Indicator"),
        _("Place"),
        _("Year"),
        _("Suggested"),
        _("On record"),
        _c("what was counted", "Counted"),
    ]
    st.html(grid(columns, [_row(suggestion) for suggestion in shown], whole=True, stacked=True))
    if len(suggested) > MOST:
        show_note(_n("{count} more is older.", "{count} more are older.", len(suggested) - MOST))
    _offer(shown)


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


def _row(suggestion: Suggestion) -> list[str]:
    indicator = _indicators()[suggestion.indicator_code]
    return [
        f"{indicator.objective_code} {indicator.name}",
        name(suggestion.place_code),
        str(suggestion.year),
        _said(suggestion, indicator),
        "–" if suggestion.head is None else reported_figure(indicator, suggestion.head),
        "; ".join(suggestion.counted),
    ]


def _said(suggestion: Suggestion, indicator: Indicator) -> str:
    if is_yes_or_no(indicator, suggestion.place_code):
        return answer(is_yes=True)
    return quantity(indicator, suggestion.figure, Qualifier.AT_LEAST)


def _offer(shown: list[Suggestion]) -> None:
    by_key = {
        f"{suggestion.indicator_code} {suggestion.place_code} {suggestion.year}": suggestion
        for suggestion in shown
    }
    labels = {code: _label(suggestion) for code, suggestion in by_key.items()}
    code = writing.choose(_("Suggested figure"), labels, writing.key(FORM, "which"))
    if st.button(_("Confirm the figure"), key=f"{FORM}_confirm"):
        writing.write(
            lambda session: suggestions.confirm(session, access.actor(), by_key[code]),
            _("{figure}: reported in your name. It waits for approval.", figure=labels[code]),
            form=FORM,
        )


def _label(suggestion: Suggestion) -> str:
    indicator = _indicators()[suggestion.indicator_code]
    place = f"{name(suggestion.place_code)} {suggestion.year}"
    figure = _said(suggestion, indicator)
    return f"{indicator.objective_code} {indicator.name}, {place}, {figure}"
