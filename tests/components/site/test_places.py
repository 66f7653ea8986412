"""The pages of regions and of twins on the site: what they hold, and how one comes there."""

import json
from pathlib import Path

from components.site import layout
from tests.components.site import reading

OBJECTIVES, GOALS, COLUMNS = 24, 6, 7  # the world, who leads, five regions


def test_the_grid_of_regions_has_a_page_whose_cells_lead_on(site: Path) -> None:
    rows = reading.parse(site / layout.REGIONS).findall(".//table[@class='heat']/tbody/tr")
    assert len(rows) == OBJECTIVES + GOALS
    cells = [one for row in rows for one in row.findall("td")]
    assert len(cells) == OBJECTIVES * COLUMNS
    linked = [one for one in cells if one.find("a") is not None]
    assert len(linked) == OBJECTIVES * (COLUMNS - 1)  # who leads has no page


def test_menu_and_search_lead_to_regions_and_to_every_pair(site: Path) -> None:
    menu = {address for _tag, _name, address in reading.links(reading.parse(site / layout.HOME))}
    entries = json.loads((site / layout.INDEX).read_text())
    assert {layout.REGIONS, layout.TWINS} <= menu & {one["address"] for one in entries}
    pairs = [one for one in entries if one["kind"] == "Twin regions"]
    text = (site / layout.TWINS).read_text()
    assert len(pairs) == (8 if site.name == "demo" else 0)
    assert all(f'id="{one["address"].partition("#")[2]}"' in text for one in pairs)
    assert ("No pair of twin regions is published" in text) is (not pairs)
