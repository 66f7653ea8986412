"""What the page of twins says first: how many pairs there are, and what the one shown is."""

import datetime as dt
from collections.abc import Sequence

from components.language.text import _, _n, day, listed, number
from components.look import isolation
from components.reader.places import name, names
from components.twins import wording
from components.wording.figures import latest_fact, span
from store.activities.twins import OBJECTIVE, Pair
from store.models import PairState, PilotCountry
from store.standing import IndicatorStanding, PlanStanding


@isolation.words
def summary(plan: PlanStanding, pairs: Sequence[Pair]) -> str:
    """How many pairs are known and active, and what F1 asks for and has."""
    active = sum(pair.row.state == PairState.ACTIVE for pair in pairs)
    counted = _n(
        "Twin regions: {count} pair, {active} of them active.",
        "Twin regions: {count} pairs, {active} of them active.",
        len(pairs),
        active=number(active),
    )
    return f"{counted} {_asked(objective_indicator(plan))}"


def objective_indicator(plan: PlanStanding) -> IndicatorStanding:
    """What F1 counts."""
    return next(one for one in plan.indicators if one.indicator.objective_code == OBJECTIVE)


def _asked(standing: IndicatorStanding) -> str:
    target = next(iter(standing.targets), None)
    if target is None:
        return ""
    asked = {"year": target.year, "target": span(standing.indicator, target)}
    if fact := latest_fact(standing):
        return _("F1 asks for {target} by {year}; known: {fact}.", fact=fact, **asked)
    return _("F1 asks for {target} by {year}; no figure is known.", **asked)


@isolation.words
def title(pair: Pair) -> str:
    """The pair with its countries."""
    countries = [name(side.place_code) for side in pair.sides]
    return _("{pair}: {countries}", pair=wording.short(pair.row.name), countries=listed(countries))


@isolation.words
def lead(pair: Pair) -> str:
    """Since when it stands as it does, by when it will be neutral, and how many take part."""
    facts = {
        "since": wording.since(pair),
        "year": pair.row.neutrality_year,
        "places": listed(wording.place(side, names()) for side in pair.sides),
    }
    counts = [len(side.municipalities) for side in pair.sides]
    if not any(counts):
        return _(
            "{places}: {since}, to be carbon neutral by {year}. No municipality is named.", **facts
        )
    return _(
        "{places}: {since}, to be carbon neutral by {year}; {first} and {second} municipalities"
        " named.",
        first=number(counts[0]),
        second=number(counts[1]),
        **facts,
    )


@isolation.words
def silent_title(pilot: Sequence[PilotCountry]) -> str:
    """Where no pair is published: what is."""
    if not pilot:
        return _("No pair of twin regions is published, and no pilot was announced")
    return _n(
        "No pair of twin regions is published; {count} country is in the pilot",
        "No pair of twin regions is published; {count} countries are in the pilot",
        len(pilot),
    )


def unpublished(pilot: Sequence[PilotCountry], as_of: dt.date) -> str:
    """What the pilot is, and what is not published of it."""
    if not pilot:
        return _("The twin-region pilot was not announced by {day}.", day=day(as_of))
    return _(
        "The pilot names {countries}: 24 municipalities in three distinct regions of these"
        " countries. Which municipalities, and which are twins, is not published.",
        countries=listed(name(country.place_code) for country in pilot),
    )
