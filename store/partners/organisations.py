"""Where people come from: who is added to the register of partners, changed, and leaves it.

An organisation is changed in place; the audit keeps what it was before.
"""

import datetime as dt
from collections.abc import Collection, Iterator

from sqlmodel import Session, col, select

from store.ground import texts
from store.ground.clock import LAUNCH
from store.ground.errors import (
    ConflictError,
    InvalidOrganisationError,
    InvalidTextError,
    StoreError,
    UnknownReferenceError,
)
from store.ground.messages import Message
from store.ledger import audit
from store.models import Organisation, Place, PlaceKind
from store.models.people import College
from store.rights import rights
from store.rights.rights import Act, Actor

NOTICE = dt.timedelta(days=366)  # how long before it leaves an organisation may say so
TEXTS = ("name", "source_title", "source_link")
# What may be changed.
CONTENT = (
    *("name", "is_partner", "is_member", "college", "country_code"),
    *("joined_on", "member_since", "left_on", "source_title", "source_link"),
)
TAKEN = Message("An organisation of this name is in the register already.")


def add(
    session: Session,
    actor: Actor,
    name: str,
    today: dt.date,
    *,
    is_partner: bool,
    is_member: bool,
    college: College | None = None,
    country_code: str | None = None,
    joined_on: dt.date | None = None,
    member_since: dt.date | None = None,
    left_on: dt.date | None = None,
    source_title: str = "",
    source_link: str = "",
    known_on: dt.date | None = None,
) -> Organisation:
    """Add an organisation; a member is a partner too, and no company can be one.

    It is shown from `known_on`, the day a source published it; from today where that is None.
    Errors: NotAllowedError, InvalidOrganisationError or InvalidTextError for what cannot be,
            ConflictError for a name that is there.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    row = Organisation(
        name=name.strip(),
        is_partner=is_partner or is_member,
        is_member=is_member,
        college=college,
        country_code=country_code,
        joined_on=joined_on,
        member_since=member_since,
        left_on=left_on,
        source_title=source_title.strip(),
        source_link=source_link.strip(),
        known_on=known_on or today,
    )
    _check(session, row, today)
    return audit.write(session, actor.name, "add organisation", row, refusal=TAKEN)


def change(
    session: Session, actor: Actor, seen: Organisation, wanted: Organisation, today: dt.date
) -> Organisation:
    """Give the organisation that the writer saw as `seen` the content of `wanted`.

    Errors: those of `add`; ConflictError where somebody changed it meanwhile.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    row = _row(session, seen.id or 0)
    if row.model_dump() != seen.model_dump():
        raise ConflictError.of(audit.SOMEBODY_ELSE)
    wanted = copy(wanted)
    wanted.name = wanted.name.strip()
    _check(session, wanted, today, own_id=row.id)
    before = copy(row)
    rewrite(row, wanted)
    return audit.write(session, actor.name, "change organisation", row, before, TAKEN)


def leave(
    session: Session, actor: Actor, organisation_id: int, on: dt.date, today: dt.date
) -> Organisation:
    """Note that an organisation leaves: `on` is the first day without it.

    Errors: NotAllowedError, UnknownReferenceError, InvalidOrganisationError for one that is no
            partner, or for a day before it joined or more than a year ahead.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    row = _row(session, organisation_id)
    if not row.is_partner:
        raise InvalidOrganisationError("{name} is neither partner nor member.", name=row.name)
    before = copy(row)
    wanted = copy(row)
    wanted.left_on = on
    _check(session, wanted, today, own_id=row.id)
    row.left_on = on
    return audit.write(session, actor.name, "organisation leaves", row, before)


def everything(session: Session) -> list[Organisation]:
    """Every organisation, by name."""
    return list(session.exec(select(Organisation).order_by(col(Organisation.name))))


def copy(row: Organisation) -> Organisation:
    """The same content in an object of its own, which no session knows."""
    return Organisation.model_validate(row.model_dump())


def rewrite(row: Organisation, wanted: Organisation) -> None:
    """Give a row the content of another."""
    for field in CONTENT:
        setattr(row, field, getattr(wanted, field))


def is_same(one: Organisation, other: Organisation) -> bool:
    """Whether two say the same of an organisation."""
    return all(getattr(one, field) == getattr(other, field) for field in CONTENT)


def countries(session: Session) -> set[str]:
    """The codes an organisation's country can have: of countries, and of the European Union."""
    kinds = (PlaceKind.COUNTRY, PlaceKind.ORGANISATION)
    return set(session.exec(select(Place.code).where(col(Place.kind).in_(kinds))))


def problems(
    row: Organisation, countries: Collection[str], today: dt.date
) -> Iterator[tuple[str, StoreError]]:
    """Everything that cannot be on the day it is written, as (field, error)."""
    for field in TEXTS:
        try:
            texts.check(getattr(row, field))
        except InvalidTextError as error:
            yield field, error
    if not row.name.strip():
        yield "name", InvalidOrganisationError("Fill in the name.")
    try:
        texts.check_link(row.source_link)
    except InvalidTextError as error:
        yield "source_link", error
    if row.country_code is not None and row.country_code not in countries:
        code = row.country_code
        yield "country_code", InvalidOrganisationError("There is no country “{code}”.", code=code)
    yield from _problems_of_kind(row)
    yield from _problems_of_days(row, today)


def _problems_of_kind(row: Organisation) -> Iterator[tuple[str, StoreError]]:
    if row.is_member and row.college == College.COMPANIES:
        yield "is_member", InvalidOrganisationError("Companies can be partners, not members.")
    if row.member_since is not None and not row.is_member:
        yield (
            "member_since",
            InvalidOrganisationError("Only members have a day on which they became one."),
        )
    if not row.is_partner and (row.joined_on or row.left_on):
        yield (
            "joined_on",
            InvalidOrganisationError(
                "What is neither partner nor member cannot have joined or left."
            ),
        )


def _problems_of_days(row: Organisation, today: dt.date) -> Iterator[tuple[str, StoreError]]:
    for field in ("joined_on", "member_since"):
        day = getattr(row, field)
        if day is not None and not LAUNCH <= day <= today:
            yield (
                field,
                InvalidOrganisationError(
                    "{day} is not between the launch, {launch}, and today.",
                    day=day,
                    launch=LAUNCH,
                ),
            )
    if _is_before(row.member_since, row.joined_on):
        yield (
            "member_since",
            InvalidOrganisationError(
                "It cannot have been a member before it joined on {day}.", day=row.joined_on
            ),
        )
    began = row.member_since or row.joined_on or LAUNCH
    if _is_before(row.left_on, began):
        yield (
            "left_on",
            InvalidOrganisationError(
                "It joined on {day}; it cannot have left before that.", day=began
            ),
        )
    if row.left_on is not None and row.left_on > today + NOTICE:
        yield (
            "left_on",
            InvalidOrganisationError("{day} is more than a year ahead.", day=row.left_on),
        )


def _is_before(day: dt.date | None, other: dt.date | None) -> bool:
    return day is not None and other is not None and day < other


def _check(session: Session, row: Organisation, today: dt.date, own_id: int | None = None) -> None:
    for _field, error in problems(row, countries(session), today):
        raise error
    names = session.exec(select(Organisation.id, Organisation.name))
    wanted = texts.fold(row.name)
    if any(number != own_id and texts.fold(name) == wanted for number, name in names):
        raise ConflictError.of(TAKEN)


def _row(session: Session, organisation_id: int) -> Organisation:
    row = session.get(Organisation, organisation_id)
    if row is None:
        raise UnknownReferenceError("There is no such organisation.")
    return row
