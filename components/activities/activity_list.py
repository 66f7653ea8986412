"""Activities of task forces: on a timeline or a map, under the same filters, and as a table."""

from collections.abc import Sequence
from itertools import zip_longest

import pandas as pd
import streamlit as st

from components.activities import dots, timeline
from components.activities.wording import budget, dates, kind_name, state_name, what
from components.elements import captions, chart, table
from components.language.text import _, _c, _n, day
from components.look import isolation, theme
from components.look.markup import on, show_empty, show_grid
from components.reader import address, cache, people_names, sessions
from components.reader.places import name
from components.reader.view import View
from store.activities import activities
from store.models import Activity, ActivityKind, ActivityState

EVERY = "all"
MOST_NAMED = 100  # in a list to choose from


def show(view: View, objective: str = "", *, offers_all: bool = False) -> None:
    """Draw what the reader's filters leave of the activities of a task force, or of all.

    `offers_all` lets the reader choose between the one and all.
    """
    if not offers_all and not chosen(view, objective):
        show_empty(nothing(view))
        return
    task_force, kind, state, way = _choose_filters(objective, offers_all=offers_all)
    known = chosen(view, task_force)
    key = (view.until, view.place, task_force, kind, state)
    rows = cache.derived(
        "activities left",
        key,
        lambda: [r for r in known if kind in (EVERY, r.kind) and state in (EVERY, r.state)],
    )
    if not rows:
        show_empty(_("No activity is of this kind and state.") if known else nothing(view))
        return
    with isolation.drawing():
        if way == "map":
            dots.show(rows, view, key)
        else:
            _show_timeline(rows, task_force, view, key)
    table.show_pages("activities", rows, frame, "4p1000-activities", str(key))
    _offer_history(rows, view)


def _offer_history(rows: list[Activity], view: View) -> None:
    """What an activity that was changed said before, for the one the reader picks."""
    changed = {row.code: row for row in rows if row.revision}
    if not changed:
        return
    code = st.selectbox(
        _("History of a changed activity"),
        list(changed)[:MOST_NAMED],
        index=None,
        format_func=lambda choice: changed[choice].title,
        key="activity_history",
    )
    if code is None:
        return
    with sessions.reading() as session:
        revisions = activities.history(session, code, view.until)
    show_grid(
        [_("Known on"), _("What was changed"), _("Why changed"), _("Reported by")],
        [
            [
                on(row.known_on),
                _said(before, row),
                row.reason or "–",
                people_names.display(row.reporter),
            ]
            for row, before in zip_longest(revisions, revisions[1:])  # the newest first
        ],
    )


def changes(before: Activity, after: Activity) -> list[tuple[str, str, str]]:
    """What tells one revision from another, as (column, before, after)."""
    old, new = (frame([row]).astype(str).iloc[0] for row in (before, after))
    ignored = {_("Reported by"), _("Known on"), _("Revision")}
    return [
        (column, old[column], new[column])
        for column in old.index
        if column not in ignored and old[column] != new[column]
    ]


def _said(before: Activity | None, row: Activity) -> str:
    if before is None:
        return f"{row.title}, {state_name(row.state)}, {dates(row)}"
    parts = (f"{column}: {old or '–'} → {new or '–'}" for column, old, new in changes(before, row))
    return "; ".join(parts) or "–"


def _choose_filters(objective: str, *, offers_all: bool) -> tuple[str, str, str, str]:
    """The task force ("" for all), kind, state and way of showing that the reader chose."""
    columns = iter(st.columns(4 if offers_all else 3))
    task_force = objective
    if offers_all:
        whose = {EVERY: _("every task force"), "own": _("task force {code}", code=objective)}
        with next(columns):
            is_all = address.choose("of", _("Whose"), whose, default=EVERY) == EVERY
        task_force = "" if is_all else objective
    kinds = {EVERY: _("every kind")} | {kind: kind_name(kind) for kind in ActivityKind}
    states = {EVERY: _("every state")} | {state: state_name(state) for state in ActivityState}
    ways = {"timeline": _c("way to show", "timeline"), "map": _c("way to show", "map")}
    with next(columns):
        kind = address.choose("kind", _("Kind"), kinds, default=EVERY)
    with next(columns):
        state = address.choose("state", _c("heading", "State"), states, default=EVERY)
    with next(columns):
        way = address.choose("shown", _("Shown on a"), ways, default="timeline")
    return task_force, kind, state, way


def chosen(view: View, objective: str = "") -> list[Activity]:
    """What was known on the day, of the bar's region, of one task force or of all."""
    key = (view.until, view.place, objective)
    return cache.derived("activities", key, lambda: _choose(view, objective))


def _choose(view: View, objective: str) -> list[Activity]:
    places = cache.places()
    return [
        row
        for row in cache.ask(activities.known, view.until)
        if (not objective or objective in row.objectives)
        and (view.is_world or activities.region_of(row, places) == view.place)
    ]


def _whose(objective: str, view: View) -> str:
    """The task force, if only one is shown, and the place."""
    return ", ".join(part for part in (objective, name(view.place)) if part)


def _show_timeline(
    rows: list[Activity], objective: str, view: View, key: tuple[object, ...]
) -> None:
    data = cache.derived("timeline", key, lambda: timeline.frame(rows, view.as_of))
    chart.show(
        "activities",
        data,
        timeline.build(
            theme.current(),
            counted=len(rows) > timeline.MOST_BARS,
            invented=cache.is_invented(),
        ),
        captions.Caption(
            title=_("Activities of task forces: {whose}", whose=_whose(objective, view)),
            source=_("The source of every activity stands beside it on the dashboard."),
        ),
        alt=cache.derived("timeline in words", key, lambda: describe(rows)),
    )


def describe(rows: list[Activity]) -> str:
    """The timeline in one sentence; its rows stand in the table below."""
    return _n(
        "{count} activity between {first} and {last}. The table below holds the same facts.",
        "{count} activities between {first} and {last}. The table below holds the same facts.",
        len(rows),
        first=min(row.starts_on for row in rows),
        last=max(row.ends_on or row.starts_on for row in rows),
    )


def frame(rows: Sequence[Activity]) -> pd.DataFrame:
    """Activities as rows of a table, with all that says where they come from."""
    return pd.DataFrame(
        [
            {
                _("Activity"): row.title,
                _c("kind of activity", "What"): what(row),
                _c("heading", "State"): state_name(row.state),
                _c("first day", "From"): row.starts_on,
                _c("last day", "To"): row.ends_on.isoformat() if row.ends_on else "",
                _("Task forces"): ", ".join(row.objectives),
                _("Place"): name(row.place_code),
                _("Town"): row.place_name,
                _("Point"): _point(row),
                _("Budget"): budget(row),
                _("Partners involved"): ", ".join(row.partners),
                _("Participants"): row.participants,
                _("Link"): row.link,
                _("Evidence"): row.evidence,
                _("Reported by"): people_names.display(row.reporter),
                _("Known on"): row.known_on,
                _("Revision"): row.revision,
            }
            for row in rows
        ]
    )


def _point(row: Activity) -> str:
    """Latitude and longitude in degrees."""
    return "" if row.latitude is None else f"{row.latitude:g}, {row.longitude:g}"


def nothing(view: View) -> str:
    """That none was known, and where they come from."""
    return _(
        "No activity was known by {day}. Task forces enter theirs on the page Activities.",
        day=day(view.as_of),
    )
