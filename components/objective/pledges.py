"""The worksheet of A1 and B1: by country, what others searched and read in its climate pledge.

It is evidence to read. A yes or no on a country is a figure that a reader reports.
"""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st
from sqlmodel import Session

from components.elements import later, table
from components.language.text import _, _c, _n, number
from components.look.markup import Html, heading, lead, note, show_empty
from components.reader import access, address, cache, links
from components.reader.places import name
from components.reader.view import View
from store.figures import approved
from store.ledger.knowledge import Until
from store.models import ReportedBy
from store.models.places import WORLD
from store.ndc import ndc
from store.ndc.rows import Assessment, Document, Screen
from store.rights import rights
from store.rights.rights import Act
from store.standing import IndicatorStanding, ObjectiveStanding

OBJECTIVES = ("A1", "B1")


def show(objective: ObjectiveStanding, view: View) -> None:
    """Draw the worksheet beside the objectives that ask what pledges and plans say of soil."""
    if objective.code not in OBJECTIVES:
        return
    found = cache.derived("pledges", (view,), lambda: documents(view))
    title = heading(_("What the countries’ pledges say: evidence to read"))
    if not found:
        st.html(title)
        show_empty(_("No pledge was registered by this day."))
        return
    said = cache.derived("pledges summed up", (view,), lambda: summary(found, view))
    warning = _(
        "The words are a keyword screen, not a reading: they do not say whether a country"
        " promises, reports or merely defines. No figure is made of them or of what others"
        " coded; they say where to read."
    )
    st.html(Html(f"{title}{lead(said)}{note(warning)}{_way_to_answer(objective)}"))
    _show_rows(objective, found, view)
    _show_country(found, view)


def _show_rows(objective: ObjectiveStanding, found: Mapping[str, Document], view: View) -> None:
    """The worksheet, a row a country, once its fold is opened."""
    key = f"pledges_{objective.code}"
    fold = later.unfold(_("The worksheet: a row a country"), f"{key}_fold")
    if fold is None:
        return
    with fold:
        rows = cache.derived(key, (view,), lambda: frame(objective.indicators, found, view))
        table.show(key, rows, height=420)
        table.offer_csv(key, lambda: rows, f"4p1000-pledges-{view.as_of}")


def documents(view: View) -> dict[str, Document]:
    """The newest document of each country of the view, by code."""
    places = cache.places()
    return {
        code: row
        for code, row in ndc.newest(view.until).items()
        if view.place in (WORLD, places[code].region_code)
    }


def summary(found: Mapping[str, Document], view: View) -> str:
    """How many Parties have a pledge, and in how many newest texts the screen finds soil carbon."""
    named = [
        row
        for row in ndc.screens(view.until)
        if row.is_latest and row.names_soil_carbon and row.country in found
    ]
    sentence = _n(
        "{count} Party has submitted a pledge by this day.",
        "{count} Parties have submitted a pledge by this day.",
        len(found),
    )
    if not named:
        return sentence
    found_in = _n(
        "The keyword screen finds soil carbon in the newest text of {count} of them.",
        "The keyword screen finds soil carbon in the newest texts of {count} of them.",
        len(named),
    )
    if not (shared := sum(row.is_of_the_union for row in named)):
        return f"{sentence} {found_in}"
    common = _(
        "{shared} of these, the European Union and its members, share one text.",
        shared=number(shared),
    )
    return f"{sentence} {found_in} {common}"


def frame(
    indicators: Sequence[IndicatorStanding], found: Mapping[str, Document], view: View
) -> pd.DataFrame:
    """One row a country, by name: its document, the words in it, what others coded, the answers."""
    screens = {row.country: row for row in ndc.screens(view.until) if row.is_latest}
    coded = {row.country: row for row in ndc.assessments(view.until)}
    asked = [
        one.indicator.code for one in indicators if one.indicator.reported_by == ReportedBy.COUNTRY
    ]
    answers = cache.ask(_answers, tuple(asked), view.until)
    return pd.DataFrame(
        [
            {
                _("Country"): name(code),
                _("Newest pledge"): document.title,
                _("Submitted"): document.submitted_on,
                **_words(screens.get(code)),
                **_coded(coded.get(code)),
                _("Answer in the ledger"): answers.get(code, "–"),
                _("Link"): document.link,
            }
            for code, document in sorted(found.items(), key=lambda item: name(item[0]))
        ]
    )


