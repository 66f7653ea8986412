"""Who is behind a name in the ledger, as far as the reader may know."""

from components.language.text import _, day, tell
from components.reader import access, cache
from components.reader.places import name as place_name
from store.models import Person, Role, RoleKind
from store.people import people
from store.rights.rights import ROLE_NAMES, Act


def role_name(role: RoleKind) -> str:
    """A role as the plan calls it."""
    return tell(ROLE_NAMES[role])


def describe(role: Role) -> str:
    """A role with its objective, its region and its days."""
    what = [role_name(role.role), role.objective_code or ""]
    if role.region_code:
        what.append(place_name(role.region_code))
    office = " ".join(part for part in what if part)
    if role.valid_to is None:
        return _("{role} since {day}", role=office, day=day(role.valid_from))
    return _(
        "{role}, {first} to {last}",
        role=office,
        first=day(role.valid_from),
        last=day(role.valid_to),
    )


def display(name: str) -> str:
    """A person's own name for those with a right to it or by consent; else the role of a number."""
    number = people.number_in_ledger(name)
    if number is None:
        return name
    person = cache.derived("people", (), _by_name).get(name)
    if person is None or not may_name(person):
        return _("reporter no. {number}", number=number)
    return person.name


def _by_name() -> dict[str, Person]:
    return {actor.name: person for person, actor in cache.actors()}


def may_name(person: Person) -> bool:
    """Whether the reader may read the person's name."""
    is_self = access.actor().name == people.name_in_ledger(person.id or 0)
    return person.shows_name or is_self or access.may(Act.SEE)


def may_write_to(objective_code: str) -> bool:
    """Whether the reader may see the addresses of a task force: who is in it, the Secretariat."""
    is_in_it = any(grant.objective == objective_code for grant in access.actor().grants)
    return is_in_it or access.may(Act.MANAGE_PEOPLE)


def label(person: Person) -> str:
    """A person in a list of people."""
    return f"{person.name} ({person.email})" if person.email else person.name
