"""The map of one indicator: which countries it has, what is paler, and that it can be drawn."""

import pytest

from components.elements import pictures
from components.look import theme
from components.maps import equal_earth
from components.maps.shading import Shade
from components.reader import cache
from store.models.places import WORLD

SHADES = {"BEN": Shade(1.0, "yes, 2025", 2025), "FJI": Shade(0.0, "no, 2023", 2023)}


@pytest.mark.parametrize(
    ("shade", "left"),
    [
        (Shade(1.0, "", 2026), 1.0),
        (Shade(1.0, "", 2025), 0.82),
        (Shade(1.0, "", 2016), equal_earth.PALEST),
        (Shade(1.0, "", 2026, is_regional=True), equal_earth.REGIONAL),
        (Shade(1.0, "", 2025, is_regional=True), 0.42),
        (None, 1.0),
    ],
)
def test_old_and_regional_figures_are_paler(shade: Shade | None, left: float) -> None:
    assert equal_earth.strength(shade, 2026) == left


@pytest.mark.usefixtures("real_names")
def test_a_region_shows_its_own_countries_and_small_ones_as_dots() -> None:
    world, pacific = (
        equal_earth.frame(SHADES, [], cache.places(), theme.LIGHT, region, 2025)
        for region in (WORLD, "APA")
    )
    assert {"BEN", "FJI"} <= set(world["code"])
    assert "BEN" not in set(pacific["code"])
    benin = world[world["code"] == "BEN"].iloc[0]
    assert (benin["said"], benin["left"]) == ("yes, 2025", 1.0)
    assert benin["fill"] in theme.LIGHT.ramp
    assert set(world[world["said"] == "no figure"]["fill"]) == {theme.LIGHT.land}


@pytest.mark.usefixtures("real_names")
def test_the_map_leaves_the_page_as_a_picture_with_every_country() -> None:
    data = equal_earth.frame(SHADES, [], cache.places(), theme.LIGHT, WORLD, 2025)
    spec = equal_earth.build(
        theme.LIGHT, frozenset(data["kind"]), WORLD, invented=False, is_alone=True
    )
    drawn = pictures.svg(pictures.complete(spec, data, 860))
    benin = data[data["code"] == "BEN"].iloc[0]["fill"]
    assert drawn.count(f'fill="{theme.LIGHT.land}"') > 200
    assert drawn.count(f'fill="{benin}"') == 1
