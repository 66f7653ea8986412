"""Samplings of soil in a spreadsheet: back as they went out, wrong rows at their cell."""

import dataclasses

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store import sheets
from store.ground import clock
from store.ground.errors import StoreError
from store.samplings import samplings as samplings_of_sites
from store.sheets import samplings
from store.sheets.reading import Sheet
from store.sheets.writing import Row
from tests.store.samplings.soil import AFI, publish_series
from tests.store.writing import ANA, MONDAY


def given(session: Session, **news: str | float | None) -> list[Row]:
    """The rows of the template, the last one with news."""
    rows = samplings.rows(samplings_of_sites.on_record(session, AFI))
    return [*rows[:-1], rows[-1] | news]


def brought(rows: list[Row]) -> Sheet:
    """The sheet that somebody sends back as a workbook."""
    content = sheets.as_xlsx(rows, samplings.COLUMNS, "samplings", named=1)
    return sheets.read("f.xlsx", content, samplings.COLUMNS)


@pytest.fixture
def session(filled: sa.Engine):
    """A store with the three samplings of the field."""
    with Session(filled) as session:
        publish_series(session, MONDAY)
        yield session


@pytest.mark.same_sql
def test_what_went_out_changes_nothing_and_a_new_year_is_ready(session: Session) -> None:
    today = clock.today()
    rows = given(session)
    checked = samplings.check(session, AFI, brought(rows), today)
    assert (checked.unchanged, checked.ready, checked.problems) == (3, (), ())
    later = [*rows, rows[-1] | {"year": today.year, "stock": "35,2"}]
    checked = samplings.check(session, AFI, brought(later), today)
    assert [draft.stock for _row, draft in checked.ready] == [35.2]
    [row] = samplings.write(session, AFI, checked.ready)
    assert (row.revision, row.reporter) == (0, "Afi")


@pytest.mark.same_sql
def test_a_changed_row_is_the_next_revision_and_says_why(session: Session) -> None:
    today = clock.today()
    changed = samplings.check(session, AFI, brought(given(session, stock=35)), today)
    assert [problem.column for problem in changed.problems] == ["reason"]
    rows = given(session, stock=35, reason="Stones were counted")
    checked = samplings.check(session, AFI, brought(rows), today)
    [row] = samplings.write(session, AFI, checked.ready)
    assert (row.revision, row.stock) == (1, 35.0)


@pytest.mark.same_sql
@pytest.mark.parametrize(
    ("news", "column", "sentence"),
    [
        ({"site": "Field at AGBONOU"}, "site", "“Field at Agbonou” in a row above. Use one."),
        ({"year": 2020}, "year", "Row 3 is about the same sampling."),
        ({"laboratory": "by eye"}, "laboratory", "“by eye” is none of these: dry combustion"),
        ({"carbon_brought": "perhaps"}, "carbon_brought", "Write “yes” or “no”."),
        ({"depth_to": None}, "depth_to", "Without a depth a stock means nothing"),
        ({"country": "France"}, "country", "You have no right to report a figure here."),
    ],
)
def test_what_is_wrong_stands_at_its_cell(
    session: Session, news: dict[str, str | float | None], column: str, sentence: str
) -> None:
    rows = given(session, stock=35, reason="Stones were counted", **news)
    rows[1] |= {"stock": 32, "reason": "Stones were counted"}
    checked = samplings.check(session, AFI, brought(rows), clock.today())
    [problem] = checked.problems
    assert (problem.column, problem.row) == (column, 4)
    assert sentence in str(problem.reason)


@pytest.mark.same_sql
def test_more_rows_than_can_be_held_against_the_store_are_refused(session: Session) -> None:
    sheet = brought(given(session))
    many = dataclasses.replace(sheet, rows=sheet.rows * samplings.MOST_ROWS)
    with pytest.raises(StoreError, match="A sheet of samplings has at most 2000 rows"):
        samplings.check(session, ANA, many, clock.today())
