"""Places and their map: every country once, drawn without streaks, small enough to send."""

import gzip
import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.models import Place
from store.shipped import plan_and_figures

SENT_AT_MOST = 400_000  # bytes of the map, compressed
STREAK = 30  # degrees of longitude that no border of a country crosses in one stroke


def test_the_parties_are_197_states_and_the_european_union(shared: sa.Engine) -> None:
    with Session(shared) as session:
        parties = session.exec(select(Place.kind).where(col(Place.unfccc_party))).all()
        union = session.get_one(Place, "EUU")
    assert parties.count("country") == 197
    assert parties.count("organisation") == 1
    assert union.unfccc_party


def test_every_country_has_a_region_three_names_and_a_point(shared: sa.Engine) -> None:
    with Session(shared) as session:
        found = session.exec(select(Place).where(Place.kind == "country")).all()
    regions = {"R-AFR", "R-APA", "R-EUR", "R-LAC", "R-NAM"}
    lacking = [
        place.code
        for place in found
        if place.region_code not in regions
        or not (place.name_en and place.name_fr and place.name_es)
        or place.latitude is None
        or place.longitude is None
    ]
    assert lacking == []


def countries() -> list[dict[str, Any]]:
    """The features of the map."""
    return json.loads((plan_and_figures.DATA / "countries.geojson").read_bytes())["features"]


def strokes(feature: dict[str, Any]) -> Iterator[tuple[list[float], list[float]]]:
    """Every edge of a feature's rings."""
    shape = feature["geometry"]
    parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    for polygon in parts:
        for ring in polygon:
            yield from pairwise(ring)


def test_the_map_draws_each_country_of_the_store_once(shared: sa.Engine) -> None:
    with Session(shared) as session:
        known = session.exec(select(Place.code).where(Place.kind == "country")).all()
    drawn = [code for feature in countries() if (code := feature["properties"]["code"])]
    assert sorted(drawn) == sorted(known)


def test_no_border_streaks_across_the_map() -> None:
    streaks = [
        feature["properties"]["code"]
        for feature in countries()
        for (west, _south), (east, _north) in strokes(feature)
        if abs(east - west) > STREAK
    ]
    assert streaks == []


def test_every_border_closes_and_lies_on_the_globe() -> None:
    for feature in countries():
        points = [point for stroke in strokes(feature) for point in stroke]
        assert len(points) >= 6, feature["properties"]
        assert all(abs(east) <= 180 and abs(north) <= 90 for east, north in points)


def test_the_map_is_small_enough_for_a_poor_link() -> None:
    sent = gzip.compress((plan_and_figures.DATA / "countries.geojson").read_bytes())
    assert len(sent) <= SENT_AT_MOST
