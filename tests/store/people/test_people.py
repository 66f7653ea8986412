"""People: added, invited, bound to an identity once, given roles with dates, forgotten."""

import datetime as dt

import pytest
from pydantic import ValidationError
from sqlmodel import Session, select

from store.ground.errors import ConflictError, InvalidPersonError, UnknownReferenceError
from store.models import AuditEntry, Person, RoleKind, SavedDraft
from store.partners import organisations
from store.people import erasure, identities, people, roles
from store.people.identities import Identity
from store.people.person_draft import PersonDraft
from store.reporting import saved_drafts
from store.reporting.saved_drafts import Slot
from store.rights.rights import Actor, Grant, program
from tests.store.partners.partners import organisation

SECRETARY = program("test")
MARCH, APRIL = dt.date(2026, 3, 1), dt.date(2026, 4, 1)
NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
LEADER = Grant(RoleKind.TASK_FORCE_LEADER, "D4")
ADDRESS = "amina@soil.example"


@pytest.fixture
def amina(session: Session) -> int:
    """Somebody of a partner organisation, known by her address."""
    home = organisations.add(
        session, SECRETARY, organisation("Soil Institute", known_on=MARCH), MARCH
    )
    person = people.add_person(
        session,
        SECRETARY,
        PersonDraft(name="Amina", email=" Amina@Soil.example ", organisation_id=home.id),
    )
    return person.id or 0


def identity(subject: str = "s1", email: str | None = ADDRESS) -> Identity:
    """What a provider says of whoever signs in."""
    return Identity("https://login.example", subject, email)


def test_a_verified_address_binds_at_the_first_sign_in(session: Session, amina: int) -> None:
    bound = identities.bind(session, identity())
    assert bound is not None
    assert bound.id == amina
    assert identities.bind(session, identity(email=None)) == bound  # later, by the subject alone


@pytest.mark.usefixtures("amina")
def test_an_address_binds_once(session: Session) -> None:
    identities.bind(session, identity())
    assert identities.bind(session, identity("s2")) is None


@pytest.mark.usefixtures("amina")
def test_a_stranger_is_nobody(session: Session) -> None:
    assert identities.bind(session, identity(email="eve@soil.example")) is None
    assert identities.bind(session, identity(email=None)) is None


def test_an_invitation_binds_without_an_address_and_works_once(
    session: Session, amina: int
) -> None:
    code = people.invite(session, SECRETARY, amina)
    assert identities.bind(session, identity(email=None), "guessed") is None
    bound = identities.bind(session, identity(email=None), f" {code} ")
    assert bound is not None
    assert bound.id == amina
    assert identities.bind(session, identity("s2", None), code) is None


def test_a_second_invitation_voids_the_first_and_moves_the_binding(
    session: Session, amina: int
) -> None:
    identities.bind(session, identity())
    first, second = (people.invite(session, SECRETARY, amina) for _time in range(2))
    assert identities.bind(session, identity("s2", None), first) is None
    moved = identities.bind(session, identity("s2", None), second)
    assert moved is not None
    assert identities.find(session, identity()) is None


@pytest.mark.usefixtures("amina")
def test_an_invitation_does_not_make_one_person_another(session: Session) -> None:
    other = people.add_person(
        session, SECRETARY, PersonDraft(name="Bela", email="bela@soil.example")
    )
    identities.bind(session, identity())
    code = people.invite(session, SECRETARY, other.id or 0)
    assert identities.bind(session, identity(), code) is None


def test_a_role_holds_from_its_first_day_to_the_day_before_its_last(
    session: Session, amina: int
) -> None:
    role = roles.grant(session, SECRETARY, amina, LEADER, MARCH)
    roles.end_role(session, SECRETARY, role.id or 0, APRIL)
    held = {
        day: roles.grants_on(session, amina, day)
        for day in (MARCH - dt.timedelta(1), MARCH, APRIL - dt.timedelta(1), APRIL)
    }
    assert list(held.values()) == [[], [LEADER], [LEADER], []]


@pytest.mark.parametrize("held", [LEADER, Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D4", "R-AFR")])
def test_leaders_and_representatives_come_from_partners(session: Session, held: Grant) -> None:
    outside = organisations.add(
        session, SECRETARY, organisation("Elsewhere", is_partner=False, known_on=MARCH), MARCH
    )
    person = people.add_person(
        session, SECRETARY, PersonDraft(name="Cem", organisation_id=outside.id)
    )
    with pytest.raises(InvalidPersonError, match="Only people from a partner or member"):
        roles.grant(session, SECRETARY, person.id or 0, held, MARCH)


@pytest.mark.same_sql
@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (Grant(RoleKind.TASK_FORCE_LEADER), "needs an objective"),
        (Grant(RoleKind.TASK_FORCE_LEADER, "Z9"), "needs an objective"),
        (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D4"), "needs a region"),
        (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D4", "KEN"), "needs a region"),
        (Grant(RoleKind.SECRETARIAT, "D4"), "has no objective"),
    ],
)
def test_a_role_that_cannot_be_is_refused_with_a_sentence(
    session: Session, amina: int, held: Grant, sentence: str
) -> None:
    with pytest.raises(InvalidPersonError, match=sentence):
        roles.grant(session, SECRETARY, amina, held, MARCH)


def test_a_role_is_not_given_twice(session: Session, amina: int) -> None:
    roles.grant(session, SECRETARY, amina, LEADER, MARCH)
    with pytest.raises(InvalidPersonError, match="has this role already"):
        roles.grant(session, SECRETARY, amina, LEADER, APRIL)


@pytest.mark.same_sql
@pytest.mark.parametrize("email", ["amina", "a b@c.example", "a@b@c.example", "amina@localhost"])
def test_what_is_no_address_is_refused(email: str) -> None:
    with pytest.raises(ValidationError, match="is not an e-mail address"):
        PersonDraft(name="Amina", email=email)


@pytest.mark.usefixtures("amina")
def test_two_people_do_not_share_an_address(session: Session) -> None:
    with pytest.raises(ConflictError, match="address or identity already"):
        people.add_person(session, SECRETARY, PersonDraft(name="Another", email=ADDRESS.upper()))


def test_who_is_not_there_cannot_be_given_anything(session: Session) -> None:
    with pytest.raises(UnknownReferenceError, match="no person 99"):
        roles.grant(session, SECRETARY, 99, LEADER, MARCH)


def test_what_an_erased_person_had_typed_is_gone(session: Session, amina: int) -> None:
    slot, content = Slot("D4-signed", "WLD", 2025), {"note": "Call Amina at home"}
    for name in (people.name_in_ledger(amina), "person 99"):
        saved_drafts.save(session, Actor(name, ()), slot, content, NOON)
    erasure.erase(session, SECRETARY, amina, MARCH)
    assert [draft.author for draft in session.exec(select(SavedDraft))] == ["person 99"]


def test_an_erased_person_leaves_a_number_and_no_word(session: Session, amina: int) -> None:
    roles.grant(session, SECRETARY, amina, LEADER, MARCH)
    identities.bind(session, identity())
    erasure.erase(session, SECRETARY, amina, MARCH)

    left = session.get_one(Person, amina)
    assert roles.grants_on(session, amina, dt.date(2100, 1, 1)) == []
    assert identities.find(session, identity()) is None
    everything = [left.model_dump_json()]
    everything += [entry.model_dump_json() for entry in session.exec(select(AuditEntry))]
    told = "\n".join(everything).lower()
    assert "amina" not in told
    assert "login.example" not in told
