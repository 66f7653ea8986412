"""What a figure of the day would be read as: pieces of a bar on the day, each with its words."""

from collections.abc import Sequence
from itertools import pairwise

from components.indicator.trajectory_labels import Row
from components.language.text import _, computed
from components.look import status
from components.wording.figures import bare
from store.models import UnitType
from store.progress import Kind, year_index
from store.standing import IndicatorStanding
from store.standing.meaning import Meaning, Zone


def rows(standing: IndicatorStanding, meaning: Meaning | None) -> list[Row]:
    """What a figure of the day would be read as: pieces of a bar, one upon the other."""
    if meaning is None:
        return []
    edges = _edges(meaning.zones, is_whole=standing.indicator.kind == Kind.MILESTONE)
    return [
        {
            "kind": "zone",
            "year": year_index(meaning.day),
            "low": low,
            "high": high,
            "status": zone.statuses[0],
            "short": status.label(zone.statuses),
            "label": said_of(standing, meaning.zones, zone),
        }
        for zone, (low, high) in zip(meaning.zones, edges, strict=True)
    ]


def _edges(zones: Sequence[Zone], *, is_whole: bool) -> list[tuple[float, float]]:
    """Where each piece begins and ends: half-way to the next one.

    Of levels the outermost pieces reach half a step beyond them, so that each can be seen.
    """
    middles = [(low.high + high.low) / 2 for low, high in pairwise(zones)]
    margin = 0.4 if is_whole else 0.0
    first, last = max(0.0, zones[0].low - margin), zones[-1].high + margin
    return list(zip([first, *middles], [*middles, last], strict=True))


def read_as(standing: IndicatorStanding, meaning: Meaning | None) -> list[str]:
    """What a figure of the day would be read as, each piece in words."""
    if meaning is None:
        return []
    return [said_of(standing, meaning.zones, zone) for zone in meaning.zones]


def said_of(standing: IndicatorStanding, zones: Sequence[Zone], zone: Zone) -> str:
    """One piece in words: which figures, and what they would be read as."""
    indicator = standing.indicator

    def written(value: float) -> str:
        is_level = indicator.kind == Kind.MILESTONE
        return bare(indicator, value, "" if is_level else computed(value))

    facts = {"status": status.label(zone.statuses), "low": written(zone.low)}
    if indicator.unit_type not in (UnitType.INTEGER, UnitType.LEVEL):
        if zone is zones[0]:
            return _("less than {high}: {status}", high=written(zones[1].low), **facts)
        return _("from {low}: {status}", **facts)
    if zone is zones[-1]:
        return _("{low} or more: {status}", **facts)
    if zone.low == zone.high:
        return _("{low}: {status}", **facts)
    if zone is zones[0]:
        return _("{high} or less: {status}", high=written(zone.high), **facts)
    return _("{low} to {high}: {status}", high=written(zone.high), **facts)
