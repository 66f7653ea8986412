"""Every page on both stores, both plans and three days: it runs, has a title, and tells no lies.

One reader turns from page to page, as people do; a failure names the pages that are at fault.
"""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.menu import GUARDED, PAGES, PUBLIC
from tests.pages import bar
from tests.pages.words import tiles_of, words

OpenApp = Callable[..., AppTest]
DAYS = {"2019": {"as_of": "2019-06-30"}, "2023": {"as_of": "2023-01-01"}, "today": {}}
# Each two of store, plan and day meet.
VIEWS = [
    ("real", "2020", "2019"),
    ("demo", "2022", "2019"),
    ("real", "2022", "2023"),
    ("demo", "2020", "2023"),
    ("real", "2020", "today"),
    ("demo", "2022", "today"),
]
BANNER = "every figure here is invented"
SCRIPTS = {listed.name: listed.script for listed in PAGES}

each_view = pytest.mark.parametrize(("store", "plan", "day"), VIEWS)


def turn_to(app: AppTest, name: str) -> AppTest:
    """Open another page of the app."""
    return app.switch_page(SCRIPTS[name]).run()


@each_view
def test_every_page_runs_and_has_a_title(
    open_app: OpenApp, store: str, plan: str, day: str
) -> None:
    app = open_app(store, plan=plan, **DAYS[day])
    broken = [
        listed.name
        for listed in PUBLIC
        if turn_to(app, listed.name).exception
        or [bool(title.value) for title in app.title] != [True]
        or (BANNER in words(app)) != (store == "demo")
    ]
    assert broken == []


def test_a_guarded_page_shows_a_visitor_its_name_and_why_not_more(open_app: OpenApp) -> None:
    app = open_app()
    for listed in GUARDED:
        turn_to(app, listed.name)
        assert not app.exception, listed.name
        assert [title.value for title in app.title] == [listed.title]
        assert ["is not set up" in info.value for info in app.info] == [True], listed.name
        assert not app.dataframe, listed.name
        assert not app.button, listed.name


@each_view
def test_every_objective_has_a_page(open_app: OpenApp, store: str, plan: str, day: str) -> None:
    app = turn_to(open_app(store, plan=plan, **DAYS[day]), "objective")
    rail = next(one.proto.body for one in app.get("html") if 'class="rail' in one.proto.body)
    codes = re.findall(r'class="square[^>]*objective=(\w\d)"', rail)
    assert len(codes) == 24
    broken = []
    for code in codes[day == "2023" :: 2]:  # each on both stores and in both plans
        app.query_params["objective"] = code
        if app.run().exception or not app.title[0].value.startswith(code):
            broken.append(code)
    assert broken == []


def test_invented_figures_are_called_invented_on_guarded_pages_too(open_app: OpenApp) -> None:
    app = open_app("demo")
    said = {listed.name: BANNER in words(turn_to(app, listed.name)) for listed in GUARDED}
    assert [name for name, is_said in said.items() if not is_said] == []


@pytest.mark.parametrize(
    ("as_of", "last", "not_yet"),
    [("2019-06-30", "359", "500"), ("2023-01-01", "650", "733"), ("2024-02-01", "811", None)],
)
def test_partners_end_where_they_were_known_to(
    open_app: OpenApp, as_of: str, last: str, not_yet: str | None
) -> None:
    said = words(turn_to(open_app(plan="2020", as_of=as_of), "partners"))
    assert last in said
    assert not_yet is None or not_yet not in said


def test_in_2023_the_page_of_d4_tells_of_at_least_five_agreements(open_app: OpenApp) -> None:
    app = open_app(plan="2020", as_of="2023-01-01", objective="D4")
    assert "at least 5" in words(turn_to(app, "objective"))


def test_in_2019_the_page_of_d2_knows_africa_2018_and_nothing_of_2020(open_app: OpenApp) -> None:
    app = turn_to(open_app(plan="2020", as_of="2019-06-30", objective="D2"), "objective")
    said = words(app)
    assert "Africa" in said
    assert "1st African 4 per 1000 Symposium" in said
    assert "North America Regional Meeting" not in said


def test_what_changed_looks_back_a_year_from_the_chosen_day(open_app: OpenApp) -> None:
    opened = open_app(as_of="2023-01-01")
    chosen = bar.move(open_app(), "2023-01-01")
    for app in (opened, chosen):
        assert "Since 1 January 2022" in bar.controls(app)
        assert "Core Facilities and related Objectives" in words(app) or "at least 5" in words(app)


def test_the_overview_has_24_tiles_that_each_say_how_much_is_known(open_app: OpenApp) -> None:
    tiles = tiles_of(open_app())
    known = {code for code, said in tiles.items() if "documented" in said}
    bare = {code for code, said in tiles.items() if "nothing yet" in said}
    assert len(known) + len(bare) == len(tiles) == 24
    assert "meetings a year, 2024–2025" in tiles["D2"]
    assert "one number away" in tiles["A6"]
    assert "asked by 2030: level 5" in tiles["A6"]


def test_the_overview_tells_time_and_what_is_known_before_anything_else(open_app: OpenApp) -> None:
    app = open_app(as_of="2026-11-29")
    assert "59\u202f% of the time to 2030 has passed" in app.title[0].value.replace("\\", "")
    assert "0 of 24 objectives can be judged" in words(app)


def test_the_demonstration_reaches_every_status(open_app: OpenApp) -> None:
    tiles = "\n".join(tiles_of(open_app("demo")).values())
    for status in (
        "achieved",
        "on track",
        "behind",
        "off track",
        "regressing",
        "target met",
        "at worst behind · indicative",
        "documented",
    ):
        assert status in tiles, status


def test_the_view_survives_every_change_of_page(open_app: OpenApp) -> None:
    chosen = {"plan": "2020", "as_of": "2023-01-01", "region": "AFR"}
    app = open_app(**chosen)
    for listed in PAGES:
        turn_to(app, listed.name)
        assert {name: app.query_params.get(name) for name in chosen} == chosen, listed.name
        assert bar.said(app) == "1 January 2023 · Plan 2020 · Africa"


def test_the_address_alone_reopens_what_was_chosen_on_every_page(open_app: OpenApp) -> None:
    app = bar.move(bar.choose(open_app(), "2020"), "2023-01-01")
    for listed in PUBLIC:
        app.query_params.clear()  # as a press in the menu does
        seen = words(turn_to(app, listed.name))
        copied = {name: str(value) for name, value in app.query_params.items()}
        alone = words(turn_to(open_app(**copied), listed.name))
        assert alone.splitlines() == seen.splitlines(), listed.name
