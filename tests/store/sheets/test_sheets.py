"""Figures by spreadsheet: what went out comes back as it was; nothing bad gets in, or crashes."""

import csv
import datetime as dt
import io
import tracemalloc
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store import sheets
from store.figures import actions, reported
from store.ground.errors import InvalidSheetError
from store.models import Measurement, RoleKind
from store.reporting import dues, waiting
from store.rights.rights import Actor, Grant
from store.sheets.columns import COLUMNS
from tests.store.writing import ANA, BO, counts, draft

TODAY = dt.date(2026, 3, 2)
AFRICA = Actor("person 1", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-AFR"),))
Row = dict[str, str | float | dt.date | None]
FORMATS = {"figures.xlsx": sheets.as_xlsx, "figures.csv": sheets.as_csv}
each_format = pytest.mark.parametrize("name", FORMATS)
HELPDESK: Row = {
    "indicator": "B3-regions",
    "place": "R-AFR",
    "period_start": dt.date(2025, 1, 1),
    "period_end": dt.date(2025, 12, 31),
    "value": 1,
    "qualifier": "exact",
    "source_title": "Helpdesk log",
}


def bring(engine: sa.Engine, actor: Actor, name: str, *rows: Row) -> sheets.Checked:
    """Make a file of the rows, read it and check it."""
    return bring_bytes(engine, actor, name, FORMATS[name](rows))


def bring_bytes(engine: sa.Engine, actor: Actor, name: str, content: bytes) -> sheets.Checked:
    """Read and check a file."""
    with Session(engine) as session:
        return sheets.check(session, actor, sheets.read(name, content), "2022", TODAY)


@each_format
def test_what_is_exported_and_imported_again_changes_nothing(filled: sa.Engine, name: str) -> None:
    with Session(filled) as session, session.begin():
        row = actions.report(session, ANA, draft(note="=HYPERLINK(1)", source_title="-1 of “x”"))
        actions.approve(session, BO, row, TODAY)
        bracket = {"period_start": dt.date(2025, 10, 1), "qualifier": "at most", "value": 9}
        actions.report(session, ANA, draft(**bracket))
        gap = {"place_code": "R-AFR", "indicator_code": "B3-regions"}
        actions.report(session, ANA, draft(missing_reason="No log, yet", **gap))
    with Session(filled) as session:
        owed = dues.owed(session, TODAY)
        content = FORMATS[name](sheets.rows(owed))
        standing = sum(due.head is not None for due in owed)
    checked = bring_bytes(filled, ANA, name, content)
    assert (checked.ready, checked.problems, checked.unchanged) == ((), (), standing)
    assert standing >= 2
    assert checked.empty > 1000


@each_format
def test_a_filled_row_is_reported_once(filled: sa.Engine, name: str) -> None:
    for _time in range(2):
        checked = bring(filled, AFRICA, name, HELPDESK)
        with Session(filled) as session, session.begin():
            sheets.write(session, AFRICA, checked.ready)
    with Session(filled) as session:
        rows = [session.get_one(Measurement, one) for one in waiting.numbers(session, AFRICA)]
    assert [(row.value, row.source_title) for row in rows] == [(1, "Helpdesk log")]


@pytest.mark.same_sql
@pytest.mark.parametrize(
    ("change", "column", "reason"),
    [
        ({"indicator": "Z9"}, "indicator", "There is no indicator “Z9”"),
        ({"place": "ATL"}, "place", "There is no place “ATL”"),
        ({"place": "R-EUR"}, "place", "You have no right to report a figure here."),
        ({"indicator": "E1-operators", "place": "WLD"}, "place", "You have no right"),
        ({"value": "many"}, "value", "is answered by yes or no here, and “many” is neither."),
        ({"value": 7}, "value", "is answered by yes or no here: give 1 or 0"),
        ({"level": 3}, "value", "one figure"),
        ({"period_end": "31.02.2025"}, "period_end", "is not a date like 2023-01-31."),
        ({"note": "x" * 4001}, "note", "A cell holds at most 4000 characters."),
        ({"period_start": dt.date(2027, 1, 1)}, "period_end", "ends before it starts"),
        ({"source_title": None}, "source_title", "Name the source"),
        ({"qualifier": "roughly"}, "qualifier", "be one of these: exact, at least, at most, about"),
        ({"entry": 1}, "entry", "was changed since this sheet was made"),
    ],
)
@each_format
def test_a_problem_names_its_row_and_column(
    filled: sa.Engine, name: str, change: Row, column: str, reason: str
) -> None:
    before = counts(filled)
    good = HELPDESK | {"period_start": dt.date(2024, 1, 1), "period_end": dt.date(2024, 12, 31)}
    checked = bring(filled, AFRICA, name, good, HELPDESK | change)
    [problem] = checked.problems
    assert (problem.row, problem.column) == (3, column)
    assert reason in str(problem.reason)
    assert counts(filled) == before


@each_format
def test_a_doubtful_row_needs_an_answer_and_a_correction_a_reason(
    filled: sa.Engine, name: str
) -> None:
    signed: Row = {
        **HELPDESK,
        "indicator": "D4-signed",
        "place": "WLD",
        "value": 1,
    }
    [problem] = bring(filled, ANA, name, signed).problems
    assert problem.column == "why_unusual"
    assert str(problem.reason) == "This is unusual (a running total falls). Say why it is right."
    [ready] = bring(filled, ANA, name, signed | {"why_unusual": "Five had expired."}).ready
    with Session(filled) as session, session.begin():
        sheets.write(session, ANA, [ready])
        [entry] = waiting.numbers(session, ANA)
        said = [one.text for one in reported.remarks(session, [entry])[entry]]
    assert said == ["Five had expired."]
    corrected = signed | {"value": 8, "entry": entry}
    [problem] = bring(filled, ANA, name, corrected).problems
    assert problem.column == "reason"
    assert str(problem.reason) == "Say why the figure is corrected."
    assert len(bring(filled, ANA, name, corrected | {"reason": "Recounted"}).ready) == 1


@pytest.mark.same_sql
@each_format
def test_two_rows_about_one_figure_are_a_problem(filled: sa.Engine, name: str) -> None:
    [problem] = bring(filled, AFRICA, name, HELPDESK, HELPDESK | {"value": 0}).problems
    assert str(problem.reason) == "Row 2 is about the same figure."


def whole_book(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    """A workbook made by a function."""
    book = openpyxl.Workbook()
    fill(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def far_away(book: openpyxl.Workbook) -> None:
    """One cell in the last corner of the sheet."""
    sheet = book.worksheets[0]
    sheet.append(COLUMNS)
    sheet.cell(1_048_576, 16_384, 1)


def nothing(_book: openpyxl.Workbook) -> None:
    """An empty sheet."""


def other_columns(book: openpyxl.Workbook) -> None:
    """Another template."""
    book.worksheets[0].append(["Country", "Figure"])


def bomb() -> bytes:
    """A small file whose parts are too large together, though none of them is alone."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(2):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b" " * 60_000_000)
    return target.getvalue()


GOOD = sheets.as_xlsx([HELPDESK])
LONG = io.StringIO()
csv.writer(LONG).writerows([COLUMNS, *(["B3-regions"] * len(COLUMNS) for _ in range(20_001))])


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xlsx", b"", "is empty"),
        ("a.xlsx", GOOD[:-200], "damaged"),
        ("a.xlsx", GOOD[:3000], "damaged"),
        ("a.xlsx", b"PK\x03\x04nonsense", "damaged"),
        ("a.xlsx", whole_book(other_columns), "This is not the template: it lacks indicator"),
        ("a.xlsx", whole_book(nothing), "is empty"),
        ("a.xlsx", whole_book(far_away), "more than 60 columns"),
        ("a.xls", b"\xd0\xcf\x11\xe0 old Excel", "neither an XLSX nor a CSV"),
        ("a.csv", "Pays,Année\n".encode("latin-1"), "not the template"),
        ("a.csv", b"Country,Figure\nKEN,1\n", "not the template"),
        ("a.csv", ",".join(COLUMNS).encode() + b'\n"open', "damaged"),
        ("a.csv", LONG.getvalue().encode(), "more than 20000 rows"),
        ("a.csv", b"x" * 10_000_001, "larger than 10 MB"),
        ("a.xlsx", bomb(), "too large once unpacked"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_sheet_of_figures_is_refused_with_a_sentence(
    name: str, content: bytes, sentence: str
) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(InvalidSheetError, match=sentence):
            sheets.read(name, content)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.same_sql
def test_a_csv_of_a_european_spreadsheet_is_read(filled: sa.Engine) -> None:
    text = sheets.as_csv([HELPDESK]).decode("utf-8-sig").replace(",", ";")
    assert len(bring_bytes(filled, AFRICA, "a.csv", text.encode()).ready) == 1
