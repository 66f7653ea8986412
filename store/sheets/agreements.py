"""Agreements with partners in a spreadsheet: out as they stand, in with news, all or nothing.

A row is about the agreement of its code; without one, of its title, partners and day, or a new one.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from pydantic import ValidationError
from sqlmodel import Session

from store.ground import texts
from store.ground.errors import InvalidSheetError, InvalidTextError, StoreError
from store.ground.messages import Message
from store.ledger.knowledge import EVER
from store.models import Agreement
from store.partners import agreements
from store.partners.agreement_draft import AgreementDraft
from store.rights.rights import Actor
from store.sheets import cells, days
from store.sheets.cells import Content, text
from store.sheets.content import Cell
from store.sheets.problems import CheckedSheet, Problem, Wrong, of_complaints
from store.sheets.reading import Sheet
from store.sheets.writing import Row

# The columns of the sheet, and what an agreement calls what stands there.
FIELDS = {
    "code": "code",
    "title": "title",
    "partners": "partners",
    "network": "is_network",
    "signed": "signed_on",
    "ends": "ends_on",
    "source_title": "source_title",
    "source_link": "source_link",
    "note": "note",
    "reason": "reason",
}
COLUMNS = tuple(FIELDS)
COLUMN_OF = {field: column for column, field in FIELDS.items()}
TEXTS = ("title", "partners", "source_title", "source_link", "note", "reason")
YES, NO = "yes", "no"
SHOWN = 40  # characters of what was written that a sentence repeats


@dataclass(frozen=True, slots=True)
class Ready:
    """A row that can be written: what it says, and which revision it supersedes, None for none."""

    row: int
    draft: AgreementDraft
    seen: int | None


Checked = CheckedSheet[Ready]


def rows(there: Iterable[Agreement]) -> list[Row]:
    """A row for each agreement, as it is read back; its reason is left to who changes it."""
    return [
        {column: getattr(row, field) for column, field in FIELDS.items()}
        | {"network": YES if row.is_network else NO, "reason": ""}
        for row in there
    ]


def check(session: Session, actor: Actor, sheet: Sheet, today: dt.date) -> Checked:
    """Check every row against the store of today; nothing is written."""
    heads = {row.code: row for row in agreements.known(session, EVER)}
    codes = {_sound(row): row.code for row in heads.values()}
    ready: list[Ready] = []
    problems: list[Problem] = []
    unchanged = 0
    taken: dict[str, int] = {}
    for line in sheet.rows:
        draft, wrongs = _draft(line.cells, heads, codes, today)
        if draft is not None:
            head = heads.get(draft.code)
            wrongs = list(_beside(draft.code, line.number, taken))
            if not wrongs and head is not None and _is_same(head, draft):
                unchanged += 1
                continue
            wrongs = wrongs or list(_refused(actor, draft, head))
            if not wrongs:
                ready.append(Ready(line.number, draft, head.id if head else None))
        problems += (wrong.at(line.sheet, line.number, line.letters) for wrong in wrongs)
    return CheckedSheet(tuple(ready), unchanged, tuple(problems), sheet.remarks)


def write(session: Session, actor: Actor, ready: Sequence[Ready]) -> list[Agreement]:
    """Report every row in the caller's transaction. Errors: those of `agreements.report`."""
    return [agreements.report(session, actor, one.draft, one.seen) for one in ready]


def _draft(
    row: Mapping[str, Cell],
    heads: Mapping[str, Agreement],
    codes: dict[tuple[str, str, dt.date], str],
    today: dt.date,
) -> tuple[AgreementDraft | None, list[Wrong]]:
    """What a row says, or everything that is wrong with its cells."""
    content = Content(FIELDS, {"code": ""})
    content.take(row, "code", lambda cell: _code(text(cell).strip(), heads))
    for column in TEXTS:
        content.take(row, column, lambda cell: text(cell).strip())
    for column in ("signed", "ends"):
        content.take(row, column, days.day)
    content.take(row, "network", cells.answer)
    if content.problems:
        return None, content.problems
    try:
        draft = AgreementDraft(known_on=today, **content.said)
    except ValidationError as error:
        return None, of_complaints(error, COLUMN_OF)
    if not draft.code:  # two new rows that say the same are about one agreement
        code = codes.setdefault(_sound(draft), str(uuid4()))
        draft = draft.model_copy(update={"code": code})
    return draft, []


def _sound(row: Agreement | AgreementDraft) -> tuple[str, str, dt.date]:
    return texts.fold(row.title), texts.fold(row.partners), row.signed_on


def _code(code: str, heads: Mapping[str, Agreement]) -> str:
    if code not in heads:
        raise InvalidSheetError(
            "There is no agreement “{code}”. Leave the cell empty for a new one.",
            code=code[:SHOWN],
        )
    return code


def _is_same(head: Agreement, draft: AgreementDraft) -> bool:
    fields = set(AgreementDraft.model_fields) - {"known_on", "reason"}
    return all(getattr(head, name) == getattr(draft, name) for name in fields)


def _beside(code: str, row: int, taken: dict[str, int]) -> Iterator[Wrong]:
    """What is wrong with a row beside the rows above it."""
    if code in taken:
        yield Wrong("title", Message("Row {row} is about the same agreement.", row=taken[code]))
    taken.setdefault(code, row)


def _refused(actor: Actor, draft: AgreementDraft, head: Agreement | None) -> Iterator[Wrong]:
    """What the store would refuse of a row."""
    try:
        agreements.check(actor, draft, head)
    except StoreError as error:
        column = "reason" if isinstance(error, InvalidTextError) else "title"
        yield Wrong(column, error.message)
