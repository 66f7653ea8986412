"""The regions: their grid, and where its cells lead whom."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

from streamlit.testing.v1 import AppTest

from store.figures import actions
from store.models import RoleKind
from store.rights.rights import Grant
from tests.pages.acting import YESTERDAY, Open, add, writing
from tests.pages.words import plain, words
from tests.store.writing import ANA, BO, draft

CELL = re.compile(r'<td class="([^"]*)"[^>]*><a href="([^"]*)"[^>]*>(.*?)</a></td>')
ROW = re.compile(r'<tr><th class="o" scope="row">.*?<b>(\w\d)</b>(.*?)</tr>')
AFRICA = 2  # its column, after the world and the leader


def cells(app: AppTest) -> dict[str, list[tuple[str, str, str]]]:
    """Look, address and words of each cell, by objective."""
    [table] = [one.proto.body for one in app.get("html") if 'class="heat"' in one.proto.body]
    return {
        code: [
            (look, unescape(address), " ".join(plain(said).split()))
            for look, address, said in CELL.findall(rest)
        ]
        for code, rest in ROW.findall(table)
    }


def follow(open_page: Open, name: str, address: str) -> AppTest:
    """What stands where a link leads."""
    parts = urlsplit(address)
    return open_page(name, parts.path, **dict(parse_qsl(parts.query)))


def test_every_objective_and_region_has_its_cell(open_page: Open) -> None:
    app = open_page("nobody", "regions")
    found = cells(app)
    assert len(found) == 24
    assert {len(row) for row in found.values()} == {7}
    assert found["B3"][AFRICA][0] == "is-silent"
    assert found["E1"][AFRICA][2] == "–"  # no region is asked


def test_a_cell_leads_a_reader_to_who_is_silent(open_page: Open) -> None:
    found = cells(open_page("nobody", "regions"))
    said = words(follow(open_page, "nobody", found["B3"][AFRICA][1]))
    assert "Africa itself is silent" in said
    assert "Nobody represents Africa in this task force" in said
    countries = words(follow(open_page, "nobody", found["B1"][AFRICA][1]))
    assert "54 countries are silent: Algeria, Angola" in countries


def test_a_silent_cell_leads_who_may_enter_to_the_form(open_page: Open) -> None:
    with writing() as session:
        add(session, "Rita", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-AFR"))
    found = cells(open_page("Rita", "regions"))
    assert found["B3"][AFRICA][1].startswith("report?indicator=B3-regions&place=R-AFR")
    assert found["B3"][AFRICA + 2][1].startswith("region?")  # Europe is not hers
    assert cells(open_page("Sofia", "regions"))["F1"][AFRICA][1].startswith("countries?")


def test_an_approved_figure_fills_its_cell_from_its_day_on(open_page: Open) -> None:
    with writing() as session:
        add(session, "Rita", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-AFR"))
        form = draft(indicator_code="B3-regions", place_code="R-AFR", value=1)
        actions.approve(session, BO, actions.report(session, ANA, form), YESTERDAY)
    look, address, said = cells(open_page("nobody", "regions"))["B3"][AFRICA]
    assert look.startswith("fresh-")
    assert said == "yes , 2025"
    assert "objective=B3" in address
    before = cells(open_page("nobody", "regions", as_of="2025-01-01"))["B3"][AFRICA]
    assert before[0] == "is-silent"


def test_the_bars_region_is_marked_and_no_column_is_lost(open_page: Open) -> None:
    app = open_page("nobody", "regions", region="EUR")
    assert len(cells(app)["A1"]) == 7
    [table] = [one.proto.body for one in app.get("html") if 'class="heat"' in one.proto.body]
    assert re.findall(r'aria-current="true"><a href="[^"]*"><span>(\w+)', table) == ["Europe"]


def test_what_a_region_owes_leads_into_forms_for_who_may_enter(open_page: Open) -> None:
    with writing() as session:
        add(session, "Rita", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-AFR"))
    [box] = _owed(open_page("Sofia", "region", region="AFR"))
    assert 'href="import?' in box
    assert "countries each" in plain(box)
    [hers] = _owed(open_page("Rita", "region", region="AFR"))
    assert "indicator=B3-regions&amp;place=R-AFR&amp;year=" in hers
    [everybodys] = _owed(open_page("nobody", "region", region="AFR"))
    assert "regional figures for" in plain(everybodys)
    assert "href" not in everybodys


def test_the_map_shows_what_was_known_until_the_end_of_a_year(open_demo_page: Open) -> None:
    app = open_demo_page("nobody", "regions", indicator="D2-meetings")
    [slider] = app.select_slider
    years = [int(year) for year in slider.options]
    assert len(years) > 2
    assert slider.value == str(max(years))
    assert f"older than {max(years)}" not in words(app)
    app = open_demo_page("nobody", "regions", indicator="A1-parties", year="2022")
    assert app.select_slider[0].value == "2022"
    assert "paler: older than 2022" in words(app)


def _owed(app: AppTest) -> list[str]:
    return [one.proto.body for one in app.get("html") if "What Africa owes" in one.proto.body]
