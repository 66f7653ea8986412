"""Years declared complete in a spreadsheet: out as they stand, in with new ones, all or nothing.

A row is about the year of its indicator and place; one in which nothing is filled declares nothing.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import ValidationError
from sqlmodel import Session

from store.figures import complete_years
from store.figures.complete_year_draft import CompleteYearDraft
from store.ground.errors import InvalidMeasurementError, InvalidTextError, StoreError
from store.ground.messages import Message
from store.models import CompleteYear
from store.rights.rights import Actor
from store.sheets import cells
from store.sheets.cells import Content, text, written
from store.sheets.content import Cell
from store.sheets.problems import CheckedSheet, Problem, Wrong, of_complaints
from store.sheets.reading import Row as Line
from store.sheets.reading import Sheet
from store.sheets.writing import Row

KEYS = ("indicator", "place", "year")
ABOUT = ("source_title", "source_link", "note", "reason")
COLUMNS = (*KEYS, "complete", *ABOUT)
FIELDS = {"indicator": "indicator_code", "place": "place_code", "complete": "is_complete"}
COLUMN_OF = {FIELDS.get(column, column): column for column in COLUMNS}
YES, NO = "yes", "no"
Slot = tuple[str, str, int]
Ready = tuple[int, CompleteYearDraft]


Checked = CheckedSheet[Ready]


def rows(there: Iterable[CompleteYear], open_slots: Iterable[Slot] = ()) -> list[Row]:
    """A row for each declaration, as it is read back, and one to fill in for each open slot."""
    declared: list[Row] = [
        {column: getattr(row, FIELDS.get(column, column)) for column in COLUMNS}
        | {"complete": YES if row.is_complete else NO, "reason": ""}
        for row in there
    ]
    taken = {tuple(row[key] for key in KEYS) for row in declared}
    return declared + [
        dict(zip(KEYS, slot, strict=True)) for slot in open_slots if slot not in taken
    ]


def check(session: Session, actor: Actor, sheet: Sheet, today: dt.date) -> Checked:
    """Check every row against the store of today; nothing is written."""
    known = cells.known(session)
    ready: list[Ready] = []
    problems: list[Problem] = []
    unchanged = 0
    taken: dict[Slot, int] = {}
    for line in sheet.rows:
        if all(line.cells.get(column) is None for column in ("complete", *ABOUT)):
            unchanged += 1
            continue
        draft, wrongs = _draft(line, known)
        if draft is not None:
            wrongs = list(_beside(draft, line.number, taken))
        if draft is not None and not wrongs:
            head = complete_years.newest(
                session, draft.indicator_code, draft.place_code, draft.year
            )
            if head is not None and _is_same(head, draft):
                unchanged += 1
                continue
            draft = draft.model_copy(update={"corrects": head.id if head else None})
            wrongs = list(_refused(session, actor, draft, today))
        if draft is not None and not wrongs:
            ready.append((line.number, draft))
        problems += (wrong.at(line.sheet, line.number, line.letters) for wrong in wrongs)
    return CheckedSheet(tuple(ready), unchanged, tuple(problems), sheet.remarks)


def write(session: Session, actor: Actor, ready: Sequence[Ready]) -> list[CompleteYear]:
    """Declare every row in the caller's transaction. Errors: those of `complete_years.declare`."""
    return [complete_years.declare(session, actor, draft) for _row, draft in ready]


def _draft(line: Line, known: cells.Known) -> tuple[CompleteYearDraft | None, list[Wrong]]:
    """What a row says, or everything that is wrong with its cells."""
    content = _content(line.cells, known)
    if content.problems:
        return None, content.problems
    try:
        return CompleteYearDraft.model_validate(content.said), []
    except ValidationError as error:
        return None, of_complaints(error, COLUMN_OF)


def _content(row: Mapping[str, Cell], known: cells.Known) -> Content:
    content = Content(FIELDS)
    content.take(row, "indicator", lambda cell: cells.indicator_code(cell, known))
    content.take(row, "place", lambda cell: known.names.find(text(cell)))
    content.take(row, "year", written)
    said = row.get("complete")
    content.take({"complete": "" if said is None else said}, "complete", cells.answer)
    for column in ABOUT:
        content.take(row, column, lambda cell: text(cell).strip())
    return content


def _is_same(head: CompleteYear, draft: CompleteYearDraft) -> bool:
    fields = set(CompleteYearDraft.model_fields) - {"corrects", "reason"}
    return all(getattr(head, name) == getattr(draft, name) for name in fields)


def _beside(draft: CompleteYearDraft, row: int, taken: dict[Slot, int]) -> Iterator[Wrong]:
    """What is wrong with a row beside the rows above it."""
    slot = draft.indicator_code, draft.place_code, draft.year
    if slot in taken:
        yield Wrong("year", Message("Row {row} is about the same year.", row=taken[slot]))
    taken.setdefault(slot, row)


def _refused(
    session: Session, actor: Actor, draft: CompleteYearDraft, today: dt.date
) -> Iterator[Wrong]:
    """What the store would refuse of a row."""
    try:
        complete_years.check(session, actor, draft, today.year)
    except StoreError as error:
        yield Wrong(_column(error), error.message)


def _column(error: StoreError) -> str:
    """Where the cell stands that has to change."""
    if isinstance(error, InvalidMeasurementError):
        return COLUMN_OF[error.field]
    return "reason" if isinstance(error, InvalidTextError) else "place"
