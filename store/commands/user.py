"""`python -m store user`: people and roles from the command line, for the first Secretariat."""

import argparse
import datetime as dt
from collections.abc import Iterator

from sqlmodel import Session, col, select

from store.database import migrate
from store.ground import clock
from store.models import Organisation, Person, Role
from store.models.people import RoleKind
from store.partners import organisations
from store.partners.organisation_draft import OrganisationDraft
from store.people import people, roles
from store.people.person_draft import PersonDraft
from store.rights import rights

ACTOR = rights.program("command line")


def declare(command: argparse.ArgumentParser) -> None:
    """Give the command its own commands and arguments."""
    commands = command.add_subparsers(required=True, metavar="COMMAND", dest="user_command")
    commands.add_parser("list", help="Everybody, with roles and their numbers.")
    add = commands.add_parser("add", help="Add a person, with a role or without.")
    add.add_argument("name")
    add.add_argument("--email", help="the address that a provider vouches for at sign-in")
    add.add_argument("--organisation", help="its name; added where it is new")
    add.add_argument("--partner", action="store_true", help="the organisation is a partner")
    add.add_argument("--member", action="store_true", help="the organisation is a member")
    add.add_argument("--invite", action="store_true", help="print a code that works once")
    _declare_role(add, required=False)
    role = commands.add_parser("grant", help="Give a person a role.")
    role.add_argument("person", type=int, help="the number that `list` shows")
    _declare_role(role, required=True)
    end = commands.add_parser("end", help="End a role.")
    end.add_argument("number", type=int, help="the role's number that `list` shows")
    end.add_argument("--on", type=dt.date.fromisoformat, help="the first day without it")


def _declare_role(command: argparse.ArgumentParser, *, required: bool) -> None:
    command.add_argument("--role", choices=tuple(RoleKind), required=required)
    command.add_argument("--objective", help="A1 to F3")
    command.add_argument("--region", help="AFR, APA, EUR, LAC or NAM")


def run(arguments: argparse.Namespace, url: str) -> list[str]:
    """Do what was asked; return the lines to print, everybody's roles last."""
    engine = migrate.upgrade(url)
    lines: list[str] = []
    with Session(engine) as session, session.begin():
        match arguments.user_command:
            case "add":
                lines = _add(session, arguments)
            case "grant":
                _grant(session, arguments, arguments.person)
            case "end":
                on = arguments.on or clock.today()
                roles.end_role(session, ACTOR, arguments.number, on)
        lines += _listed(session)
    engine.dispose()
    return lines


def _add(session: Session, arguments: argparse.Namespace) -> list[str]:
    person = people.add_person(
        session,
        ACTOR,
        PersonDraft(
            name=arguments.name,
            email=arguments.email,
            organisation_id=_organisation(session, arguments),
        ),
    )
    if arguments.role:
        _grant(session, arguments, person.id or 0)
    if not arguments.invite:
        return []
    return [f"invitation: {people.invite(session, ACTOR, person.id or 0)}"]


def _organisation(session: Session, arguments: argparse.Namespace) -> int | None:
    if not arguments.organisation:
        return None
    same = select(Organisation).where(Organisation.name == arguments.organisation.strip())
    known = session.exec(same).first()
    if known is None:
        known = organisations.add(
            session,
            ACTOR,
            OrganisationDraft(
                name=arguments.organisation,
                is_partner=arguments.partner,
                is_member=arguments.member,
                known_on=clock.today(),
            ),
            clock.today(),
        )
    return known.id


def _grant(session: Session, arguments: argparse.Namespace, person_id: int) -> None:
    region = f"R-{arguments.region}" if arguments.region else None
    grant = rights.Grant(RoleKind(arguments.role), arguments.objective, region)
    roles.grant(session, ACTOR, person_id, grant, clock.today())


def _listed(session: Session) -> Iterator[str]:
    for person in session.exec(select(Person).order_by(col(Person.id))):
        known_by = person.email or ("signed in" if person.subject else "no address")
        yield f"{person.id:>4}  {person.name}  ({known_by})"
        for row in session.exec(select(Role).where(Role.person_id == person.id)):
            what = [part for part in (row.role, row.objective_code, row.region_code) if part]
            until = f" until {row.valid_to}" if row.valid_to else ""
            yield f"      role {row.id}: {' '.join(what)} from {row.valid_from}{until}"
