"""What became known since a day the reader chooses, and which verdicts that changed."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html import escape

import streamlit as st

from components.language.text import _, _c, _n, day
from components.look import status
from components.look.markup import Html, note
from components.overview import method_change, tiles
from components.reader import address, cache, clock, links
from components.reader.places import name
from components.reader.view import View
from components.wording.figures import reading_figure, reading_period
from store.figures import approved
from store.figures.approved import Reading
from store.ground.clock import LAUNCH
from store.models import PlaceKind
from store.models.places import WORLD
from store.standing import IN_FORCE_SINCE, Method, ObjectiveStanding, PlanStanding

NEWEST = 6  # figures at first sight; more would only make everybody's first page slower


def choose_since(view: View) -> dt.date:
    """Draw the control of the day to look back to; the day that is chosen."""
    return address.choose_day(
        "since",
        _c("first day", "Since"),
        lambda chosen: _("Since {day}", day=day(chosen)),
        default=year_before(view.as_of),
        earliest=LAUNCH,
        latest=view.as_of,
    )


def show(view: View, since: dt.date) -> None:
    """Draw how many figures became known since the day, and which verdicts that changed."""
    key = (view, since, clock.today())
    st.html(cache.derived("changes", key, lambda: build(view, since)))


def build(view: View, since: dt.date) -> Html:
    """The sentence, a card for each verdict, and what only the method moved, as HTML."""
    plan = cache.plan_standing(view.plan, view.until)
    return Html(
        note(summary(view, since, news(plan, view, since)))
        + cards(plan, view, since, lambda code: links.address("objective", objective=code))
        + by_method(plan, view, since)
    )


def cards(
    plan: PlanStanding, view: View, since: dt.date, to_objective: Callable[[str], str]
) -> str:
    """A card for each verdict that changed since the day, as HTML; "" for none."""
    before = cache.plan_standing(view.plan, replace(view.until, as_of=since))
    drawn = "".join(
        _card(plan, one, was, to_objective) for one, was in method_change.moved(before, plan)
    )
    return f'<div class="moves">{drawn}</div>' if drawn else ""


def _card(
    plan: PlanStanding,
    objective: ObjectiveStanding,
    was: method_change.Verdict,
    to: Callable[[str], str],
) -> str:
    """From what to what, and the last thing known."""
    kind, address = status.css_class(objective.statuses), to(objective.code)
    return (
        f'<a class="move {kind}" href="{escape(address)}">'
        f"<b>{objective.code} {escape(objective.title)}</b>"
        f"<span>{status.piece(*was)} → {status.piece(*objective.statuses)}</span>"
        f"<small>{escape(tiles.fact(plan, objective))}</small></a>"
    )


def by_method(plan: PlanStanding, view: View, since: dt.date) -> str:
    """The verdicts that another method moved since the day, as HTML; "" for none."""
    if since >= IN_FORCE_SINCE or plan.method is Method.FORMER:
        return ""
    former = replace(view.until, method=Method.FORMER.value)
    return method_change.build(cache.plan_standing(view.plan, former), plan)


def year_before(date: dt.date) -> dt.date:
    """The day a year earlier, never before the launch."""
    return max(LAUNCH, date - dt.timedelta(days=365))


def news(plan: PlanStanding, view: View, since: dt.date) -> list[Reading]:
    """Figures that became known after `since`, newest first; of a country only its newest one."""
    places = cache.places()
    known = [
        *(reading for indicator in plan.indicators for reading in indicator.readings),
        *cache.ask(approved.country_news, since, view.until),
    ]
    seen = [
        reading
        for reading in known
        if reading.known_on > since
        and view.place in (WORLD, reading.place_code, places[reading.place_code].region_code)
    ]
    return sorted(seen, key=lambda reading: (reading.known_on, reading.id), reverse=True)


def summary(view: View, since: dt.date, readings: list[Reading]) -> str:
    """How many figures became known between the two days."""
    days = {"since": day(since), "day": day(view.as_of)}
    if not readings:
        return _("No figure became known between {since} and {day}.", **days)
    sentence = _n(
        "{count} figure became known between {since} and {day}.",
        "{count} figures became known between {since} and {day}.",
        len(readings),
        **days,
    )
    places = cache.places()
    if any(places[reading.place_code].kind == PlaceKind.COUNTRY for reading in readings):
        sentence += " " + _("Of a country and an indicator, only the newest counts.")
    return sentence


def figure_columns() -> list[str]:
    """The heads of the figures' table."""
    return [
        _("Known on"),
        _("Objective"),
        _("Indicator"),
        _("Place"),
        _("Figure"),
        _("Period"),
        _("Source"),
    ]


def figure_rows(plan: PlanStanding, readings: list[Reading]) -> list[list[str]]:
    """The figures as rows, newest first; countries together, one row an indicator."""
    places = cache.places()
    groups: dict[object, list[Reading]] = {}
    for reading in readings:  # newest first
        is_country = places[reading.place_code].kind == PlaceKind.COUNTRY
        groups.setdefault(reading.indicator_code if is_country else reading.id, []).append(reading)
    rows = [(group[0].known_on, _row(plan, group)) for group in groups.values()]
    return [row for _known_on, row in sorted(rows, key=lambda pair: pair[0], reverse=True) if row]


def _row(plan: PlanStanding, readings: list[Reading]) -> list[str]:
    newest = readings[0]
    standing = plan.indicator(newest.indicator_code)
    if standing is None:
        return []
    where = {reading.place_code for reading in readings}
    counts = Counter(reading_figure(standing.indicator, reading) for reading in readings)
    figures = [f"{count} × {figure}" for figure, count in counts.most_common(3)]
    return [
        newest.known_on.isoformat(),
        standing.indicator.objective_code or "–",
        standing.indicator.name,
        name(newest.place_code)
        if len(where) == 1
        else _n("{count} country", "{count} countries", len(where)),
        next(iter(counts)) if len(readings) == 1 else ", ".join(figures),
        reading_period(newest),
        newest.source_title,
    ]


def verdict_columns() -> list[str]:
    """The heads of the verdicts' table."""
    return [_("Objective"), _c("status before", "Was"), _c("status now", "Is")]
