"""Years declared complete in a spreadsheet: back as they went out, wrong rows at their cell."""

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store import sheets
from store.figures import complete_years as declared
from store.ground import clock
from store.rights.rights import Actor
from store.sheets import complete_years
from store.sheets.reading import Sheet
from store.sheets.writing import Row
from tests.store.figures.test_complete_years import AMARA, year
from tests.store.writing import ANA

pytestmark = pytest.mark.same_sql

NEW: Row = {
    "indicator": "d2-meetings",
    "place": "Afrique",
    "year": 2023,
    "complete": "oui",
    "source_title": "Minutes of 2023",
}


def brought(rows: list[Row]) -> Sheet:
    """The sheet that somebody sends back as a workbook."""
    columns = complete_years.COLUMNS
    return sheets.read("f.xlsx", sheets.as_xlsx(rows, columns, "years", named=1), columns)


def check(session: Session, *rows: Row, actor: Actor = AMARA) -> complete_years.Checked:
    """What the sheet would do for who reports on Africa, or somebody else."""
    return complete_years.check(session, actor, brought([*rows]), clock.today())


def test_what_went_out_changes_nothing_and_a_new_year_is_ready(filled: sa.Engine) -> None:
    with Session(filled) as session:
        declared.declare(session, AMARA, year())
        slots = [("D2-meetings", "R-AFR", 2024), ("D2-meetings", "R-AFR", 2025)]
        rows = complete_years.rows(declared.on_record(session, AMARA), slots)
        assert [row["year"] for row in rows] == [2024, 2025]
        checked = check(session, *rows, NEW)
        assert (checked.unchanged, checked.problems) == (2, ())
        [row] = complete_years.write(session, AMARA, checked.ready)
        assert (row.year, row.place_code, row.is_complete, row.reporter) == (
            *(2023, "R-AFR", True),
            "Amara",
        )
        assert check(session, NEW).unchanged == 1


def test_what_is_taken_back_says_why(filled: sa.Engine) -> None:
    with Session(filled) as session:
        first = declared.declare(session, AMARA, year())
        back = NEW | {"year": 2024, "complete": "no"}
        [problem] = check(session, back).problems
        assert (problem.column, problem.row) == ("reason", 2)
        checked = check(session, back | {"reason": "A meeting was found"})
        [row] = complete_years.write(session, AMARA, checked.ready)
        assert (row.revision, row.supersedes_id, row.is_complete) == (1, first.id, False)


def test_who_reports_on_africa_declares_nothing_of_europe(filled: sa.Engine) -> None:
    with Session(filled) as session:
        [problem] = check(session, NEW | {"place": "R-EUR"}).problems
        assert (problem.column, problem.row) == ("place", 2)
        assert "You have no right to report a figure here." in str(problem.reason)


@pytest.mark.parametrize(
    ("news", "column", "sentence"),
    [
        ({"indicator": "Z9"}, "indicator", "There is no indicator “Z9”."),
        ({"indicator": "D4-signed"}, "indicator", "is not counted by years"),
        ({"place": "Atlantis"}, "place", "There is no place “Atlantis”."),
        ({"year": 2014}, "year", "2014 is before the Initiative"),
        ({"year": 2022}, "year", "Row 2 is about the same year."),
        ({"year": clock.today().year}, "year", "is not over: it cannot be complete yet."),
        ({"complete": None}, "complete", "Write “yes” or “no”."),
        ({"complete": "no"}, "complete", "Nobody declared this year complete."),
        ({"source_title": None}, "source_title", "Fill in “source_title”."),
        ({"source_link": "minutes.pdf"}, "source_link", "A link starts with https://"),
    ],
)
def test_what_is_wrong_stands_at_its_cell(
    filled: sa.Engine, news: Row, column: str, sentence: str
) -> None:
    with Session(filled) as session:
        checked = check(session, NEW | {"year": 2022}, NEW | news, actor=ANA)
        [problem] = checked.problems
        assert (problem.column, problem.row) == (column, 3)
        assert sentence in str(problem.reason)
