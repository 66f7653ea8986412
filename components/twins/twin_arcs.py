"""Pairs of twin regions on the map: an arc each, coloured and dashed by state; many are summed."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pydeck as pdk

from components.language.text import _, _n, listed
from components.look.colours import TWINS, Colour
from components.look.theme import Palette
from components.maps import arcs
from components.maps.map_layers import PIXELS, dots, point, rgb
from components.reader.places import Names, names
from components.twins import wording
from store.activities.twins import Pair
from store.models import PairState, Place

MOST_ARCS = 60  # more of them cannot be told apart
LONGEST_LABEL = 240  # characters under the pointer
PIXELS_PER_DEGREE = 512 / 360  # at zoom 0
WIDEST = 9.0  # pixels


@dataclass(frozen=True, slots=True)
class Stroke:
    """How an arc looks: a colour, a width and dashes in pixels."""

    colour: Colour
    width: float
    dashes: tuple[float, ...]


STROKES: Mapping[PairState, Stroke] = {
    PairState.PROPOSED: Stroke(TWINS["proposed"], 2.4, (2.5, 4.5)),
    PairState.AGREED: Stroke(TWINS["agreed"], 2.4, (9, 5)),
    PairState.ACTIVE: Stroke(TWINS["active"], 3.0, ()),
    PairState.ENDED: Stroke(TWINS["ended"], 2.0, (12, 4, 2, 4)),
}


def layers(
    pairs: list[Pair], places: Mapping[str, Place], palette: Palette, zoom: float
) -> list[pdk.Layer]:
    """Arcs with a dot at each end; above MOST_ARCS one arc for all pairs of two countries."""
    if len(pairs) > MOST_ARCS:
        return _summed(pairs, places, palette)
    bows, named = _bows(pairs), names()
    scale = PIXELS_PER_DEGREE * 2**zoom
    lines, strokes, spots = [], [], []
    for pair, bend in zip(pairs, bows, strict=True):
        stroke, label = STROKES[pair.row.state], _said(pair, named)
        colour = rgb(palette.pick(stroke.colour))
        ends = [(side.longitude, side.latitude) for side in pair.sides]
        line = arcs.curve(ends[0], ends[1], bend)
        lines += [{"path": path, "label": label} for path in arcs.within(line)]
        strokes += [
            {"path": path, "colour": colour, "width": stroke.width}
            for dash in arcs.dashes(line, [part / scale for part in stroke.dashes])
            for path in arcs.within(dash)
        ]
        spots += [
            {
                "position": end,
                "colour": colour,
                "radius": 4,
                "label": cut(f"{wording.place(side, named)} · {label}"),
            }
            for side, end in zip(pair.sides, ends, strict=True)
        ]
    return [_halo(lines, palette), _lines(strokes), _ends(spots, palette)]


def legend(pairs: list[Pair], palette: Palette) -> str:
    """The states that the map shows, as HTML: a stroke like the arc's and its word."""
    if len(pairs) > MOST_ARCS:
        return _sample(palette.ink, 3, (), _("twin pairs of two countries, wider for more"))
    states = {pair.row.state for pair in pairs}
    return "".join(
        _sample(
            palette.pick(STROKES[state].colour),
            STROKES[state].width,
            STROKES[state].dashes,
            _("twin pair, {state}", state=wording.state_name(state)),
        )
        for state in PairState
        if state in states
    )


def _sample(colour: str, width: float, pattern: Sequence[float], words: str) -> str:
    # CSS, for Streamlit takes every SVG out of our HTML.
    stops, at = [], 0.0
    for number, part in enumerate(pattern or (1.0,)):
        stops.append(f"{'transparent' if number % 2 else colour} {at}px {at + part}px")
        at += part
    drawn = f"height:{width}px;background:repeating-linear-gradient(90deg,{','.join(stops)})"
    return f'<span><i class="stroke" style="{drawn}"></i>{escape(words)}</span>'


def _bows(pairs: list[Pair]) -> list[float]:
    """The bend of each arc: those between the same two points lie beside each other."""
    seen: Counter[frozenset[tuple[float, float]]] = Counter()
    bows = []
    for pair in pairs:
        ends = frozenset((side.longitude, side.latitude) for side in pair.sides)
        bows.append(arcs.BEND + 0.06 * seen[ends])
        seen[ends] += 1
    return bows


def _said(pair: Pair, named: Names) -> str:
    return cut(f"{wording.label(pair, named)} · {wording.since(pair)}")


def cut(words: str) -> str:
    """Words under the pointer, no longer than a tooltip can hold."""
    return words if len(words) <= LONGEST_LABEL else f"{words[:LONGEST_LABEL]}…"


def _summed(pairs: list[Pair], places: Mapping[str, Place], palette: Palette) -> list[pdk.Layer]:
    """The countries with the most pairs, joined by arcs as wide as the pairs are many."""
    states: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        states[tuple(sorted(pair.countries))][pair.row.state] += 1
    ranked = sorted(states.items(), key=lambda item: (-item[1].total(), item[0]))[:MOST_ARCS]
    most = ranked[0][1].total()
    colour = rgb(palette.ink)
    named, lines, spots = names(), [], []
    for codes, counts in ranked:
        label = f"{listed(named[code] for code in codes)}: {_counted(counts)}"
        share = math.sqrt(counts.total() / most)
        ends = [_end(places[code]) for code in codes]
        spots += [
            {"position": end, "colour": colour, "radius": 3 + 4 * share, "label": label}
            for end in ends
        ]
        if len(ends) > 1:
            lines += [
                {"path": path, "colour": [*colour, 150], "width": WIDEST * share, "label": label}
                for path in arcs.within(arcs.curve(ends[0], ends[1]))
            ]
    return [_lines(lines, pickable=True), _ends(spots, palette)]


def _counted(counts: Counter[str]) -> str:
    each = [f"{counts[state]} {wording.state_name(state)}" for state in PairState if counts[state]]
    return f"{_n('{count} pair', '{count} pairs', counts.total())} ({', '.join(each)})"


def _end(place: Place) -> tuple[float, float]:
    longitude, latitude = point(place)
    return longitude, latitude


def _halo(lines: Iterable[object], palette: Palette) -> pdk.Layer:
    """A pale band under each arc: it sets it off the land, and is what the pointer meets."""
    return pdk.Layer(
        "PathLayer",
        list(lines),
        id="pair-halos",
        pickable=True,
        get_path="path",
        get_color=[*rgb(palette.paper), 120],
        get_width=6,
        width_units=PIXELS,
        cap_rounded=True,
        joint_rounded=True,
    )


def _lines(lines: Iterable[object], *, pickable: bool = False) -> pdk.Layer:
    return pdk.Layer(
        "PathLayer",
        list(lines),
        id="pairs",
        pickable=pickable,
        get_path="path",
        get_color="colour",
        get_width="width",
        width_units=PIXELS,
        joint_rounded=True,
    )


def _ends(spots: list[dict[str, Any]], palette: Palette) -> pdk.Layer:
    return dots("pair-ends", spots, "radius", (palette.paper, 1.2), fill="colour")
