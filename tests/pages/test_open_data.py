"""The page Data: what pages show, as tables to take along."""

import datetime as dt
import io
import json
import re
import zipfile
from html import unescape

import pandas as pd
import pytest
from sqlmodel import Session
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from components import api
from components.about import data_sets, open_data
from components.elements import export
from components.language.text import _n
from components.reader import cache
from components.reader.view import View
from store.database import engine
from store.exchange.tables import TABLES
from store.ground import clock
from store.ledger.knowledge import Until
from tests.bench import ledger_store
from tests.pages.acting import Open
from tests.pages.words import words


def table(app: AppTest) -> pd.DataFrame:
    """The one table of the page."""
    assert not app.exception
    [found] = app.dataframe
    return found.value


def test_calls_bring_their_published_results_and_those_unpublished_none(open_page: Open) -> None:
    found = table(open_page("nobody", "data", table="calls")).set_index("Call")
    first = found.loc[1, ["Received", "In line", "Sent back"]]
    assert list(first) == [13, 4, 9]
    assert found.drop(1)["Received"].isna().all()
    assert set(found.index) == {1, 2, 3, 4, 6}


def test_activities_and_partners_are_those_of_the_day_and_region_chosen(open_page: Open) -> None:
    partners = table(open_page("Sofia", "data", table="partners"))
    assert {"Denmark", "Finland"} <= set(partners["Organisation"])
    earlier = open_page("Sofia", "data", table="activities", as_of="2022-12-31", region="AFR")
    days = table(earlier)["Known on"]
    assert len(days) > 0
    assert max(days) <= dt.date(2022, 12, 31)
    african = table(open_page("Sofia", "data", table="partners", region="AFR"))
    assert list(african["Organisation"]) == ["Senegal"]


@pytest.mark.parametrize("name", ["twin_regions", "complete_years", "soil_samplings"])
def test_a_table_without_a_row_says_so(open_page: Open, name: str) -> None:
    app = open_page("nobody", "data", table=name)
    assert "0 rows" in words(app)
    assert not app.dataframe


def test_the_documents_name_a_file_whole_and_every_cell_by_its_column(open_page: Open) -> None:
    app = open_page("nobody", "data")
    html = "".join(element.proto.body for element in app.get("html")).replace("\n", "")
    assert '<th scope="row"><code>complete_years.csv</code></th><td data-name="from">' in html
    assert '<a href="https://wiki.afris.org/display/4Action/4p1000+Action">' in html


def test_the_page_lists_the_catalogue_that_package_and_api_give_away(open_page: Open) -> None:
    app = open_page("nobody", "data")
    choice = app.selectbox(key="choice_table")
    assert choice.options == list(data_sets.titles().values())
    assert list(data_sets.titles()) == list(TABLES)


# The page judges indicators alone, the table goals and objectives too; of three none is published.
UNLIKE = {"status", "twin_regions", "complete_years", "soil_samplings"}


@pytest.mark.parametrize("name", sorted({*TABLES} - UNLIKE))
def test_every_data_set_shows_as_many_rows_as_leave_the_store(open_page: Open, name: str) -> None:
    app = open_page("nobody", "data", table=name)
    with Session(engine.connect(engine.address())) as session:
        rows = TABLES[name].rows(session, "2022", Until.day(clock.today()))
    assert len(rows) > 0
    assert _n("{count} row", "{count} rows", len(rows)) in words(app)
    assert not table(app).empty


def test_a_region_keeps_its_own_places_only(open_page: Open) -> None:
    found = table(open_page("nobody", "data", table="places", region="AFR"))
    assert set(found["Region"]) == {"R-AFR"}
    assert {"R-AFR", "KEN"} <= set(found["Code"])
    assert len(table(open_page("nobody", "data", table="goals", region="AFR"))) == 6


@pytest.mark.parametrize(("former", "name"), open_data.RENAMED.items())
def test_a_link_from_before_leads_to_the_data_set_of_its_new_name(
    open_page: Open, former: str, name: str
) -> None:
    app = open_page("nobody", "data", table=former)
    assert app.selectbox(key="choice_table").value == name
    assert not app.warning


def followed(app: AppTest, label: str) -> bytes:
    """What the API answers at the address of a link of the page."""
    [address] = [
        unescape(address)
        for html in app.get("html")
        for address in re.findall(f'href="([^"]*)" download>{label}<', html.proto.body)
    ]
    with TestClient(Starlette(routes=api.routes())) as client:
        answer = client.get(f"/{address}")
    assert answer.status_code == 200
    return answer.content


def test_everything_can_be_saved_for_the_view_and_programs_are_told_where_to_read(
    open_page: Open,
) -> None:
    app = open_page("nobody", "data", as_of="2021-06-01", plan="2020")
    with zipfile.ZipFile(io.BytesIO(followed(app, "Save everything as a data package"))) as saved:
        described = json.loads(saved.read("datapackage.json"))
    assert (described["as_of"], described["plan"]) == ("2021-06-01", "2020")
    assert "/api/v1/openapi.json" in words(app)


VIEWS: list[dict[str, str]] = [{}, {"region": "AFR"}, {"as_of": "2023-06-30", "region": "EUR"}]
TOO_MANY = 16_000  # to be listed on a page


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_the_figures_of_the_view_are_saved_in_words(
    open_demo_page: Open, view: dict[str, str]
) -> None:
    day = dt.date.fromisoformat(view["as_of"]) if "as_of" in view else clock.today()
    shown = View(Until.day(day), "2022", view.get("region", "WLD"))
    cache.begin_run()
    pieces = open_data.by_indicator(cache.plan_standing("2022", shown.until), shown)
    saved = pd.read_csv(io.BytesIO(export.csv_of(pieces, invented=True)))
    for name in ("nobody", "Sofia"):
        app = open_demo_page(name, "data", **view)
        assert [button.proto.label for button in app.get("download_button")] == ["Save as CSV"]
        assert _n("{count} row", "{count} rows", len(saved)) in words(app)
    assert set(saved["warning"]) == {"INVENTED FIGURES: demonstration"}


def test_more_than_a_page_can_list_is_saved_whole_from_the_api(open_page: Open) -> None:
    ledger_store.grow(engine.address(), TOO_MANY)
    app = open_page("nobody", "data")
    assert "what is saved as CSV has all" in words(app)
    linked = pd.read_csv(io.BytesIO(followed(app, "Save as CSV")))
    with Session(engine.connect(engine.address())) as session:
        rows = TABLES["measurements"].rows(session, "2022", Until.day(clock.today()))
    assert sorted(linked["id"].astype(str)) == sorted(str(row[0]) for row in rows)
    [button] = open_page("Sofia", "data").get("download_button")
    assert button.proto.label == "Save as CSV"
