"""The fields of the form of a sampling: what they begin with, what is typed, what is kept of it.

What somebody typed is kept on the server as that of a figure is, one sampling at a time.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from components.elements import writing
from components.reader import access, clock, sessions
from components.samplings import wording
from store.models import SoilSampling
from store.reporting import saved_drafts

FORM = "sampling"
SERIES = f"{FORM}_series"  # the key of the choice of a series
KEPT = f"{FORM}_kept"  # where the session has what the store keeps
NEW = ""  # the choice of a site that is not on record
Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store keeps of the reader's sampling, and since when; nothing at first."""

    content: Mapping[str, Any] = field(default_factory=dict)
    at: dt.datetime | None = None


def kept() -> Kept:
    """What is kept: asked of the store whenever the form is opened anew."""
    if KEPT not in st.session_state or SERIES not in st.session_state:
        with sessions.reading() as session:
            row = saved_drafts.load(session, access.actor(), None)
        st.session_state[KEPT] = Kept(dict(row.content), row.saved_at) if row else Kept()
    return st.session_state[KEPT]


def code(row: SoilSampling) -> str:
    """What tells a series from others, in any language."""
    return " | ".join(map(str, row.slot[:-1]))


@dataclass
class Fields:
    """The fields of one series, `last` the newest row of it; None for one not on record.

    `begins` is what a field has on record, `typed` what stands in it now.
    """

    series: str
    last: SoilSampling | None
    begins: Content = field(default_factory=dict)
    typed: Content = field(default_factory=dict)

    def key(self, name: str) -> str:
        """The widget's key: every series has fields of its own."""
        return writing.key(FORM, f"{name}_{self.last.id if self.last else NEW}")

    def text(self, name: str, begins: str = "") -> None:
        """A field of words."""
        key = self._revive(name, begins)
        self.typed[name] = st.text_input(wording.labels()[name], key=key)

    def choice(self, name: str, words: Mapping[str, str]) -> None:
        """A field of which one word is pressed; none is at a new site."""
        value = getattr(self.last, name) if self.last else None
        begins = {True: "yes", False: "no", None: None}.get(value, str(value))
        self.typed[name] = st.radio(
            wording.labels()[name],
            list(words),
            index=None,
            format_func=words.__getitem__,
            horizontal=True,
            key=self._revive(name, begins),
        )

    def country(self, countries: Mapping[str, str]) -> None:
        """The country of a new site."""
        first = next(iter(countries))
        key = self._revive("place_code", first)
        self.typed["place_code"] = writing.choose(wording.labels()["place_code"], countries, key)

    def take_over(self, *names: str) -> None:
        """What is on record of the series and not asked again."""
        self.typed |= {name: getattr(self.last, name) for name in names}

    def _revive(self, name: str, begins: str | None) -> str:
        """The widget's key, what was kept or stands on record put into it at first."""
        key, own = self.key(name), self.kept
        self.begins[name] = begins
        if key not in st.session_state:
            st.session_state[key] = own.get(name, begins)
        return key

    @property
    def kept(self) -> Mapping[str, Any]:
        """What is kept of this very series."""
        content = kept().content
        return content if content.get("series") == self.series else {}

    def keep(self) -> None:
        """Keep what was typed, where it changed since it was last kept."""
        changed = {
            name: value
            for name, value in self.typed.items()
            if value != self.begins.get(name, value)
        }
        content = {"series": self.series, "place_code": self.typed["place_code"], **changed}
        if content == kept().content or not (changed.keys() - {"place_code"} or self.kept):
            return
        now = clock.now()
        with sessions.writing() as session:
            saved_drafts.save(session, access.actor(), None, content, now)
        st.session_state[KEPT] = Kept(content, now)


def forget() -> None:
    """Begin anew: nothing is kept any more. What the store kept is deleted by whoever calls."""
    st.session_state[KEPT] = Kept()
