"""What became known since a day the reader chooses, and which verdicts that changed."""

import datetime as dt
from collections import Counter
from typing import Any

import pandas as pd
import streamlit as st

from components import address, cache, status, table
from components.places import name
from components.text import _, _n, day
from components.view import LAUNCH, WORLD, View
from components.words import reading_figure, reading_period
from store.queries import Reading
from store.standing import PlanStanding


def show(view: View) -> None:
    """Draw the date, the figures that became known and the verdicts that changed."""
    since = address.choose_day(
        "since", _("Since"), default=year_before(view.as_of), earliest=LAUNCH, latest=view.as_of
    )
    plan = cache.plan_standing(view.plan, view.as_of)
    readings = [
        reading
        for reading in cache.changes(since, view.as_of)
        if view.place in (WORLD, reading.place_code)
    ]
    st.html(f'<p class="note">{summary(view, since, len(readings))}</p>')
    table.show("changes", frame(plan, readings))
    flips = verdict_changes(cache.plan_standing(view.plan, since), plan)
    if not flips.empty:
        table.show("verdicts", flips)


def year_before(date: dt.date) -> dt.date:
    """The day a year earlier, never before the launch."""
    return max(LAUNCH, date - dt.timedelta(days=365))


def summary(view: View, since: dt.date, count: int) -> str:
    """How many figures became known between the two days."""
    if count == 0:
        return _(
            "No figure became known between {since} and {day}.",
            since=day(since),
            day=day(view.as_of),
        )
    return _n(
        "{count} figure became known between {since} and {day}.",
        "{count} figures became known between {since} and {day}.",
        count,
        since=day(since),
        day=day(view.as_of),
    )


def frame(plan: PlanStanding, readings: list[Reading]) -> pd.DataFrame:
    """The figures as rows, newest first; countries together, one row an indicator."""
    places = cache.places()
    single = [one for one in readings if places[one.place_code].kind != "country"]
    together: dict[str, list[Reading]] = {}
    for reading in readings:
        if places[reading.place_code].kind == "country":
            together.setdefault(reading.indicator_code, []).append(reading)
    rows = [_row(plan, [reading], name(reading.place_code)) for reading in single]
    rows += [
        _row(plan, found, _n("{count} country", "{count} countries", _places(found)))
        for found in together.values()
    ]
    known = pd.DataFrame([row for row in rows if row])
    return (
        known if known.empty else known.sort_values(_("Known on"), ascending=False, kind="stable")
    )


def _places(readings: list[Reading]) -> int:
    return len({reading.place_code for reading in readings})


def _row(plan: PlanStanding, readings: list[Reading], place: str) -> dict[str, Any]:
    newest = max(readings, key=lambda reading: reading.known_on)
    standing = plan.indicator(newest.indicator_code)
    if standing is None:
        return {}
    said = [reading_figure(standing.indicator, reading) for reading in readings]
    counts = Counter(said).most_common(3)
    return {
        _("Known on"): newest.known_on,
        _("Objective"): standing.indicator.objective_code or "–",
        _("Indicator"): standing.indicator.name,
        _("Place"): place,
        _("Figure"): said[0]
        if len(said) == 1
        else ", ".join(f"{count} × {figure}" for figure, count in counts),
        _("Period"): reading_period(newest),
        _("Source"): newest.source_title,
    }


def verdict_changes(before: PlanStanding, after: PlanStanding) -> pd.DataFrame:
    """Objectives whose status differs between the two days."""
    earlier = {objective.code: objective.status for objective in before.objectives}
    return pd.DataFrame(
        [
            {
                _("Objective"): f"{objective.code} {objective.title}",
                _("Was"): status.label(earlier[objective.code]),
                _("Is"): status.label(objective.status),
            }
            for objective in after.objectives
            if earlier[objective.code] is not objective.status
        ]
    )
