"""One chart with all that is said around it, once: the page, the site and briefings show the same.

An exhibit is made from what a day knew. Where it knew nothing, why stands in its place.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, wraps
from html import escape
from itertools import groupby
from typing import Any, ParamSpec, TypeVar

import pandas as pd

from components.elements import pictures
from components.elements.captions import Caption
from components.language.text import THIN_SPACE, _, day, number
from components.look.markup import Html, note
from components.look.theme import Palette
from components.reader import cache
from store.soil.sources import FACTS, Evidence, Source

Spec = dict[str, Any]
Build = Callable[[Palette], Spec]
COLUMNS, GAP = 3, 40  # of panels in a picture that is saved


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart: its rows, and what makes its specification without data for a palette.

    `ratio` is its height to its width where that is fixed, as that of a map; a small one says in
    its title which of several it is, and stands in a column even where it is alone.
    """

    frame: pd.DataFrame
    build: Build
    ratio: float = 0
    is_small: bool = False

    def draw(self, palette: Palette, width: int) -> Spec:
        """The specification for a picture of a width in pixels."""
        spec = self.build(palette)
        return {**spec, "height": round(self.ratio * width)} if self.ratio else spec


@dataclass(frozen=True)  # without slots: what is written about it is kept beside it
class Exhibit:
    """Charts under one sentence.

    `name` is what a list or a sheet calls them, `title` what they show, `reading` how they are
    read, `caption` and `caveats` what has to be known beside them, `alt` the same in words, `table`
    the same as rows, `unknown` what the day did not know yet.
    """

    key: str
    name: str
    title: str
    reading: str
    panels: tuple[Panel, ...]
    alt: str
    caption: str
    caveats: tuple[str, ...]
    table: pd.DataFrame
    sources: tuple[Source, ...]
    unknown: tuple[str, ...] = ()

    @cached_property
    def note(self) -> Html:
        """How the charts are read, and what the day did not know yet, as HTML."""
        lines = (self.reading, *self.unknown)
        return Html("".join(note(line) for line in lines))

    @cached_property
    def source(self) -> Html:
        """The publications that it rests on, as HTML; nothing where there are none."""
        if not self.sources:
            return Html()
        return Html(f'<p class="source">{cited_html(self.sources)}</p>')

    @cached_property
    def below(self) -> Html:
        """Sources, caption and caveats, as HTML; the caveats fold."""
        caveats = "".join(f"<li>{escape(line)}</li>" for line in self.caveats)
        return Html(
            f'{self.source}<p class="caption">{escape(self.caption)}</p>'
            f'<details class="reckoned"><summary>{escape(_("How this was reckoned"))}</summary>'
            f'<ul class="notes">{caveats}</ul></details>'
        )

    @property
    def around(self) -> Caption:
        """What stands around the chart once it left its page as a picture."""
        return Caption(title=self.title, meaning=self.reading, source=cited(self.sources))

    def picture(self, palette: Palette, width: int) -> tuple[pd.DataFrame, Spec]:
        """The charts as one, with the rows they share: panels beside each other."""
        if len(self.panels) == 1:
            [panel] = self.panels
            return panel.frame, panel.draw(palette, width)
        each = (width - (COLUMNS - 1) * GAP) // COLUMNS
        drawn = [
            pictures.complete(panel.build(palette), panel.frame, each) for panel in self.panels
        ]
        config = drawn[0]["config"]
        parts = [{name: spec[name] for name in spec if name != "config"} for spec in drawn]
        whole = {"concat": parts, "columns": COLUMNS, "spacing": GAP, "config": config}
        return pd.DataFrame(), whole


@dataclass(frozen=True, slots=True)
class Missing:
    """What stands in the place of an exhibit, and why there is none."""

    key: str
    name: str
    why: str


Key = ParamSpec("Key")
Found = TypeVar("Found")


def kept(build: Callable[Key, Found]) -> Callable[Key, Found]:
    """Keep what is made of a day and the store alone, until something is written.

    Do not change the result: all readers share it.
    """
    what = f"{build.__module__}.{build.__qualname__}"

    @wraps(build)
    def found(*args: Key.args, **kwargs: Key.kwargs) -> Found:
        key = (*args, *kwargs.items())
        return cache.derived(what, key, lambda: build(*args, **kwargs))

    return found


def not_yet(as_of: dt.date, source: Source) -> str:
    """Why a day shows nothing here."""
    return _(
        "Not yet known on {day}: published on {known_on}.",
        day=day(as_of),
        known_on=day(source.known_on),
    )


def cited(sources: Iterable[Source]) -> str:
    """The sources as one line of text: what they rest on, who, when, licence."""
    return " · ".join(_group(of, _text) for of in _grouped(sources))


def cited_html(sources: Iterable[Source]) -> Html:
    """The same line with a link to each publication."""
    return Html(" · ".join(_group(of, _link) for of in _grouped(sources)))


def _grouped(sources: Iterable[Source]) -> list[list[Source]]:
    """Those that rest on the same and have the same licence together."""
    ranked = sorted(
        dict.fromkeys(sources),
        key=lambda source: (_alike(source), source.who, source.year, source.id),
    )
    return [list(of) for _key, of in groupby(ranked, _alike)]


def _alike(source: Source) -> tuple[Evidence, str]:
    return source.kind, source.licence


def _group(of: list[Source], link: Callable[[Source], str]) -> str:
    named = "; ".join(
        f"{escape(who)} {', '.join(map(link, each))}"
        for who, each in groupby(of, lambda source: source.who)
    )
    said = evidence(of[0].kind)
    if of[0].licence == FACTS:
        return _("{evidence}: {publications}", evidence=said, publications=named)
    return _(
        "{evidence}: {publications}, licence {licence}",
        evidence=said,
        publications=named,
        licence=of[0].licence,
    )


def evidence(kind: Evidence) -> str:
    """What a publication rests on, in a word."""
    return {
        Evidence.MODELLED: _("Modelled"),
        Evidence.MEASURED: _("Measured"),
        Evidence.REVIEWED: _("From studies"),
        Evidence.SCREENED: _("Words screened"),
    }[kind]


def _text(source: Source) -> str:
    return f"{source.year} ({source.link})"


def _link(source: Source) -> str:
    return (
        f'<a href="{escape(source.link)}" rel="noopener noreferrer"'
        f' title="{escape(source.title)}">{source.year}</a>'
    )


def share(value: float, digits: int = 0) -> str:
    """A share of 1 in percent, rounded to the nearest."""
    return f"{number(round(value * 100, digits), digits)}{THIN_SPACE}%"
