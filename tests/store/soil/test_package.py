"""The soil tables in the data package: their licences, their sources, what a day knows."""

import csv
import datetime as dt
import io
import json

import sqlalchemy as sa
from sqlmodel import Session

from tests.store import packages

DOIS = ("10.1073/pnas.1706103114", "10.23637/KeyRefOABKsoc-02", "10.5194/essd-18-3211-2026")
ATTRIBUTED = "Rothamsted Research, electronic Rothamsted Archive"


def built(engine: sa.Engine, day: str) -> dict[str, bytes]:
    """The package of a day."""
    with Session(engine) as session:
        return packages.build(session, "2022", dt.date.fromisoformat(day))


def rows(files: dict[str, bytes], table: str) -> list[dict[str, str]]:
    """The rows of a table in it."""
    return list(csv.DictReader(io.StringIO(files[f"data/{table}.csv"].decode())))


def test_each_table_keeps_the_licence_of_its_publisher(shared: sa.Engine) -> None:
    files = built(shared, "2026-11-30")
    described = json.loads(files["datapackage.json"])
    licences = {one["name"]: one.get("licenses", []) for one in described["resources"]}
    assert licences["soil_experiments"][0]["name"] == "CC-BY-4.0"
    assert licences["soil_emissions"][0]["name"] == "CC-BY-4.0"
    assert "Soil-Carbon-Debt" in licences["soil_stocks"][0]["path"]
    sources = {one["path"] for one in described["sources"] if "path" in one}
    assert {
        "https://doi.org/10.1073/pnas.1706103114",
        "https://doi.org/10.23637/KeyRefOABKsoc-02",
    } <= sources
    assert any(one["title"].startswith(ATTRIBUTED) for one in described["sources"])
    assert (len(rows(files, "soil_experiments")), len(rows(files, "soil_emissions"))) == (209, 175)


def test_a_day_gives_away_what_was_published_by_then(shared: sa.Engine) -> None:
    files = built(shared, "2025-06-30")
    assert max(row["year"] for row in rows(files, "soil_emissions")) == "1958"
    assert rows(files, "soil_stocks")
    assert rows(built(shared, "2017-01-01"), "soil_stocks") == []
