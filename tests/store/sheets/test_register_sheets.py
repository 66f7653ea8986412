"""The register by spreadsheet: out as it stands, in as it shall be, all or nothing."""

import csv
import datetime as dt
import io
import time

import openpyxl
import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from store import sheets
from store.ground.errors import ConflictError, InvalidSheetError, NotAllowedError
from store.models import AuditEntry, Organisation
from store.models.people import College
from store.partners import organisations
from store.rights.rights import VISITOR
from store.sheets import partners
from tests.store.partners.partners import organisation
from tests.store.writing import ANA, counts

TODAY = dt.date(2026, 3, 2)
HEAD = ",".join(partners.COLUMNS)
ROW = (
    "Soil Institute,research and education,Kenya,member,2017-05-01,2019-03-01,,"
    "Letter,https://soil.example/letter"
)


def read(text: str) -> sheets.Sheet:
    """A CSV file of these rows."""
    return sheets.read("register.csv", f"{HEAD}\n{text}\n".encode(), partners.COLUMNS)


def bring(engine: sa.Engine, sheet: sheets.Sheet) -> partners.Checked:
    """Check a sheet and write what is ready, where nothing is wrong."""
    with Session(engine) as session, session.begin():
        checked = partners.check(session, sheet, TODAY)
        if not checked.problems:
            partners.write(session, ANA, checked.ready)
    return checked


def many(number: int) -> str:
    """Rows of so many organisations."""
    text = io.StringIO()
    writer = csv.writer(text)
    for one in range(number):
        college = list(College)[one % len(College)]
        days = (f"{2016 + one % 10}-05-01", "", "")
        writer.writerow(
            [f"Organisation {one}", college, "KEN", "partner", *days, "List", "https://a.example"]
        )
    return text.getvalue()


def test_a_row_is_added_then_changes_nothing_then_changes(filled: sa.Engine) -> None:
    assert len(bring(filled, read(ROW)).ready) == 1
    before = counts(filled)
    again = bring(filled, read(ROW))
    assert (again.ready, again.unchanged) == ((), 1)
    assert counts(filled) == before
    [ready] = bring(filled, read(ROW.replace("Kenya", "uga").replace(",Letter", ",Visit"))).ready
    assert partners.changes(ready) == [
        ("country", "KEN", "UGA"),
        ("source_title", "Letter", "Visit"),
    ]
    with Session(filled) as session:
        row = session.exec(select(Organisation).where(Organisation.name == "Soil Institute")).one()
        assert (row.country_code, row.is_member, row.member_since) == (
            "UGA",
            True,
            dt.date(2019, 3, 1),
        )
        last = session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc())).first()
        assert last is not None
        assert (last.actor, last.action) == ("Ana", "change organisation")
        assert (last.before or {})["country_code"] == "KEN"


@pytest.mark.same_sql
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_what_goes_out_comes_back_unchanged(filled: sa.Engine, form: str) -> None:
    with Session(filled) as session, session.begin():
        for name in ("=HYPERLINK(1)", "+3", "'quoted", "@SUM(1)", "Ünïon, “of” soils"):
            organisations.add(session, ANA, organisation(name, known_on=TODAY), TODAY)
        rows = partners.rows(organisations.everything(session))
    write = sheets.as_xlsx if form == "xlsx" else sheets.as_csv
    content = write(rows, partners.COLUMNS)
    if form == "xlsx":
        cells = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].iter_rows()
        assert "f" not in {cell.data_type for row in cells for cell in row}
    checked = bring(filled, sheets.read(f"register.{form}", content, partners.COLUMNS))
    assert (checked.ready, checked.unchanged, checked.problems) == ((), 25, ())


@pytest.mark.same_sql
@pytest.mark.parametrize(
    ("old", "new", "column", "reason"),
    [
        ("Soil Institute", "", "name", "Fill in the name"),
        (
            "Soil Institute",
            "sweden",
            "name",
            "It is in the register as “Sweden”. Use that spelling.",
        ),
        ("Soil Institute", "Bell\x07", "name", "control character"),
        (
            "research and education",
            "kings",
            "college",
            "There is no college “kings”. Choose one of these: ",
        ),
        ("research and education", "companies", "kind", "Companies"),
        ("Kenya", "Atlantis", "country", "no country “Atlantis”"),
        ("Kenya", "R-AFR", "country", "no country"),
        ("member,", "both,", "kind", "Write “partner” or “member”."),
        ("2017-05-01", "May 2017", "joined", "“May 2017” is not a date like 2023-01-31."),
        ("2017-05-01,2019-03-01", "2062-05-01,", "joined", "and today"),
        ("2019-03-01", "2016-03-01", "member_since", "before it joined"),
        ("2019-03-01,", "2019-03-01,2018-01-01", "left", "it cannot have left before that"),
        ("https://soil", "javascript:", "source_link", "https://"),
    ],
)
def test_a_problem_names_its_row_and_column_and_nothing_is_written(
    filled: sa.Engine, old: str, new: str, column: str, reason: str
) -> None:
    before = counts(filled)
    good = ROW.replace("Soil Institute", "Another institute")
    checked = bring(filled, read(f"{good}\n{ROW.replace(old, new)}"))
    [problem] = checked.problems
    assert (problem.row, problem.column) == (3, column)
    assert reason in str(problem.reason)
    assert counts(filled) == before


@pytest.mark.same_sql
def test_a_name_stands_once_in_a_sheet(filled: sa.Engine) -> None:
    [problem] = bring(filled, read(f"{ROW}\n{ROW.replace('Soil', 'SOIL')}")).problems
    assert (problem.row, problem.column) == (3, "name")
    assert str(problem.reason) == "Row 2 is about the same organisation."


def test_a_sheet_of_something_else_is_refused() -> None:
    with pytest.raises(InvalidSheetError, match="lacks college, country"):
        sheets.read("register.csv", b"name,value\nSoil Institute,1\n", partners.COLUMNS)


def test_a_sheet_is_written_by_who_may_and_not_over_what_was_changed_meanwhile(
    shared: sa.Engine,
) -> None:
    with Session(shared) as session:
        checked = partners.check(session, read(ROW), TODAY)
        with pytest.raises(NotAllowedError):
            partners.write(session, VISITOR, checked.ready)
        organisations.add(session, ANA, organisation("Soil Institute", known_on=TODAY), TODAY)
        with pytest.raises(ConflictError, match="in the meantime"):
            partners.write(session, ANA, checked.ready)


@pytest.mark.same_sql
def test_five_thousand_rows_are_one_write_each_and_take_seconds(filled: sa.Engine) -> None:
    sheet = read(many(5_000))
    before = counts(filled)
    begun = time.process_time()
    bring(filled, sheet)
    assert time.process_time() - begun < 10
    after = counts(filled)
    for table in ("organisation", "audit_entry"):
        assert after[table] - before[table] == 5_000
    again = bring(filled, sheet)
    assert (again.ready, again.unchanged) == ((), 5_000)
