"""Agreements in a spreadsheet: back as they went out, wrong rows at their cell."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store import sheets
from store.ground import clock
from store.ground.errors import ConflictError
from store.ledger.knowledge import EVER
from store.partners import agreements as kept
from store.rights.rights import Actor
from store.sheets import agreements
from store.sheets.reading import Sheet
from store.sheets.writing import Row
from tests.store.partners.test_agreements import LEADER, OTHER, agreement

pytestmark = pytest.mark.same_sql

NEW: Row = {
    "title": "Memorandum 7",
    "partners": "A network of stations",
    "network": "sí",
    "signed": "2022-03-01",
    "source_title": "Its text",
}


def brought(rows: list[Row]) -> Sheet:
    """The sheet that somebody sends back as a workbook."""
    columns = agreements.COLUMNS
    return sheets.read("f.xlsx", sheets.as_xlsx(rows, columns, "agreements", named=1), columns)


def check(session: Session, *rows: Row, actor: Actor = LEADER) -> agreements.Checked:
    """What the sheet would do for who leads D4."""
    return agreements.check(session, actor, brought([*rows]), clock.today())


def test_what_went_out_changes_nothing_and_a_new_one_is_ready(filled: sa.Engine) -> None:
    with Session(filled) as session:
        kept.report(session, LEADER, agreement())
        rows = agreements.rows(kept.known(session, EVER))
        checked = check(session, *rows, NEW)
        assert (checked.unchanged, checked.problems) == (len(rows), ())
        [row] = agreements.write(session, LEADER, checked.ready)
        assert (row.partners, row.is_network, row.ends_on) == ("A network of stations", True, None)
        assert (row.revision, row.reporter, row.known_on) == (0, "Lea", clock.today())
        assert check(session, NEW | {"title": "MEMORANDUM 7"}).unchanged == 0
        assert check(session, NEW).unchanged == 1


def test_a_new_end_says_why_and_meets_nobody_elses(filled: sa.Engine) -> None:
    with Session(filled) as session:
        first = kept.report(session, LEADER, agreement())
        [row] = [row for row in agreements.rows([first]) if row["code"] == "one"]
        longer = row | {"ends": "2027-09-30"}
        [problem] = check(session, longer).problems
        assert (problem.column, problem.row) == ("reason", 2)
        checked = check(session, longer | {"reason": "It was renewed"})
        [news] = agreements.write(session, LEADER, checked.ready)
        assert (news.revision, news.ends_on) == (1, dt.date(2027, 9, 30))
        with pytest.raises(ConflictError, match="Somebody else has changed this"):
            agreements.write(session, LEADER, checked.ready)


@pytest.mark.parametrize(
    ("news", "column", "sentence"),
    [
        (
            {"code": "nine"},
            "code",
            "There is no agreement “nine”. Leave the cell empty for a new one.",
        ),
        ({"title": "M"}, "title", "Give it a title of at least three characters."),
        ({"title": "Memorandum 6"}, "title", "Row 2 is about the same agreement."),
        ({"network": "perhaps"}, "network", "Write “yes” or “no”."),
        ({"signed": "2014-01-01"}, "signed", "The Initiative signed nothing before its launch."),
        ({"signed": None}, "signed", "Fill in “signed_on”."),
        ({"ends": "2022-02-28"}, "ends", "An agreement does not end before it was signed."),
        ({"source_title": None}, "source_title", "Fill in “source_title”."),
        ({"source_link": "text.pdf"}, "source_link", "A link starts with https://"),
    ],
)
def test_what_is_wrong_stands_at_its_cell(
    filled: sa.Engine, news: Row, column: str, sentence: str
) -> None:
    with Session(filled) as session:
        checked = check(session, NEW | {"title": "Memorandum 6"}, NEW | news)
        [problem] = checked.problems
        assert (problem.column, problem.row) == (column, 3)
        assert sentence in str(problem.reason)


def test_who_does_not_lead_d4_may_write_no_row(filled: sa.Engine) -> None:
    with Session(filled) as session:
        [problem] = check(session, NEW, actor=OTHER).problems
        assert "You have no right to report on a task force here." in str(problem.reason)
