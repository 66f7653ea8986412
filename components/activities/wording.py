"""Kinds, types and states of activities as the screen says them, and how a state looks."""

from dataclasses import dataclass

from components.language.text import _, number
from components.look.colours import ACTIVITIES, Colour
from components.look.theme import Palette
from store.models import Activity
from store.models.activities import STATES


@dataclass(frozen=True, slots=True)
class Mark:
    """A state's shape in charts and its colour."""

    shape: str
    colour: Colour


MARKS = {
    "planned": Mark("diamond", ACTIVITIES["planned"]),
    "running": Mark("triangle-right", ACTIVITIES["running"]),
    "done": Mark("circle", ACTIVITIES["done"]),
    "stopped": Mark("cross", ACTIVITIES["stopped"]),
}


def colour(state: str, palette: Palette) -> str:
    """The colour of a state in the reader's theme."""
    return palette.pick(MARKS[state].colour)


def colours(palette: Palette) -> list[str]:
    """The colours of all states, in their order."""
    return [colour(state, palette) for state in STATES]


def kind_name(kind: str) -> str:
    """A kind of activity."""
    return {
        "action": _("action"),
        "project": _("project"),
        "event": _("event"),
        "strategy": _("strategy"),
        "plan": _("plan"),
    }[kind]


def type_name(event_type: str) -> str:
    """A type of event."""
    return {
        "regional meeting": _("regional meeting"),
        "day": _("“4 per 1000” Day"),
        "consortium": _("Consortium of Members"),
        "side events": _("side events"),
        "other event": _("other event"),
    }[event_type]


def state_name(state: str) -> str:
    """A state of an activity."""
    return {
        "planned": _("planned"),
        "running": _("running"),
        "done": _("done"),
        "stopped": _("stopped"),
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


def budget(row: Activity) -> str:
    """The budget with its currency; "" for none."""
    return "" if row.budget is None else f"{number(row.budget, 2)} {row.currency}"
