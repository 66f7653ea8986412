"""Samplings of soil in a spreadsheet: out as they stand, in with new ones, all or nothing.

A row is about the sampling of its country, site, treatment, layer and year.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial

from pydantic import ValidationError
from sqlmodel import Session

from store.ground import texts, words
from store.ground.errors import InvalidSheetError, StoreError
from store.ground.messages import Message
from store.models import BulkDensity, Comparison, Laboratory, SoilSampling
from store.rights.rights import Actor
from store.samplings import samplings
from store.samplings.sampling_draft import Slot, SoilSamplingDraft
from store.sheets import places
from store.sheets.cells import Content, answer, text, written
from store.sheets.content import Cell
from store.sheets.problems import CheckedSheet, Problem, Wrong, of_complaints
from store.sheets.reading import Row as Line
from store.sheets.reading import Sheet
from store.sheets.writing import Row

MOST_ROWS = 2000  # of a sheet: each is held against the store by itself
NAMES = ("site", "treatment")
NUMBERS = (
    *("depth_from", "depth_to", "year", "stock", "standard_error", "samples"),
    *("treatment_since", "latitude", "longitude"),
)
CHOICES: Mapping[str, type[StrEnum]] = {
    "comparison": Comparison,
    "bulk_density": BulkDensity,
    "laboratory": Laboratory,
}
ABOUT = ("source_title", "source_link", "note", "reason")
COLUMNS = ("country", *NAMES, *NUMBERS[:6], *CHOICES, "carbon_brought", *NUMBERS[6:], *ABOUT)
FIELDS = {"country": "place_code"}
COLUMN_OF = {"place_code": "country", "corrects": "year"}
YES, NO = "yes", "no"


Checked = CheckedSheet[tuple[int, SoilSamplingDraft]]


def rows(there: Iterable[SoilSampling]) -> list[Row]:
    """A row for each sampling, as it is read back; its reason is left to who changes it."""
    return [_row(sampling) for sampling in there]


def _row(sampling: SoilSampling) -> Row:
    cells = {column: getattr(sampling, FIELDS.get(column, column)) for column in COLUMNS}
    return cells | {"carbon_brought": YES if sampling.carbon_brought else NO, "reason": ""}


def check(session: Session, actor: Actor, sheet: Sheet, today: dt.date) -> Checked:
    """Check every row against the store of today; nothing is written.

    Errors: InvalidSheetError for more rows than can be held against it.
    """
    if len(sheet.rows) > MOST_ROWS:
        raise InvalidSheetError(
            "A sheet of samplings has at most {most} rows: bring them in parts.", most=MOST_ROWS
        )
    countries = places.countries(session)
    ready: list[tuple[int, SoilSamplingDraft]] = []
    problems: list[Problem] = []
    unchanged = 0
    taken: dict[Slot, int] = {}
    spelled: dict[tuple[str, str], str] = {}
    for line in sheet.rows:
        draft, wrongs = _draft(line, countries)
        if draft is not None and not wrongs:
            head = samplings.newest(session, draft.slot)
            draft = draft.model_copy(update={"corrects": head.id if head else None})
            if head is not None and _is_same(head, draft):
                unchanged += 1
                continue
            wrongs = list(_beside(draft, line.number, taken, spelled))
            wrongs = wrongs or list(_refused(session, actor, draft, today))
        if draft is not None and not wrongs:
            ready.append((line.number, draft))
        problems += (wrong.at(line.sheet, line.number, line.letters) for wrong in wrongs)
    return CheckedSheet(tuple(ready), unchanged, tuple(problems), sheet.remarks)


def write(
    session: Session, actor: Actor, ready: Sequence[tuple[int, SoilSamplingDraft]]
) -> list[SoilSampling]:
    """Report every row in the caller's transaction. Errors: those of `samplings.report_all`."""
    return samplings.report_all(session, actor, (draft for _row, draft in ready))


def _draft(line: Line, countries: places.Names) -> tuple[SoilSamplingDraft | None, list[Wrong]]:
    """What a row says, or everything that is wrong with its cells."""
    content = _content(line.cells, countries)
    if content.problems:
        return None, content.problems
    try:
        return SoilSamplingDraft.model_validate(content.said), []
    except ValidationError as error:
        return None, of_complaints(error, COLUMN_OF)


def _content(cells: Mapping[str, Cell], countries: places.Names) -> Content:
    content = Content(FIELDS, {"depth_to": None})
    content.take(cells, "country", lambda cell: countries.find(text(cell)))
    for column in (*NAMES, *ABOUT):
        content.take(cells, column, lambda cell: text(cell).strip())
    for column in NUMBERS:
        content.take(cells, column, written)
    for column, members in CHOICES.items():
        content.take(cells, column, partial(_choice, column, members))
    content.take(cells, "carbon_brought", answer)
    return content


def _choice(column: str, members: type[StrEnum], cell: Cell) -> StrEnum:
    typed = text(cell)
    meant = words.meaning(column, typed)
    for member in members:
        if meant == member or words.is_same(typed, member):
            return member
    raise InvalidSheetError(
        "“{written}” is none of these: {all}.", written=typed[:40], all=tuple(members)
    )


def _is_same(head: SoilSampling, draft: SoilSamplingDraft) -> bool:
    fields = set(SoilSamplingDraft.model_fields) - {"corrects", "reason"}
    return all(getattr(head, name) == getattr(draft, name) for name in fields)


def _beside(
    draft: SoilSamplingDraft,
    row: int,
    taken: dict[Slot, int],
    spelled: dict[tuple[str, str], str],
) -> Iterator[Wrong]:
    """What is wrong with a row beside the rows above it."""
    if draft.slot in taken:
        yield Wrong("year", Message("Row {row} is about the same sampling.", row=taken[draft.slot]))
    taken.setdefault(draft.slot, row)
    for column, place in (("site", draft.place_code), ("treatment", draft.site)):
        name = getattr(draft, column)
        known = spelled.setdefault((place, texts.fold(name)), name)
        if known != name:
            yield Wrong(
                column, Message("It is spelled “{name}” in a row above. Use one.", name=known)
            )


def _refused(
    session: Session, actor: Actor, draft: SoilSamplingDraft, today: dt.date
) -> Iterator[Wrong]:
    """What the store would refuse of a row."""
    try:
        samplings.check(session, actor, draft, today.year)
    except StoreError as error:
        yield Wrong("reason" if draft.corrects else "country", error.message)
