"""What is typed into the form of one slot: in the session, and as the draft that the store keeps.

A widget forgets its value once it is not drawn, so everything typed is remembered beside the
widgets, and a field that comes back has what it had.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.language.markdown import escape
from components.language.text import exactly
from store.models import Measurement
from store.reporting.nearby import Period
from store.reporting.saved_drafts import Slot

Held = Any  # what a widget holds: its kind says what
OTHER = "other"  # the choice of a period that is typed
FIGURES = ("value", "numerator", "denominator", "level")
TEXTS = ("missing_reason", "source_title", "source_link", "note")
DAYS = ("period_start", "period_end")
FIELDS = (*FIGURES, *TEXTS, *DAYS, "answer", "qualifier", "covers", "reason", "doubt_answer")


@dataclass
class Fields:
    """The fields of a slot: what they hold, what they are called, where to say what is wrong.

    `content` is what the fields drawn in this run hold; `texts` are numbers as they were typed: a
    number in `content` is read, a text there is not.
    """

    slot: Slot
    content: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    rooms: dict[str, DeltaGenerator] = field(default_factory=dict)

    def key(self, name: str) -> str:
        """The widget's key: every slot has fields of its own, and new ones once it was cleared.

        A browser would put into a field of the old key what it had.
        """
        times = st.session_state.get(f"times_{self._prefix}", 0)
        return f"{self._prefix}{name}{f'_{times}' if times else ''}"

    @property
    def _prefix(self) -> str:
        return f"entry_{self.slot.indicator_code}_{self.slot.place_code}_{self.slot.year}_"

    @property
    def memory(self) -> dict[str, Any]:
        """All that was typed or chosen for the slot in this session, by field."""
        return st.session_state.setdefault(self.key("memory"), {})

    @property
    def is_open(self) -> bool:
        """Whether this session has begun with the slot."""
        return self.key("memory") in st.session_state

    def now(self, name: str) -> Held:
        """What a field holds, also before it is drawn."""
        held = st.session_state.get(self.key(name))
        return self.memory.get(name) if held is None else held

    def revive(self, name: str, default: Held = None) -> str:
        """The widget's key, its value put back if it was not drawn for a while."""
        key = self.key(name)
        if key not in st.session_state:
            value = self.memory.get(name, default)
            if value is not None:
                st.session_state[key] = value
        return key

    def keep(self, name: str, label: str, value: object) -> None:
        """Keep what a field just drawn holds, and a place for a message below it."""
        self.content[name], self.names[name] = value, label
        self.memory[name] = st.session_state.get(self.key(name))
        self.rooms[name] = st.container()

    def complain(self, name: str, sentence: str) -> None:
        """Say at the field what is wrong, unless it says so itself."""
        says_itself = name in self.texts and isinstance(self.content[name], str)
        if name in self.rooms and not says_itself:
            self.rooms[name].error(escape(sentence))

    def set(self, values: Mapping[str, Any]) -> None:
        """Put values into fields; only from what runs before the fields are drawn."""
        for name, value in values.items():
            self.memory[name] = value
            if value is None:
                st.session_state.pop(self.key(name), None)
            elif name in FIELDS:
                st.session_state[self.key(name)] = value

    def clear(self) -> None:
        """Forget everything about the slot in this session."""
        prefix = self._prefix
        for key in [key for key in st.session_state if str(key).startswith(prefix)]:
            del st.session_state[key]
        times = f"times_{prefix}"
        st.session_state[times] = st.session_state.get(times, 0) + 1


def begin(fields: Fields, saved: Mapping[str, Any]) -> None:
    """Begin with the slot: what the browser still holds, else what the store kept."""
    held = {
        name: value
        for name in FIELDS
        if (value := st.session_state.get(fields.key(name))) not in (None, "")
    }
    kept = {
        name: dt.date.fromisoformat(value) if name in DAYS else value
        for name, value in saved.items()
    }
    if "covers" not in kept and all(kept.get(name) for name in DAYS):
        kept["covers"] = code(kept["period_start"], kept["period_end"])
    fields.set(kept | held)


def is_touched(fields: Fields) -> bool:
    """Whether anything was typed or chosen that a new form does not hold."""
    names = (*FIGURES, *TEXTS, "reason")
    is_filled = any(fields.now(name) not in (None, "") for name in names)
    return is_filled or fields.now("answer") == "none" or fields.memory.get("corrects") is not None


def is_begun(fields: Fields) -> bool:
    """Whether the reporter works on the slot, though a figure stands for its year."""
    return is_touched(fields) or bool(fields.memory.get("settled"))


def to_keep(fields: Fields) -> dict[str, Any]:
    """What was typed, as the store keeps it: numbers and dates as text, empty fields left out."""
    chosen = {name: fields.memory.get(name) for name in ("corrects", "settled", "both_right")}
    memory = {name: fields.memory.get(name) for name in fields.content}
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in (chosen | memory | fields.texts).items()
        if value not in (None, "", [], {})
    }


def of_figure(row: Measurement) -> dict[str, Any]:
    """What the fields hold where a figure that stands is corrected."""
    content = {name: getattr(row, name) for name in (*FIGURES, *TEXTS)}
    numbers = {
        name: exactly(content[name])
        for name in ("numerator", "denominator")
        if content[name] is not None
    }
    return (
        content
        | numbers
        | {
            "answer": "figure" if row.missing_reason is None else "none",
            "qualifier": str(row.qualifier),
            "covers": code(row.period_start, row.period_end),
            "corrects": row.id,
        }
    )


def says_the_same(fields: Fields, row: Measurement) -> bool:
    """Whether the fields hold what stands, as after an answer that never came."""
    typed = {name: None if text == "" else text for name, text in fields.content.items()}
    return (
        typed.get("qualifier", row.qualifier) == row.qualifier
        and all(typed.get(name) == (getattr(row, name) or None) for name in TEXTS)
        and all(typed.get(name) == getattr(row, name) for name in FIGURES)
    )


def code(start: dt.date, end: dt.date) -> str:
    """A period as the choice of one."""
    return f"{start}/{end}"


def period_of(chosen: str) -> Period:
    """The period that a choice is."""
    start, end = chosen.split("/")
    return dt.date.fromisoformat(start), dt.date.fromisoformat(end)