def _words(screen: Screen | None) -> dict[str, object]:
    """The screen's columns; a dash where the text was not searched."""
    return {
        _("Keyword screen: soil carbon"): _times(screen and screen.soil_carbon),
        _("Keyword screen: beyond lists of pools"): _times(
            screen and screen.soil_carbon_outside_pool_lists
        ),
        _("Keyword screen: soil health"): _times(screen and screen.soil_health),
    }


def _times(count: int | None) -> str:
    return "–" if count is None else str(count)


def _coded(row: Assessment | None) -> dict[str, object]:
    tagged = None if row is None else row.cait_mitigation_soils
    said = {1: _c("coded answer", "soils"), 0: _c("coded answer", "no soils")}
    return {_("Coded in 2018"): "–" if tagged is None else said[tagged]}


def _answers(session: Session, codes: tuple[str, ...], until: Until) -> dict[str, str]:
    """What the ledger says of each country: the newest answer, by whom."""
    newest = {}
    for code in codes:
        for reading in approved.newest_words(session, code, until):
            newest[reading.place_code] = reading
    return {
        place: _("{answer}, {code}", answer=_yes_or_no(row.figure), code=row.indicator_code)
        for place, row in newest.items()
    }


def _yes_or_no(figure: float | None) -> str:
    if figure is None:
        return _c("answer for a country", "no data")
    return _c("answer for a country", "yes") if figure >= 1 else _c("answer for a country", "no")


def _show_country(found: Mapping[str, Document], view: View) -> None:
    """Draw what was found in one country's texts: where words stand, what was quoted of it."""
    options = {code: name(code) for code in sorted(found, key=name)}
    fold = later.unfold(_("What was found in a country’s texts"), "pledges_fold")
    if fold is None:
        return
    with fold:
        code = address.choose("country", _("Country"), options, default=next(iter(options)))
        lines = places_of(code, view)
        if not lines:
            show_empty(_("The screen found no place, and nothing was quoted by this day."))
        for line in lines:
            st.text(line)


def places_of(code: str, view: View) -> list[str]:
    """The places at which the screen found words, then what the World Bank's collection quotes."""
    hits = [row for row in ndc.hits(view.until) if row.country == code]
    texts = [row for row in ndc.assessment_texts(view.until) if row.country == code]
    return [
        *(
            _(
                "Keyword screen, {which}, “{words}” in “{section}”: {context}",
                which=row.round,
                words=row.matched,
                section=row.section or "–",
                context=row.context,
            )
            for row in hits
        ),
        *(
            _(
                "World Bank, 2018, {subject}: {quotation}",
                subject=row.sub_sector,
                quotation=row.text,
            )
            for row in texts
        ),
    ]


def _way_to_answer(objective: ObjectiveStanding) -> str:
    """What leads who may report for a country to the form that asks of each; "" for others."""
    places = [place for place in cache.places().values() if place.unfccc_party]
    asked = [
        one.indicator
        for one in objective.indicators
        if one.indicator.reported_by == ReportedBy.COUNTRY
    ]
    actor = access.actor()
    may = cache.derived(
        "may answer",
        (actor, objective.code),
        lambda: any(
            rights.may(actor, Act.REPORT, rights.about(indicator, place))
            for indicator in asked
            for place in places
        ),
    )
    if may:
        return lead(Html(links.link(_("Read, then answer for countries"), "countries")))
    return note(
        _("A country’s yes or no is entered by its Regional Representative, with a source.")
    )
