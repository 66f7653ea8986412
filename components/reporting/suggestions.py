"""Suggested figures: what could be counted here, for a person to confirm."""

import streamlit as st

from components.elements import writing
from components.language.text import _, _n
from components.look.markup import grid, show_note
from components.reader import access, cache, clock
from components.reader.places import name
from components.wording.figures import is_yes_or_no, quantity, reported_figure
from components.wording.short import answer
from store.models import Indicator, Qualifier
from store.reporting import suggestions
from store.reporting.suggestions import Suggestion
from store.rights import rights
from store.rights.rights import Act

FORM = "suggestion"
MOST = 50  # rows; the newest years first


def show() -> None:
    """Draw what the reader may confirm; nothing where there is nothing."""
    found = mine()
    if not found:
        return
    st.header(_("Suggested figures"))
    show_note(
        _(
            "Counted from what was entered here; nobody reported them. A suggestion becomes a"
            " figure when you confirm it, and waits for approval like any other. What nobody"
            " entered is not in it: it counts at least what happened."
        )
    )
    shown = found[:MOST]
    columns = [_("Indicator"), _("Place"), _("Year"), _("Suggested"), _("Stands"), _("Counted")]
    st.html(grid(columns, [_row(one) for one in shown], whole=True, stacked=True))
    if len(found) > MOST:
        show_note(_n("{count} more is older.", "{count} more are older.", len(found) - MOST))
    _offer(shown)


def mine() -> list[Suggestion]:
    """The suggestions that the reader may report."""
    own = []
    indicators, places = _indicators(), cache.places()
    for one in cache.ask(suggestions.suggested, clock.today()):
        about = rights.about(indicators[one.indicator_code], places[one.place_code])
        if rights.may(access.actor(), Act.REPORT, about):
            own.append(one)
    return own


def _indicators() -> dict[str, Indicator]:
    return {one.code: one for one in cache.indicators()}


def _row(one: Suggestion) -> list[str]:
    indicator = _indicators()[one.indicator_code]
    return [
        f"{indicator.objective_code} {indicator.name}",
        name(one.place_code),
        str(one.year),
        _said(one, indicator),
        "–" if one.head is None else reported_figure(indicator, one.head),
        "; ".join(one.counted),
    ]


def _said(one: Suggestion, indicator: Indicator) -> str:
    if is_yes_or_no(indicator, one.place_code):
        return answer(is_yes=True)
    return quantity(indicator, one.figure, Qualifier.AT_LEAST)


def _offer(shown: list[Suggestion]) -> None:
    found = {f"{one.indicator_code} {one.place_code} {one.year}": one for one in shown}
    labels = {code: _label(one) for code, one in found.items()}
    code = writing.choose(_("Suggested figure"), labels, writing.key(FORM, "which"))
    if st.button(_("Confirm the figure"), key=f"{FORM}_confirm"):
        writing.write(
            lambda session: suggestions.confirm(session, access.actor(), found[code]),
            _("{figure}: reported in your name. It waits for approval.", figure=labels[code]),
            form=FORM,
        )


def _label(one: Suggestion) -> str:
    indicator = _indicators()[one.indicator_code]
    where = f"{indicator.objective_code} {indicator.name}, {name(one.place_code)} {one.year}"
    return f"{where}, {_said(one, indicator)}"
