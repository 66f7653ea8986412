"""Pairs of twin regions as people report them, for the tests."""

import datetime as dt
from typing import Any

from store.activities.twin_draft import PairDraft, SideDraft

MONDAY, TUESDAY, FRIDAY = dt.date(2026, 3, 2), dt.date(2026, 3, 3), dt.date(2026, 3, 6)


def pair(day: dt.date = MONDAY, **changes: Any) -> PairDraft:
    """A pair that was agreed on a Monday."""
    content: dict[str, Any] = {
        "code": "pair-1",
        "name": "Meadows",
        "state": "agreed",
        "since": MONDAY,
        "source_title": "Agreement of both councils",
        "known_on": day,
    }
    return PairDraft(**content | changes)


def side(country: str, **changes: Any) -> SideDraft:
    """A region somewhere in the country."""
    content: dict[str, Any] = {
        "kind": "region",
        "name": f"Region in {country}",
        "place_code": country,
        "latitude": 9.5,
        "longitude": 2.25,
        "municipalities": [],
    }
    return SideDraft(**content | changes)


def sides(
    first: dict[str, Any] | None = None, second: dict[str, Any] | None = None
) -> tuple[SideDraft, SideDraft]:
    """A place in Benin and one in Germany, changed as told."""
    return (
        side(**{"country": "BEN", "municipalities": ["Upper", "Lower"]} | (first or {})),
        side(**{"country": "DEU"} | (second or {})),
    )
