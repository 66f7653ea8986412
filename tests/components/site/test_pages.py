"""What is published, read from its files: links, markup, weight, and the store's own figures."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import feedparser
import pytest
from sqlmodel import Session

from components.about import open_data
from components.elements import export
from components.figures import provenance
from components.language.text import day
from components.overview import tiles
from components.reader import cache
from components.reader.view import View
from components.site import builds, layout
from components.site.builds import Build
from store.database import engine
from store.ledger.knowledge import Until
from store.meetings import decisions
from store.models import DecisionState
from store.rights.rights import VISITOR
from store.standing import PlanStanding
from tests.components.site import reading

HEAVIEST = 150_000  # bytes of a first page without the charts' runtime
SHARED = ("style", "script", "icon", "logo")


def build_of(site: Path) -> Build:
    """The newest build of a site."""
    return builds.read((site / builds.LIST).read_bytes())[0]


@pytest.fixture
def standing(
    site: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> PlanStanding:
    """What the store of the site says, as the pages on screen ask it."""
    store = request.getfixturevalue(f"{site.name}_store")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{store}")
    cache.begin_run()
    build = build_of(site)
    return cache.plan_standing(build.plan, Until.day(build.as_of))


def test_every_goal_and_objective_has_a_page(site: Path, standing: PlanStanding) -> None:
    assert len(standing.goals) == 6
    assert len(standing.objectives) == 24
    for goal in standing.goals:
        assert (site / f"goal/{goal.code}.html").is_file()
    for objective in standing.objectives:
        assert (site / f"objective/{objective.code}.html").is_file()


def test_no_link_is_dead(site: Path) -> None:
    dead = {page.name: found for page in reading.pages(site) if (found := reading.dead(page))}
    assert dead == {}


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for page in reading.pages(site):
        for tag, attribute, address in reading.links(reading.parse(page)):
            if reading.is_foreign(address):
                assert not reading.is_fetched(tag, attribute), (page, address)
                assert address.startswith(("https://", "http://", "mailto:")), (page, address)
    style = next((site / "assets").glob("site-*.css")).read_text()
    assert not re.search(r"url\(|@import", style)


def test_every_page_forbids_what_is_not_its_own(site: Path) -> None:
    for page in reading.pages(site):
        text = page.read_text()
        policies = [one.get("content", "") for one in reading.parse(page).iter("meta")]
        assert any(
            policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
            for policy in policies
        )
        assert not re.search(r"<style|<script(?! src=| type=\"application/json\")| on\w+=", text)


def test_the_markup_is_valid_and_says_what_it_is(site: Path) -> None:
    for page in reading.pages(site):
        tree = reading.parse(page)  # strict
        repeated = [name for name, count in Counter(reading.ids(tree)).items() if count > 1]
        assert repeated == [], page
        assert tree.get("lang") == "en"
        assert len(list(tree.iter("h1"))) == 1
        assert next(tree.iter("title")).text


def test_invented_figures_are_said_to_be_on_every_page(real_site: Path, demo_site: Path) -> None:
    warning = "every figure here is invented"
    assert all(warning in page.read_text() for page in reading.pages(demo_site))
    assert not any(warning in page.read_text() for page in reading.pages(real_site))
    drawn = (demo_site / "objective/A1.html").read_text()
    assert drawn.count("Invented figures: demonstration") >= drawn.count('class="wide"') * 3
    assert all(file.name.startswith("invented-") for file in demo_site.glob("data/*.csv"))


def test_every_page_says_of_which_plan_and_day_it_is(site: Path) -> None:
    build = build_of(site)
    known = f"figures known on {day(build.as_of)}."
    for page in reading.pages(site):
        [line] = [one for one in reading.parse(page).iter("p") if one.get("class") == "known"]
        assert reading.text(line).endswith(known), page


def test_a_verdict_is_said_once(site: Path, standing: PlanStanding) -> None:
    for objective in standing.objectives:
        tree = reading.parse(site / f"objective/{objective.code}.html")
        said = [reading.text(one) for one in tree.iter("p") if one.get("class") == "verdict"]
        own = [one for one in said if one == said[0]]
        assert len(own) == 1, objective.code


def test_pages_are_light(site: Path) -> None:
    for page in reading.pages(site):
        parts = [page, *_shared(page)]
        assert sum(len(gzip.compress(part.read_bytes())) for part in parts) <= HEAVIEST / 4, page
    home = site / "index.html"
    assert sum(part.stat().st_size for part in (home, *_shared(home))) <= HEAVIEST / 2


def test_pages_of_published_figures_are_light_uncompressed_too(real_site: Path) -> None:
    for page in reading.pages(real_site):
        assert sum(part.stat().st_size for part in (page, *_shared(page))) <= HEAVIEST, page


def _shared(page: Path) -> list[Path]:
    """What a browser fetches with the page; the charts' runtime comes later and once."""
    fetched = [
        address
        for tag, attribute, address in reading.links(reading.parse(page))
        if reading.is_fetched(tag, attribute)
        and attribute != "data-runtime"
        and not address.endswith(layout.FEED)  # it is for readers of feeds
    ]
    return [(page.parent / address).resolve() for address in fetched]


