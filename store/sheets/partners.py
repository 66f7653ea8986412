"""The register of partners in a spreadsheet: out as it stands, in as it shall be, all or nothing.

A row is about the organisation of its name. A cell left empty says that this is not known.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from store.ground import texts
from store.ground.errors import ConflictError
from store.ground.messages import Message
from store.ledger import audit
from store.models import Organisation, Place
from store.models.people import College
from store.partners import organisations
from store.rights import rights
from store.rights.rights import Act, Actor
from store.sheets.problems import Problem, Wrong
from store.sheets.reading import Cell, Sheet
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
_COLLEGES = {college.casefold(): college for college in College}


@dataclass(frozen=True, slots=True)
class Ready:
    """A row that can be written: what it says, and what stood there, None where nothing did."""

    row: int
    wanted: Organisation
    seen: Organisation | None


@dataclass(frozen=True, slots=True)
class Checked:
    """What a sheet would do."""

    ready: tuple[Ready, ...]
    unchanged: int
    problems: tuple[Problem, ...]


def rows(register: Iterable[Organisation]) -> list[Row]:
    """A row for each partner and member, as it is read back."""
    return [row(organisation) for organisation in register if organisation.is_partner]


def row(organisation: Organisation) -> Row:
    """What the sheet says of an organisation."""
    cells = {column: getattr(organisation, field) for column, field in FIELDS.items()}
    return cells | {"kind": KINDS[organisation.is_member]}


def check(session: Session, sheet: Sheet, today: dt.date) -> Checked:
    """Check every row against the register of today; nothing is written."""
    register = organisations.everything(session)
    by_name = {organisation.name: organisation for organisation in register}
    spelled = {texts.fold(organisation.name): organisation.name for organisation in register}
    countries = _countries(session)
    codes = set(countries.values())
    ready: list[Ready] = []
    problems: list[Problem] = []
    unchanged = 0
    taken: dict[str, int] = {}
    for number, cells in sheet.rows:
        try:
            wanted = _organisation(cells, countries, today)
            _check_name(wanted.name, number, spelled, taken)
        except Wrong as wrong:
            problems.append(wrong.at(sheet.name, number))
            continue
        seen = by_name.get(wanted.name)
        if seen is not None and organisations.is_same(seen, wanted):
            unchanged += 1
            continue
        row_problems = list(_problems(wanted, sheet.name, number, codes, today))
        problems += row_problems
        if not row_problems:
            ready.append(Ready(number, wanted, seen and organisations.copy(seen)))
    return Checked(tuple(ready), unchanged, tuple(problems))


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
        return "add organisation", organisations.copy(change.wanted), None
    organisations.rewrite(organisation, change.wanted)
    return "change organisation", organisation, change.seen


def _countries(session: Session) -> dict[str, str]:
    """The codes of countries by themselves and by their English names, in small letters."""
    codes = organisations.countries(session)
    places = session.exec(select(Place).where(col(Place.code).in_(codes)))
    return {word.casefold(): place.code for place in places for word in (place.code, place.name_en)}


def _organisation(
    cells: Mapping[str, Cell], countries: Mapping[str, str], today: dt.date
) -> Organisation:
    kind = _text(cells, "kind").casefold()
    if kind not in KINDS:
        raise Wrong("kind", Message("Write “partner” or “member”."))
    country = _text(cells, "country")
    if country and country.casefold() not in countries:
        raise Wrong("country", Message("There is no country “{code}”.", code=country))
    college = _text(cells, "college").replace("’", "'")
    if college and college.casefold() not in _COLLEGES:
        message = Message(
            "There is no college “{college}”. Choose one of these: {all}.",
            college=college,
            all=tuple(College),
        )
        raise Wrong("college", message)
    return Organisation(
        name=_text(cells, "name"),
        is_partner=True,
        is_member=kind == "member",
        college=_COLLEGES.get(college.casefold()),
        country_code=countries.get(country.casefold()),
        joined_on=_day(cells, "joined"),
        member_since=_day(cells, "member_since"),
        left_on=_day(cells, "left"),
        source_title=_text(cells, "source_title"),
        source_link=_text(cells, "source_link"),
        known_on=today,
    )


def _check_name(name: str, number: int, spelled: Mapping[str, str], taken: dict[str, int]) -> None:
    sound = texts.fold(name)
    if not sound:
        return
    if sound in taken:
        message = Message("Row {row} is about the same organisation.", row=taken[sound])
        raise Wrong("name", message)
    taken[sound] = number
    if spelled.get(sound, name) != name:
        message = Message(
            "It is in the register as “{name}”. Use that spelling.", name=spelled[sound]
        )
        raise Wrong("name", message)


def _problems(
    wanted: Organisation, sheet: str, number: int, countries: Collection[str], today: dt.date
) -> Iterator[Problem]:
    for field, error in organisations.problems(wanted, countries, today):
        yield Problem(sheet, number, COLUMN_OF.get(field, field), error.message)


def _text(cells: Mapping[str, Cell], column: str) -> str:
    cell = cells.get(column)
    return "" if cell is None else str(cell).strip()


def _day(cells: Mapping[str, Cell], column: str) -> dt.date | None:
    cell = cells.get(column)
    if cell is None or isinstance(cell, dt.date):
        return cell
    try:
        return dt.date.fromisoformat(str(cell))
    except ValueError as error:
        message = Message("“{written}” is not a date like 2023-01-31.", written=cell)
        raise Wrong(column, message) from error
