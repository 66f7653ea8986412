"""The register of partners in a spreadsheet: out as it stands, in as it shall be, all or nothing.

A row is about the organisation of its name. A cell left empty says that this is not known.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from sqlmodel import Session

from store.ground import texts, words
from store.ground.errors import ConflictError, InvalidSheetError
from store.ground.messages import Message
from store.ledger import audit
from store.models import Organisation
from store.models.people import College
from store.partners import organisations
from store.partners.organisation_draft import OrganisationDraft
from store.rights import rights
from store.rights.rights import Act, Actor
from store.sheets import days, places
from store.sheets.cells import Content, text
from store.sheets.content import Cell
from store.sheets.problems import CheckedSheet, Problem, Wrong, of_complaints
from store.sheets.reading import Row as Line
from store.sheets.reading import Sheet
from store.sheets.writing import Row

# The columns of the sheet, and what an organisation calls what stands there.
FIELDS = {
    "name": "name",
    "college": "college",
    "country": "country_code",
    "kind": "is_member",
    "joined": "joined_on",
    "member_since": "member_since",
    "left": "left_on",
    "source_title": "source_title",
    "source_link": "source_link",
}
COLUMNS = tuple(FIELDS)
COLUMN_OF = {field: column for column, field in FIELDS.items()}
KINDS = ("partner", "member")
_COLLEGES = {words.fold(college): college for college in College}


@dataclass(frozen=True, slots=True)
class Ready:
    """A row that can be written: what it says, and what stood there, None where nothing did."""

    row: int
    wanted: OrganisationDraft
    seen: Organisation | None


Checked = CheckedSheet[Ready]


def rows(register: Iterable[Organisation]) -> list[Row]:
    """A row for each partner and member, as it is read back."""
    return [row(organisation) for organisation in register if organisation.is_partner]


def row(organisation: Organisation | OrganisationDraft) -> Row:
    """What the sheet says of an organisation."""
    cells = {column: getattr(organisation, field) for column, field in FIELDS.items()}
    return cells | {"kind": KINDS[organisation.is_member]}


def check(session: Session, sheet: Sheet, today: dt.date) -> Checked:
    """Check every row against the register of today; nothing is written."""
    register = organisations.everything(session)
    by_name = {organisation.name: organisation for organisation in register}
    spelled = {texts.fold(organisation.name): organisation.name for organisation in register}
    countries = places.countries(session)
    ready: list[Ready] = []
    problems: list[Problem] = []
    unchanged = 0
    taken: dict[str, int] = {}
    for line in sheet.rows:
        content = _content(line.cells, countries)
        content.problems += _about_name(content.said["name"], line, spelled, taken)
        if content.problems:
            problems += _at(line, content.problems)
            continue
        try:
            wanted = OrganisationDraft(is_partner=True, known_on=today, **content.said)
        except ValidationError as error:
            problems += _at(line, of_complaints(error, COLUMN_OF))
            continue
        seen = by_name.get(wanted.name)
        if seen is not None and organisations.is_same(seen, wanted):
            unchanged += 1
            continue
        row_problems = list(_problems(wanted, line, countries.called, today))
        problems += row_problems
        if not row_problems:
            ready.append(Ready(line.number, wanted, seen and organisations.copy(seen)))
    return CheckedSheet(tuple(ready), unchanged, tuple(problems), sheet.remarks)


def write(session: Session, actor: Actor, ready: Sequence[Ready]) -> int:
    """Add and change organisations in the caller's transaction; how many there were.

    Errors: NotAllowedError; ConflictError where somebody changed one meanwhile.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    present = {
        organisation.name: organisation for organisation in organisations.everything(session)
    }
    audit.write_all(session, actor.name, (_written(present, change) for change in ready))
    return len(ready)


def changes(change: Ready) -> list[tuple[str, object, object]]:
    """What a row changes of an organisation that is there: (column, before, after)."""
    if change.seen is None:
        return []
    before, after = row(change.seen), row(change.wanted)
    if not change.seen.is_partner:
        before["kind"] = None
    return [
        (column, before[column], after[column])
        for column in COLUMNS
        if before[column] != after[column]
    ]


def _written(
    present: Mapping[str, Organisation], change: Ready
) -> tuple[str, Organisation, Organisation | None]:
    organisation = present.get(change.wanted.name)
    if (organisation and organisation.model_dump()) != (change.seen and change.seen.model_dump()):
        raise ConflictError.of(audit.SOMEBODY_ELSE)
    if organisation is None:
        return "add organisation", Organisation.model_validate(change.wanted), None
    organisations.rewrite(organisation, change.wanted)
    return "change organisation", organisation, change.seen


def _content(cells: Mapping[str, Cell], countries: places.Names) -> Content:
    """What a row says of an organisation, by its fields."""
    content = Content(FIELDS, {"name": ""})
    for column in ("name", "source_title", "source_link"):
        content.take(cells, column, lambda cell: text(cell).strip())
    for column in ("joined", "member_since", "left"):
        content.take(cells, column, days.day)
    content.take(cells, "country", lambda cell: countries.find(text(cell)))
    content.take(cells, "college", _college)
    content.take({"kind": cells.get("kind") or ""}, "kind", _is_member)
    return content


def _is_member(cell: Cell) -> bool:
    kind = words.meaning("kind", text(cell))
    if kind not in KINDS:
        raise InvalidSheetError("Write “partner” or “member”.")
    return kind == "member"


def _college(cell: Cell) -> College:
    written = text(cell)
    college = _COLLEGES.get(words.fold(written))
    if college is None:
        raise InvalidSheetError(
            "There is no college “{college}”. Choose one of these: {all}.",
            college=written,
            all=tuple(College),
        )
    return college


def _about_name(
    name: str, line: Line, spelled: Mapping[str, str], taken: dict[str, int]
) -> Iterator[Wrong]:
    """What is wrong with a name beside the other rows and the register."""
    sound = texts.fold(name)
    if not sound:
        return
    if sound in taken:
        message = Message("Row {row} is about the same organisation.", row=taken[sound])
        yield Wrong("name", message)
    elif spelled.get(sound, name) != name:
        message = Message(
            "It is in the register as “{name}”. Use that spelling.", name=spelled[sound]
        )
        yield Wrong("name", message)
    taken.setdefault(sound, line.number)


def _problems(
    wanted: OrganisationDraft, line: Line, countries: Collection[str], today: dt.date
) -> Iterator[Problem]:
    for field, error in organisations.problems(wanted, countries, today):
        yield from _at(line, [Wrong(COLUMN_OF.get(field, field), error.message)])


def _at(line: Line, wrongs: Iterable[Wrong]) -> Iterator[Problem]:
    return (wrong.at(line.sheet, line.number, line.letters) for wrong in wrongs)
