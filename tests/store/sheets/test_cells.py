"""What people write in cells becomes the value they meant, or a sentence about why it does not."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session

from store.database import engine
from store.ground import words
from store.ground.messages import Message
from store.sheets import cells, days
from store.sheets.content import Cell, Flaw, Percent
from tests.store.refusals import told

NEW_YEAR, LAST = dt.date(2025, 1, 1), dt.date(2025, 12, 31)
AMBIGUOUS = (
    "“03/04/2025” may be 2025-04-03 or 2025-03-04. Write 2025-04-03 or 2025-03-04 to say which."
)


@pytest.fixture(scope="module")
def known(real_store: Path) -> Iterator[cells.Known]:
    """The indicators and places that ship."""
    opened = engine.connect(f"sqlite:///{real_store}")
    with Session(opened) as session:
        yield cells.known(session)
    opened.dispose()


def said(known: cells.Known, column: str, cell: Cell, **others: Cell) -> object:
    """What a row says in one column, or the sentence about it."""
    row: dict[str, Cell] = {"indicator": "F2-budget", "place": "WLD", **others, column: cell}
    content = cells.draft_content(row, known)
    if content.problems:
        [problem] = content.problems
        assert problem.column == column
        return str(problem.reason)
    return content.said[cells.FIELDS.get(column, column)]


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        (LAST, LAST, LAST),
        (2025, NEW_YEAR, LAST),
        (2025.0, NEW_YEAR, LAST),
        ("2025", NEW_YEAR, LAST),
        (45658, NEW_YEAR, NEW_YEAR),
        (46022, LAST, LAST),
        (46022.5, LAST, LAST),
        ("46022", LAST, LAST),
        ("2025-12-31", LAST, LAST),
        ("2025-12-31 00:00:00", LAST, LAST),
        ("2025-12-31T23:59:59Z", LAST, LAST),
        ("2025/12/31", LAST, LAST),
        ("31/12/2025", LAST, LAST),
        ("12/31/2025", LAST, LAST),
        ("12/31/2025 12:00 PM", LAST, LAST),
        ("31.12.2025", LAST, LAST),
        ("31-12-2025", LAST, LAST),
        ("31/12/25", LAST, LAST),
        ("01/01/2025", NEW_YEAR, NEW_YEAR),
        ("1/1/2025", NEW_YEAR, NEW_YEAR),
        ("'2025-12-31", LAST, LAST),
        ("31 December 2025", LAST, LAST),
        ("December 31, 2025", LAST, LAST),
        ("Dec 31st, 2025", LAST, LAST),
        ("31-Dec-25", LAST, LAST),
        ("31 décembre 2025", LAST, LAST),
        ("1er janvier 2025", NEW_YEAR, NEW_YEAR),
        ("31 déc. 2025", LAST, LAST),
        ("31 DE DICIEMBRE DE 2025", LAST, LAST),
        ("1 de enero de 2025", NEW_YEAR, NEW_YEAR),
        ("December 2025", dt.date(2025, 12, 1), LAST),
        ("déc. 2025", dt.date(2025, 12, 1), LAST),
        ("2025-12", dt.date(2025, 12, 1), LAST),
        ("02/2024", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
    ],
)
def test_a_period_is_read_as_spreadsheets_leave_it(
    known: cells.Known, cell: Cell, start: dt.date, end: dt.date
) -> None:
    assert said(known, "period_start", cell) == start
    assert said(known, "period_end", cell) == end


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("03/04/2025", AMBIGUOUS),
        ("3.4.2025", AMBIGUOUS.replace("03/04/2025", "3.4.2025")),
        *(
            (cell, f"“{cell}” is not a date like 2023-01-31.")
            for cell in (
                "31.02.2025",
                "13/13/2025",
                "2024/25",
                "2024-2025",
                "Dec-25",
                "soon",
                "32 December 2025",
                "Q4 2025",
                0.5,
                -3,
                True,
                999_999,
            )
        ),
        (Percent(2025), "“2025 %” is not a date like 2023-01-31."),
    ],
)
def test_a_day_that_may_be_two_or_is_none_is_refused(
    known: cells.Known, cell: Cell, sentence: str
) -> None:
    assert said(known, "period_end", cell) == sentence


def test_days_of_two_digits_that_may_be_in_two_years_are_refused() -> None:
    assert "may be" in told(lambda: days.day("25-12-31"))


@pytest.mark.parametrize("cell", [2025, "2025", "May 2017"])
def test_where_a_day_is_asked_a_year_is_none(cell: Cell) -> None:
    assert told(lambda: days.day(cell)) == f"“{cell}” is not a date like 2023-01-31."


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (450.5, 450.5),
        ("450,5", 450.5),
        ("450.5", 450.5),
        ("1 234,5", 1234.5),
        ("1\u202f234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("'450", 450),
        (0.145, 0.145),
        ("1,234", "“1,234” may be 1.234 or 1234. Type 1,2340 or 1234 to say which."),
        ("TRUE", "“TRUE” is not a number. Type digits alone, without words or a unit."),
        (True, "“TRUE” is not a number. Type digits alone, without words or a unit."),
        ("yes", "“yes” is not a number. Type digits alone, without words or a unit."),
        (Percent(45), "This figure is not in percent. Give “45 %” in its own unit."),
        (
            dt.date(2025, 2, 1),
            (
                "This cell holds a day, 2025-02-01: spreadsheets make days of numbers. Set the"
                " cell’s format to Number and type the figure again."
            ),
        ),
        (Flaw(Message("Broken.")), "Broken."),
    ],
)
def test_a_figure_is_read_as_it_is_typed(known: cells.Known, cell: Cell, value: object) -> None:
    assert said(known, "value", cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (Percent.of(0.45), 45),
        (Percent.of(0.145), 14.5),
        (Percent.of(0.0045), 0.45),
        (Percent.of(0.29), 29),
        ("45 %", 45),
        ("45%", 45),
        ("0,45 %", 0.45),
        (45, 45),
        (0, 0),
        (1, 1),
        (0.45, "0.45 may be 0.45 % or 45 %. Write it with its percent sign."),
        ("0,45", "0,45 may be 0.45 % or 45 %. Write it with its percent sign."),
    ],
)
def test_a_share_is_read_in_percent(known: cells.Known, cell: Cell, value: object) -> None:
    assert said(known, "value", cell, indicator="A3-fair") == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        *((cell, 1) for cell in (1, "1", True, "TRUE", "yes", "Yes", "OUI", "sí", "Si", "vrai")),
        *((cell, 0) for cell in (0, "0", False, "FALSE", "no", "Non", "NO", "falso")),
        ("maybe", "{} is answered by yes or no here, and “maybe” is neither."),
        (Percent(100), "{} is answered by yes or no here, and “100 %” is neither."),
    ],
)
@pytest.mark.parametrize("indicator", ["A1-parties", "A1-members"])
def test_a_country_answers_yes_or_no(
    known: cells.Known, indicator: str, cell: Cell, value: object
) -> None:
    name = known.indicators[words.fold(indicator)].name
    meant = value.format(name) if isinstance(value, str) else value
    assert said(known, "value", cell, indicator=indicator, place="KEN") == meant


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        *((cell, "exact") for cell in ("exact", "Exact", "EXACTO", "exacte")),
        *((cell, "at least") for cell in ("At Least", "au moins", "AL MENOS", "at_least", "≥")),
        *((cell, "about") for cell in ("about", "Approximately", "environ", "Aproximadamente")),
        ("roughly", "roughly"),
    ],
)
def test_how_exact_a_figure_is_may_be_said_in_three_languages(
    known: cells.Known, cell: Cell, word: str
) -> None:
    assert said(known, "qualifier", cell) == word


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("indicator", "f2-BUDGET", "F2-budget"),
        ("indicator", "F2-budgets", "There is no indicator “F2-budgets”."),
        ("place", "Kenya", "KEN"),
        ("level", 3.0, 3),
        ("level", "3", 3),
        ("level", 3.5, 3.5),
        ("entry", "12", 12),
        ("numerator", "1 234", 1234),
        ("source_title", 2025, "2025"),
        ("source_title", LAST, "2025-12-31"),
        ("note", True, "TRUE"),
        ("note", Percent.of(0.145), "14.5 %"),
        ("note", "one\ntwo", "one\ntwo"),
    ],
)
def test_keys_and_texts_are_read(
    known: cells.Known, column: str, cell: Cell, value: object
) -> None:
    assert said(known, column, cell) == value


def test_every_cell_is_read_whatever_is_wrong_with_the_others(known: cells.Known) -> None:
    row: dict[str, Cell] = {"indicator": "Z9", "place": "Atlantis", "period_end": "soon"}
    content = cells.draft_content({**row, "value": "many", "note": "kept"}, known)
    assert [one.column for one in content.problems] == ["indicator", "place", "period_end", "value"]
    assert content.said == {"note": "kept"}
