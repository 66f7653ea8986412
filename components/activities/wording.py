"""Kinds, types and states of activities as the screen says them, and how a state looks."""

from dataclasses import dataclass

from components.language.text import _, _c, number
from components.look import isolation
from components.look.colours import ACTIVITIES, Colour
from components.look.theme import Palette
from store.models import Activity, ActivityKind, ActivityState, EventType


@dataclass(frozen=True, slots=True)
class Mark:
    """A state's shape in charts and its colour."""

    shape: str
    colour: Colour


MARKS = {
    ActivityState.PLANNED: Mark("diamond", ACTIVITIES["planned"]),
    ActivityState.RUNNING: Mark("triangle-right", ACTIVITIES["running"]),
    ActivityState.DONE: Mark("circle", ACTIVITIES["done"]),
    ActivityState.STOPPED: Mark("cross", ACTIVITIES["stopped"]),
}


def colour(state: ActivityState, palette: Palette) -> str:
    """The colour of a state in the reader's theme."""
    return palette.pick(MARKS[state].colour)


def colours(palette: Palette) -> list[str]:
    """The colours of all states, in their order."""
    return [colour(state, palette) for state in ActivityState]


def kind_name(kind: ActivityKind) -> str:
    """A kind of activity."""
    return {
        ActivityKind.ACTION: _c("kind of activity", "action"),
        ActivityKind.PROJECT: _c("kind of activity", "project"),
        ActivityKind.EVENT: _c("kind of activity", "event"),
        ActivityKind.STRATEGY: _c("kind of activity", "strategy"),
        ActivityKind.PLAN: _c("kind of activity", "plan"),
    }[kind]


def type_name(event_type: EventType) -> str:
    """A type of event."""
    return {
        EventType.REGIONAL_MEETING: _("regional meeting"),
        EventType.DAY: _("“4 per 1000” Day"),
        EventType.CONSORTIUM: _("Consortium of Members"),
        EventType.SIDE_EVENTS: _("side events"),
        EventType.OTHER: _("other event"),
    }[event_type]


def state_name(state: ActivityState) -> str:
    """A state of an activity."""
    return {
        ActivityState.PLANNED: _c("state of an activity", "planned"),
        ActivityState.RUNNING: _c("state of an activity", "running"),
        ActivityState.DONE: _c("state of an activity", "done"),
        ActivityState.STOPPED: _c("state of an activity", "stopped"),
    }[state]


def what(row: Activity) -> str:
    """What it is: the type of an event, else the kind."""
    return type_name(row.event_type) if row.event_type else kind_name(row.kind)


def dates(row: Activity) -> str:
    """When it runs, as days; an open end stays open."""
    if row.ends_on is None:
        return _("from {day}", day=row.starts_on)
    return (
        str(row.starts_on) if row.ends_on == row.starts_on else f"{row.starts_on} – {row.ends_on}"
    )


@isolation.words
def budget(row: Activity) -> str:
    """The budget with its currency; "" for none."""
    return "" if row.budget is None else f"{number(row.budget, 2)} {row.currency}"
