"""A form, a sheet and a program that bring the same figure get the same answer."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from sqlmodel import Session, select

from components.entry import drafting
from components.entry.typed import Fields
from components.language.text import tell
from store import sheets
from store.database import engine
from store.figures import actions, judgement
from store.figures.draft import MeasurementDraft
from store.ground import clock
from store.ground.complaints import Complaint, complaints
from store.ground.errors import StoreError
from store.ground.messages import Message
from store.models import Indicator, Measurement, Place
from store.reporting.saved_drafts import Slot
from store.sheets import cells
from store.sheets.columns import FILLED
from tests.components.entry import rows
from tests.components.entry.rows import Row
from tests.store.writing import ANA

MANY = 4000
ANSWER = "It was counted twice"
Answer = tuple[MeasurementDraft | None, dict[str, str]]  # the figure, or sentences by field


@pytest.fixture(scope="module")
def session(real_store: Path) -> Iterator[Session]:
    """A store with the plan, whose rows are never kept."""
    opened = engine.connect(f"sqlite:///{real_store}")
    with Session(opened) as asking:
        yield asking
        asking.rollback()
    opened.dispose()


@pytest.fixture(scope="module")
def typed(session: Session) -> list[Row]:
    """What is typed, where no figure stands."""
    indicators = session.exec(select(Indicator).order_by(Indicator.code)).all()
    places = session.exec(select(Place.code).order_by(Place.code)).all()
    standing = set(session.exec(select(Measurement.indicator_code, Measurement.place_code)).all())
    found = rows.generate(indicators, places, MANY + len(standing))
    return [row for row in found if row.pair not in standing][:MANY]


@pytest.fixture(scope="module")
def in_sheet(session: Session, typed: list[Row]) -> list[Answer]:
    """The answers to the rows of one sheet."""
    sheet = sheets.read("figures.csv", _csv(typed), FILLED)
    checked = sheets.check(session, ANA, sheet, "2022", clock.today())
    drafts = {one.row: one.draft for one in checked.ready}
    found: dict[int, list[Complaint]] = {}
    for one in checked.problems:
        field = cells.FIELDS.get(one.column, one.column)
        found.setdefault(one.row, []).append(Complaint(field, one.reason))
    return [
        (drafts.get(number), _first(found.get(number, ()))) for number in range(2, len(typed) + 2)
    ]


def test_form_and_sheet_answer_alike(typed: list[Row], in_sheet: list[Answer]) -> None:
    assert len(typed) == MANY
    for row, answer in zip(typed, in_sheet, strict=True):
        assert _in_form(row) == answer, row


def test_what_a_text_says_is_what_a_program_would_have_sent(
    typed: list[Row], in_sheet: list[Answer]
) -> None:
    for row, (draft, problems) in zip(typed, in_sheet, strict=True):
        meant = {
            name: number.meant(row.indicator, row.place_code, name)
            for name, number in row.numbers.items()
        }
        unread = {name for name, value in meant.items() if value is None}
        assert unread <= set(problems), row
        if not unread:
            sent, found = _by_program(row, meant)
            assert (sent, bool(found)) == (draft, bool(problems)), row
            assert found.items() <= problems.items(), row


def test_the_ledger_takes_what_a_sheet_takes_and_refuses_the_rest_in_its_words(
    session: Session, typed: list[Row], in_sheet: list[Answer]
) -> None:
    good = [draft for draft, _problems in in_sheet if draft is not None]
    assert MANY / 20 < len(good) < MANY / 2
    assert len(actions.report_all(session, ANA, good)) == len(good)
    for row, (draft, problems) in list(zip(typed, in_sheet, strict=True))[::10]:
        meant = {
            name: number.meant(row.indicator, row.place_code, name)
            for name, number in row.numbers.items()
        }
        if draft is None and None not in meant.values():
            content = _content(row, meant)
            with pytest.raises((StoreError, ValidationError)) as refused:
                actions.report(session, ANA, MeasurementDraft.model_validate(content))
            said = _said(refused.value)
            assert said in problems.values(), row


def test_the_rows_are_of_every_kind(in_sheet: list[Answer]) -> None:
    sentences = {
        (field, sentence) for _draft, problems in in_sheet for field, sentence in problems.items()
    }
    assert {field for field, _sentence in sentences} >= {
        *("value", "numerator", "denominator", "level", "missing_reason", "qualifier"),
        *("period_start", "period_end", "source_title", "source_link", "note"),
    }
    for part in ("may be 0.5 % or 50 %", "may be 1.234 or", "not in percent", "by yes or no"):
        assert any(part in sentence for _field, sentence in sentences), part


def _csv(typed: Sequence[Row]) -> bytes:
    columns = {field: column for column, field in cells.FIELDS.items()}
    written = io.StringIO(newline="")
    lines: csv.DictWriter[str] = csv.DictWriter(written, FILLED)
    lines.writeheader()
    for row in typed:
        content = {name: number.text for name, number in row.numbers.items()} | row.texts
        named = {columns.get(name, name): text for name, text in content.items()}
        lines.writerow(
            named
            | {
                "indicator": row.indicator.code,
                "place": row.place_code,
                "period_start": row.start.isoformat(),
                "period_end": row.end.isoformat(),
                "why_unusual": ANSWER,
            }
        )
    return written.getvalue().encode()


def _in_form(row: Row) -> Answer:
    texts = {name: number.text.strip() for name, number in row.numbers.items()}
    days = {"period_start": row.start, "period_end": row.end}
    slot = Slot(row.indicator.code, row.place_code, row.end.year)
    fields = Fields(slot, {**texts, **row.texts, **days}, texts)
    found = drafting.judge(fields, row.indicator, None, is_moved=False)
    return found.draft, found.problems


def _by_program(row: Row, meant: dict[str, float | None]) -> Answer:
    try:
        draft = MeasurementDraft.model_validate(_content(row, meant))
    except ValidationError as error:
        return None, _first(complaints(error), judgement.content_field(row.indicator))
    found = judgement.problems(row.indicator, draft, clock.today())
    return (None if found else draft), _first(found)


def _content(row: Row, meant: dict[str, float | None]) -> dict[str, Any]:
    filled = {name: text for name, text in row.texts.items() if text}
    return (
        meant
        | filled
        | {
            "indicator_code": row.indicator.code,
            "place_code": row.place_code,
            "period_start": row.start,
            "period_end": row.end,
        }
    )


def _first(found: Iterable[Complaint], about: str = "") -> dict[str, str]:
    """The first sentence of each field."""
    sentences: dict[str, str] = {}
    for one in found:
        sentences.setdefault(one.field or about, tell(one.message))
    return sentences


def _said(error: BaseException) -> str:
    message: Message
    if isinstance(error, ValidationError):
        message = next(complaints(error)).message
    else:
        assert isinstance(error, StoreError)
        message = error.message
    return tell(message)