def test_a_page_shows_every_figure_that_the_store_has(site: Path, standing: PlanStanding) -> None:
    view = View(Until.day(standing.as_of), standing.plan.code)
    compared = 0
    for objective in standing.objectives:
        tree = reading.parse(site / f"objective/{objective.code}.html")
        for one in objective.indicators:
            readings = provenance.of(one, view)
            if not readings:
                continue
            frame = provenance.rows(one, readings, view)
            wanted = [
                [row["Place"], row["Period"], row["Figure"]] for row in frame.to_dict("records")
            ]
            shown = [cells[:3] for cells in reading.rows(tree, one.indicator.code)]
            assert shown == [[" ".join(cell.split()) for cell in row] for row in wanted]
            compared += len(shown)
    assert compared


def test_the_front_page_says_of_each_objective_what_the_overview_says(
    site: Path, standing: PlanStanding
) -> None:
    tree = reading.parse(site / "index.html")
    everything = next(tree.iter("details"))
    shown = [one for one in everything.iter("a") if "tile" in one.get("class", "")]
    assert len(shown) == 24
    for tile, objective in zip(shown, standing.objectives, strict=True):
        address = f"objective/{objective.code}.html"
        assert tile.get("href") == address
        expected = reading.part(tiles.tile(standing, objective, address))
        assert reading.text(tile) == reading.text(expected)


def test_the_front_page_names_what_needs_attention_or_what_would_help_most(
    real_site: Path, demo_site: Path
) -> None:
    front = {site: reading.parse(site / "index.html") for site in (real_site, demo_site)}
    headings = {
        site: [reading.text(one) for one in tree.iter("h2")] for site, tree in front.items()
    }
    [asked] = [one for one in front[demo_site].iter("div") if one.get("class") == "three"]
    codes = [one.get("href", "")[-7:-5] for one in asked.iter("a")]
    # As the title says: the furthest behind of those that fall short.
    assert reading.text(next(front[demo_site].iter("h1"))).endswith(
        f"{codes[0]}, {codes[1]} and {codes[2]} most."
    )
    assert "What needs attention most" not in headings[real_site]  # nothing can be judged yet
    assert "What would help most" in headings[real_site]
    assert "What would help most" not in headings[demo_site]
    for tree in front.values():
        doors = [one for one in tree.iter("div") if "doors" in one.get("class", "")]
        assert [one.get("href") for one in doors[0].iter("a")] == [
            "data.html",
            "method.html",
            "https://4p1000.org",
        ]


def test_what_published_meetings_decided_stands_with_what_it_is_about(
    demo_site: Path, demo_store: Path
) -> None:
    opened = engine.connect(f"sqlite:///{demo_store}")
    with Session(opened) as session:
        found = decisions.known(session, VISITOR, Until.day(build_of(demo_site).as_of))
    opened.dispose()
    home = reading.text(reading.parse(demo_site / "index.html"))
    for row in found:
        assert (row.text in home) == (row.state == DecisionState.OPEN)
        if row.subject:
            page = demo_site / layout.objective(row.subject)
            assert row.text in reading.text(reading.parse(page))
    assert len(found) > 3


def test_files_hold_what_the_page_data_saves(site: Path, standing: PlanStanding) -> None:
    build = build_of(site)
    view = View(Until.day(build.as_of), build.plan)
    for name, (_title, make) in open_data.plan_tables().items():
        file = site / "data" / f"{'invented-' if build.is_invented else ''}{name}.csv"
        expected = export.csv_bytes(make(standing, view), invented=build.is_invented)
        assert file.read_bytes() == expected


def test_the_data_package_and_the_feed_go_along(site: Path) -> None:
    build = build_of(site)
    prefix = "invented-" if build.is_invented else ""
    package = site / "data" / f"{prefix}4p1000-plan{build.plan}-{build.as_of}.zip"
    with ZipFile(package) as opened:
        assert {"datapackage.json", "data/measurements.csv"} <= set(opened.namelist())
    found = feedparser.parse((site / "feed.atom").read_bytes())
    assert not found.bozo
    assert found.entries
    assert all((site / entry.link).is_file() for entry in found.entries)
    home = reading.parse(site / "index.html")
    assert "feed.atom" in [one.get("href") for one in home.iter("link")]


def test_the_search_index_leads_to_pages(site: Path) -> None:
    entries = json.loads((site / "search.json").read_text())
    assert len([one for one in entries if one["kind"] == "Objectives"]) == 24
    assert all((site / one["address"].split("#")[0]).is_file() for one in entries)
