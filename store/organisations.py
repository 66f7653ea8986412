"""Where people come from: partners, members and others, by college."""

from sqlmodel import Session, col, select

from store import audit, people, rights
from store.errors import InvalidPersonError
from store.models import Organisation
from store.models.people import COLLEGES
from store.rights import Act, Actor


def add(
    session: Session,
    actor: Actor,
    name: str,
    *,
    is_partner: bool,
    is_member: bool,
    college: str | None = None,
) -> Organisation:
    """Add an organisation; a member is a partner too, and no company can be one.

    Errors: NotAllowedError, InvalidPersonError, ConflictError for a name that is there.
    """
    rights.demand(actor, Act.MANAGE_PEOPLE)
    if college is not None and college not in COLLEGES:
        raise InvalidPersonError("There is no college “{college}”.", college=college)
    if is_member and college == "companies":
        raise InvalidPersonError("Companies can be partners, not members.")
    row = Organisation(
        name=people.named(name),
        is_partner=is_partner or is_member,
        is_member=is_member,
        college=college,
    )
    taken = "An organisation of this name is there already."
    return audit.write(session, actor.name, "add organisation", row, refusal=taken)


def everything(session: Session) -> list[Organisation]:
    """Every organisation, by name."""
    return list(session.exec(select(Organisation).order_by(col(Organisation.name))))
