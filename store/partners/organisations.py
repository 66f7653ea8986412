"""Where people come from: who is added to the register of partners, changed, and leaves it.

An organisation is changed in place; the audit keeps what it was before.
"""

import datetime as dt
from collections.abc import Collection, Iterator

from sqlmodel import Session, col, select

from store.ground import texts
from store.ground.clock import LAUNCH
from store.ground.errors import ConflictError, InvalidOrganisationError, UnknownReferenceError
from store.ground.messages import Message
from store.ledger import audit
from store.models import Organisation, Place, PlaceKind
from store.models.people import OrganisationFields
from store.partners.organisation_draft import OrganisationDraft
from store.rights import rights
from store.rights.rights import Act, Actor

NOTICE = dt.timedelta(days=366)  # how long before it leaves an organisation may say so
CONTENT = tuple(OrganisationFields.model_fields)  # what may be changed
TAKEN = Message("An organisation of this name is in the register already.")


def add(session: Session, actor: Actor, draft: OrganisationDraft, today: dt.date) -> Organisation:
    """Add an organisation.

    Errors: NotAllowedError, InvalidOrganisationError for what cannot be today,
            ConflictError for a name that is there.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    _check(session, draft, today)
    row = Organisation.model_validate(draft)
    return audit.write(session, actor.name, "add organisation", row, refusal=TAKEN)


def change(
    session: Session, actor: Actor, seen: Organisation, draft: OrganisationDraft, today: dt.date
) -> Organisation:
    """Give the organisation that the writer saw as `seen` the content of the draft.

    From when it is known stays. Errors: those of `add`; ConflictError where somebody changed it
    meanwhile.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    row = _row(session, seen.id or 0)
    if row.model_dump() != seen.model_dump():
        raise ConflictError.of(audit.SOMEBODY_ELSE)
    _check(session, draft, today, own_id=row.id)
    before = copy(row)
    rewrite(row, draft)
    return audit.write(session, actor.name, "change organisation", row, before, TAKEN)


def leave(
    session: Session, actor: Actor, organisation_id: int, on: dt.date, today: dt.date
) -> Organisation:
    """Note that an organisation leaves: `on` is the first day without it.

    Errors: NotAllowedError, UnknownReferenceError, InvalidOrganisationError for one that is no
            partner, or for a day more than a year ahead; ValidationError for one before it joined.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    row = _row(session, organisation_id)
    if not row.is_partner:
        raise InvalidOrganisationError("{name} is neither partner nor member.", name=row.name)
    before = copy(row)
    _check(session, OrganisationDraft.of(row, left_on=on), today, own_id=row.id)
    row.left_on = on
    return audit.write(session, actor.name, "organisation leaves", row, before)


def everything(session: Session) -> list[Organisation]:
    """Every organisation, by name."""
    return list(session.exec(select(Organisation).order_by(col(Organisation.name))))


def copy(row: Organisation) -> Organisation:
    """The same content in an object of its own, which no session knows."""
    return Organisation.model_validate(row.model_dump())


def rewrite(row: Organisation, draft: OrganisationDraft) -> None:
    """Give a row of the store the content of a draft."""
    for field in CONTENT:
        setattr(row, field, getattr(draft, field))


def is_same(row: Organisation, draft: OrganisationDraft) -> bool:
    """Whether a draft would change nothing."""
    return all(getattr(row, field) == getattr(draft, field) for field in CONTENT)


def countries(session: Session) -> set[str]:
    """The codes an organisation's country can have: of countries, and of the European Union."""
    kinds = (PlaceKind.COUNTRY, PlaceKind.ORGANISATION)
    return set(session.exec(select(Place.code).where(col(Place.kind).in_(kinds))))


def problems(
    draft: OrganisationDraft, countries: Collection[str], today: dt.date
) -> Iterator[tuple[str, InvalidOrganisationError]]:
    """Everything that cannot be in this register and on the day of writing, as (field, error)."""
    code = draft.country_code
    if code is not None and code not in countries:
        yield "country_code", InvalidOrganisationError("There is no country “{code}”.", code=code)
    for field in ("joined_on", "member_since"):
        day = getattr(draft, field)
        if day is not None and not LAUNCH <= day <= today:
            yield (
                field,
                InvalidOrganisationError(
                    "{day} is not between the launch, {launch}, and today.",
                    day=day,
                    launch=LAUNCH,
                ),
            )
    if draft.left_on is not None and draft.left_on > today + NOTICE:
        yield (
            "left_on",
            InvalidOrganisationError("{day} is more than a year ahead.", day=draft.left_on),
        )


def _check(
    session: Session, draft: OrganisationDraft, today: dt.date, own_id: int | None = None
) -> None:
    for _field, error in problems(draft, countries(session), today):
        raise error
    names = session.exec(select(Organisation.id, Organisation.name))
    wanted = texts.fold(draft.name)
    if any(number != own_id and texts.fold(name) == wanted for number, name in names):
        raise ConflictError.of(TAKEN)


def _row(session: Session, organisation_id: int) -> Organisation:
    row = session.get(Organisation, organisation_id)
    if row is None:
        raise UnknownReferenceError("There is no such organisation.")
    return row
