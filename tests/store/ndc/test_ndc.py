"""What the reference tables on NDCs hold on a day, and that nothing is counted because of them."""

import datetime as dt
import json

import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from store.ledger.knowledge import Until
from store.models import Indicator, Measurement, Place, ReportedBy
from store.ndc import ndc
from tests.store import packages
from tests.test_layers import imports, modules, name

TODAY = Until.day(dt.date(2026, 11, 30))
# The rooms through which a figure, a target or a verdict comes about.
COUNTING = ("figures", "plan", "progress", "reporting", "sheets", "shipped", "standing")


@pytest.mark.parametrize(
    ("day", "parties"),
    [("2019-12-31", 184), ("2021-11-01", 194), ("2024-11-30", 195), ("2026-07-30", 196)],
)
def test_the_register_counts_the_parties_that_had_submitted_by_a_day(
    day: str, parties: int
) -> None:
    assert len(ndc.submitted(Until.day(dt.date.fromisoformat(day)))) == parties


def test_153_parties_have_a_newer_text_to_read() -> None:
    assert len(ndc.submitted(TODAY, dt.date(2024, 11, 1))) == 153


def test_the_screen_counts_what_its_makers_counted() -> None:
    # The Union's text counts once, and for the United Kingdom, whose first it was too.
    own = [
        row
        for row in ndc.screens(TODAY)
        if not row.is_of_the_union or row.country in ("EUU", "GBR")
    ]
    first = [row for row in own if row.round == "first_ndc"]
    newest = [row for row in own if row.is_latest]
    assert (len(first), sum(bool(row.soil_carbon) for row in first)) == (168, 11)
    assert (len(newest), sum(bool(row.soil_carbon) for row in newest)) == (170, 50)
    assert (
        sum(row.names_soil_carbon for row in first),
        sum(row.names_soil_carbon for row in newest),
    ) == (14, 52)


def test_nothing_shows_before_it_was_known() -> None:
    before = Until.day(dt.date(2022, 2, 3))
    assert ndc.screens(before) == ndc.hits(before) == ndc.terms(before) == []
    assert {row.submitted_on for row in ndc.documents(before)} >= {dt.date(2016, 11, 23)}
    assert all(
        row.submitted_on and row.submitted_on <= before.as_of for row in ndc.documents(before)
    )
    assert {row.ndc_explorer_mitigation_agriculture for row in ndc.assessments(before)} == {""}
    assert ndc.assessments(Until.day(dt.date(2018, 6, 25))) == []
    on_its_day = ndc.assessments(Until.day(dt.date(2022, 2, 4)))
    assert "focus area" in {row.ndc_explorer_mitigation_agriculture for row in on_its_day}


def test_a_meeting_from_before_they_were_shipped_does_not_see_them() -> None:
    opened = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    frozen = Until(dt.date(2026, 11, 30), opened)
    assert ndc.documents(frozen) == ndc.screens(frozen) == ndc.assessments(frozen) == []


def test_a_newest_document_can_be_opened() -> None:
    newest = ndc.newest(TODAY)
    assert len(newest) == 196
    assert all(row.link.startswith("https://unfccc.int/") for row in newest.values())
    assert newest["GIN"].submitted_on == dt.date(2025, 11, 6)


def test_no_room_that_counts_reads_them() -> None:
    readers = {
        name(path)
        for path in modules(*(f"store/{room}" for room in COUNTING))
        if any(imported.startswith("store.ndc") for imported in imports(path))
    }
    assert readers == set()


def test_no_measurement_comes_from_them(shared: sa.Engine) -> None:
    with Session(shared) as session:
        asked = select(Indicator.code).where(Indicator.reported_by == ReportedBy.COUNTRY)
        countries = select(Place.code).where(Place.kind == "country")
        rows = session.exec(select(Measurement)).all()
        answers = [row for row in rows if row.indicator_code in session.exec(asked).all()]
        assert [row for row in answers if row.place_code in session.exec(countries).all()] == []
    told = " ".join(f"{row.source_title} {row.source_link} {row.note}" for row in rows).lower()
    for source in (
        "openclimatedata",
        "wri/ndc",
        "climate watch",
        "climatewatchdata",
        "cait",
        "screen",
    ):
        assert source not in told


def test_the_package_gives_them_away_under_their_licence(shared: sa.Engine) -> None:
    with Session(shared) as session:
        files = packages.build(session, "2022", TODAY.as_of)
    resources = json.loads(files["datapackage.json"])["resources"]
    licences = {
        one["name"]: [kept["name"] for kept in one.get("licenses", [])] for one in resources
    }
    for table in ("ndc_screen", "ndc_screen_hits", "ndc_assessments", "ndc_assessment_texts"):
        assert licences[table] == ["CC-BY-4.0"]
    assert licences["measurements"] == []
    assert "keyword screen, not a reading" in files["README.md"].decode().lower()
