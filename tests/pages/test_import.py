"""The import page without a browser: what it says of a sheet, before and after it is sent."""

import datetime as dt
import subprocess

import pytest
from openpyxl.utils import get_column_letter
from sqlmodel import Session, select
from streamlit.testing.v1 import AppTest

from store import sheets
from store.database import engine
from store.models import Measurement, RoleKind
from store.rights.rights import Grant
from store.sheets.columns import COLUMNS
from store.sheets.writing import Row
from store.templates import marking
from store.uploads import process
from tests.pages.acting import Open, add, done, press, writing
from tests.pages.words import words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DAY = dt.date(2025, 12, 31)
BUDGET: Row = {
    "indicator": "F2-budget",
    "place": "WLD",
    "period_start": DAY.replace(month=1, day=1),
    "period_end": DAY,
    "value": 431.5,
    "source_title": "Annual accounts",
    "why_unusual": "A donor came back",
}


def bring(page: AppTest, *rows: Row) -> AppTest:
    """Upload a workbook of these rows."""
    return page.file_uploader[0].upload("f.xlsx", sheets.as_xlsx(rows), XLSX).run()


def budgets() -> list[float | None]:
    """What the ledger holds of the budget of 2025."""
    opened = engine.connect(engine.address())
    with Session(opened) as session:
        chosen = select(Measurement.value).where(
            Measurement.indicator_code == "F2-budget", Measurement.period_end == DAY
        )
        found = list(session.exec(chosen))
    opened.dispose()
    return found


def labels(page: AppTest) -> list[str]:
    """What the buttons of the page are called."""
    return [button.label for button in page.button]


def test_figures_are_shown_before_they_are_sent_and_as_sent_after(open_page: Open) -> None:
    page = bring(open_page("Sofia", "import"), BUDGET)
    said = words(page)
    assert "1 to send, 0 unchanged" in said
    assert "431.5\u00a0thousand EUR a year" in said
    assert "A donor came back" in said
    assert "What they would make of the verdicts, once approved" in said
    assert budgets() == []
    page = press(page, "Send 1 figure")
    assert done(page) == ["1 figure was sent."]
    assert budgets() == [431.5]
    assert "1 waiting for the Secretariat" in words(page)
    again = words(bring(page, BUDGET))
    assert "0 to send, 1 unchanged" in again
    assert "Send 1 figure" not in labels(page)
    assert [box.value for box in page.info] == [
        "There is nothing to send: the 1 figure of this sheet stands there already."
    ]


def test_what_was_changed_meanwhile_is_not_said_to_be_sent(open_page: Open) -> None:
    page = bring(open_page("Sofia", "import"), BUDGET)
    other = bring(open_page("Sofia", "import"), BUDGET | {"value": 440})
    assert done(press(other, "Send 1 figure")) == ["1 figure was sent."]
    page = page.run()
    assert "1 with a problem" in words(page)
    assert "Send 1 figure" not in labels(page)
    assert budgets() == [440]


def test_a_problem_stands_at_its_cell(open_page: Open) -> None:
    page = bring(open_page("Sofia", "import"), BUDGET, BUDGET | {"value": "many"})
    said = " ".join(words(page).split())
    letter = get_column_letter(1 + COLUMNS.index("value"))
    assert f"figures {letter}3 value “many” is not a number." in said
    assert not any(label.startswith("Send") for label in labels(page))
    assert budgets() == []


def test_a_file_is_read_once_while_the_page_is_drawn_anew(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    started = subprocess.run
    monkeypatch.setattr(
        process.subprocess,
        "run",
        lambda *args, **named: read.append(args) or started(*args, **named),
    )
    page = bring(open_page("Sofia", "import"), BUDGET | {"value": 432})
    page.run()
    page.run()
    assert len(read) == 1


def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(open_page: Open) -> None:
    page = open_page("Sofia", "import")
    page.file_uploader[0].upload("f.xlsx", b"PK nothing", XLSX).run()
    assert done(page) == ["The XLSX file is damaged or is not a spreadsheet."]


def test_the_name_of_the_marked_copy_is_that_of_the_sheet() -> None:
    assert marking.file_name("Figures of Africa.csv") == "Figures of Africa-marked.xlsx"


def test_a_wide_sheet_may_begin_at_any_year_of_the_initiative(open_page: Open) -> None:
    open_page("Sofia", "overview")
    with writing() as session:
        add(session, "Rosa", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "A1", "R-AFR"))
    app = open_page("Rosa", "import", folds="import_wide_fold")
    [first] = [box for box in app.selectbox if str(box.key).startswith("import_wide_from")]
    assert [first.options[0], first.value] == ["2015", 2025]
    first.set_value(2018).run()
    assert not app.exception
    [kept] = [box for box in app.selectbox if str(box.key).startswith("import_wide_from")]
    assert kept.value == 2018
