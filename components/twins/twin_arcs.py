"""Pairs of twin regions on the map: an arc each, coloured and dashed by state; many are summed."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

import pydeck as pdk

from components.language.text import _, _n, listed
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


# Strokes and gaps in pixels: a whole line is active, and the rarer the strokes, the less holds.
DASHES: Mapping[PairState, tuple[float, ...]] = {
    PairState.PROPOSED: (2.5, 4.5),
    PairState.AGREED: (9, 5),
    PairState.ACTIVE: (),
    PairState.ENDED: (2, 9),
}
THIN, THICK = 1.6, 3.4  # pixels: of the others, and of the pair that is shown


def layers(
    pairs: Sequence[Pair],
    places: Mapping[str, Place],
    palette: Palette,
    zoom: float,
    chosen: Pair | None = None,
) -> list[pdk.Layer]:
    """Arcs with a dot at each end; above MOST_ARCS one arc for all pairs of two countries.

    The pair that is chosen lies in ink above the others, in those sums too.
    """
    if len(pairs) > MOST_ARCS:
        shown = [] if chosen is None else _each([chosen], palette, zoom, chosen)
        return [*_summed(pairs, places, palette), *shown]
    ordered = sorted(pairs, key=lambda pair: pair is chosen)
    return _each(ordered, palette, zoom, chosen)


def _each(
    pairs: Sequence[Pair], palette: Palette, zoom: float, chosen: Pair | None
) -> list[pdk.Layer]:
    bows, named = _bows(pairs), names()
    scale = PIXELS_PER_DEGREE * 2**zoom
    lines, strokes, spots = [], [], []
    for pair, bend in zip(pairs, bows, strict=True):
        is_chosen, label = pair is chosen, _said(pair, named)
        colour = rgb(palette.ink if is_chosen else palette.muted)
        ends = [(side.longitude, side.latitude) for side in pair.sides]
        line = arcs.curve(ends[0], ends[1], bend)
        lines += [{"path": path, "label": label} for path in arcs.within(line)]
        strokes += [
            {"path": path, "colour": colour, "width": THICK if is_chosen else THIN}
            for dash in arcs.dashes(line, [part / scale for part in DASHES[pair.row.state]])
            for path in arcs.within(dash)
        ]
        spots += [
            {
                "position": end,
                "colour": rgb(palette.ink),
                "radius": 7 if is_chosen else 3.5,
                "label": cut(f"{wording.place(side, named)} · {label}"),
            }
            for side, end in zip(pair.sides, ends, strict=True)
        ]
    return [
        _halo(lines, palette),
        _lines(strokes, layer="pairs-apart"),
        _ends(spots, palette, "pair-ends-apart"),
    ]


def legend(pairs: Sequence[Pair], palette: Palette) -> str:
    """The states that the map shows, as HTML: a stroke like the arc's and its word."""
    if len(pairs) > MOST_ARCS:
        return _sample(palette.ink, 3, (), _("twin pairs of two countries, wider for more"))
    states = {pair.row.state for pair in pairs}
    return "".join(
        _sample(
            palette.ink,
            THIN,
            DASHES[state],
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


def _bows(pairs: Sequence[Pair]) -> list[float]:
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


def _summed(
    pairs: Sequence[Pair], places: Mapping[str, Place], palette: Palette
) -> list[pdk.Layer]:
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


def _lines(lines: Iterable[object], *, layer: str = "pairs", pickable: bool = False) -> pdk.Layer:
    return pdk.Layer(
        "PathLayer",
        list(lines),
        id=layer,
        pickable=pickable,
        get_path="path",
        get_color="colour",
        get_width="width",
        width_units=PIXELS,
        joint_rounded=True,
    )


def _ends(spots: list[dict[str, Any]], palette: Palette, layer: str = "pair-ends") -> pdk.Layer:
    return dots(layer, spots, "radius", (palette.paper, 1.2), fill="colour")
