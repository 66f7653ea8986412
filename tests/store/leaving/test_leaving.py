"""Somebody leaves: everything of theirs is handed over in one act, or nothing is."""

import datetime as dt
from typing import NamedTuple

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.ground.errors import (
    InvalidPersonError,
    InvalidTextError,
    NotAllowedError,
    UnknownReferenceError,
)
from store.leaving import leaving
from store.leaving.leaving import Handover
from store.ledger.knowledge import Until
from store.meetings import decisions
from store.models import AuditEntry, Role, RoleKind, SavedDraft
from store.partners import organisations
from store.people import erasure, joining, people, roles
from store.people.application_draft import ApplicationDraft
from store.people.person_draft import PersonDraft
from store.reporting import saved_drafts
from store.reporting.saved_drafts import Slot
from store.rights.rights import Actor, Grant, program
from tests.store.meetings.sittings import TODAY, decide, opened
from tests.store.partners.partners import organisation

OFFICE = program("test")
START = TODAY - dt.timedelta(days=100)
SEAT = Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-AFR")
LEAD = Grant(RoleKind.TASK_FORCE_LEADER, "D4")
MINE, OTHER = Slot("B3-regions", "R-AFR", 2025), Slot("D4-signed", "WLD", 2025)


class Team(NamedTuple):
    """Numbers of whoever leaves, of who comes after, and the roles of the first."""

    leaver: int
    heir: int
    seat: int
    lead: int


@pytest.fixture
def team(filled: sa.Engine) -> Team:
    """Somebody with two roles and two drafts, and a colleague."""
    with Session(filled) as session, session.begin():
        home = organisations.add(
            session, OFFICE, organisation("Soil Institute", known_on=START), START
        )
        leaver, heir = (
            people.add_person(session, OFFICE, PersonDraft(name=name, organisation_id=home.id)).id
            or 0
            for name in ("Lea", "Hugo")
        )
        seat, lead = (roles.grant(session, OFFICE, leaver, held, START) for held in (SEAT, LEAD))
        author = Actor(people.name_in_ledger(leaver), ())
        for slot in (MINE, OTHER):
            now = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
            saved_drafts.save(session, author, slot, {"value": "12"}, now)
        return Team(leaver, heir, seat.id or 0, lead.id or 0)


def hand_over(engine: sa.Engine, handover: Handover, actor: Actor = OFFICE) -> None:
    """Hand over in one transaction."""
    with Session(engine) as session, session.begin():
        leaving.hand_over(session, actor, handover, TODAY)


def held(engine: sa.Engine, person_id: int) -> list[Grant]:
    """The roles that somebody has today."""
    with Session(engine) as session:
        return roles.grants_on(session, person_id, TODAY)


def wish() -> ApplicationDraft:
    """To be in the team of A1."""
    return ApplicationDraft(
        objective_code="A1",
        role=RoleKind.TEAM_MEMBER,
        organisation_name="Soil Institute",
        motivation="I have read pledges for years.",
        sent_on=TODAY,
    )


def drafts(engine: sa.Engine) -> list[tuple[str, str | None]]:
    """Whose drafts there are, and for which indicator; None for a sampling of soil."""
    with Session(engine) as session:
        rows = session.exec(select(SavedDraft).order_by(col(SavedDraft.indicator_code)))
        return [(row.author, row.indicator_code) for row in rows]


def test_a_successor_takes_over_what_was_named_and_its_draft(filled: sa.Engine, team: Team) -> None:
    owner = people.name_in_ledger(team.leaver)
    written = decide(filled, opened(filled), owner=owner)
    closed = Handover(team.leaver, TODAY, team.heir, [team.seat], "Lea has left.")
    hand_over(filled, closed)
    assert held(filled, team.leaver) == []
    assert held(filled, team.heir) == [SEAT]
    heir = people.name_in_ledger(team.heir)
    assert drafts(filled) == [(heir, "B3-regions")]
    with Session(filled) as session:
        [row] = decisions.known(session, OFFICE, Until.day(TODAY))
        trail = session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id))).all()
    assert (row.code, row.owner, row.note) == (written.code, heir, "Lea has left.")
    assert trail[-4:] == ["end role", "grant role", "end role", "follow up"]


def test_without_a_successor_roles_end_and_drafts_go(filled: sa.Engine, team: Team) -> None:
    decide(filled, opened(filled), owner=people.name_in_ledger(team.leaver))
    with Session(filled) as session:
        found = leaving.look(session, OFFICE, team.leaver, TODAY, TODAY)
    assert [role.id for role in found.sole] == [team.seat, team.lead]
    assert (len(found.roles), len(found.decisions), found.drafts) == (2, 1, 2)
    hand_over(filled, Handover(team.leaver, TODAY))
    assert held(filled, team.leaver) == []
    assert drafts(filled) == []
    with Session(filled) as session:
        [row] = decisions.known(session, OFFICE, Until.day(TODAY))
    assert row.owner == people.name_in_ledger(team.leaver)


def test_the_successors_own_role_and_draft_stay(filled: sa.Engine, team: Team) -> None:
    heir = people.name_in_ledger(team.heir)
    with Session(filled) as session, session.begin():
        roles.grant(session, OFFICE, team.heir, SEAT, START)
        now = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
        saved_drafts.save(session, Actor(heir, ()), MINE, {"value": "7"}, now)
    with Session(filled) as session:
        found = leaving.look(session, OFFICE, team.leaver, TODAY, TODAY)
        assert [role.id for role in found.sole] == [team.lead]
    hand_over(filled, Handover(team.leaver, TODAY, team.heir, [team.seat, team.lead]))
    assert held(filled, team.heir) == [SEAT, LEAD]
    assert drafts(filled) == [(heir, "B3-regions"), (heir, "D4-signed")]
    with Session(filled) as session:
        own = saved_drafts.load(session, Actor(heir, ()), MINE)
        assert own is not None
        assert own.content == {"value": "7"}


@pytest.mark.parametrize(("place", "kept"), [("BEN", True), ("FRA", False)])
def test_a_half_typed_sampling_goes_to_who_may_report_it(
    filled: sa.Engine, team: Team, place: str, kept: bool
) -> None:
    author, heir = (people.name_in_ledger(one) for one in (team.leaver, team.heir))
    with Session(filled) as session, session.begin():
        now = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
        saved_drafts.save(session, Actor(author, ()), None, {"place_code": place}, now)
        field = Grant(RoleKind.REGIONAL_REPRESENTATIVE, "E2", "R-AFR")
        roles.grant(session, OFFICE, team.heir, field, START)
    hand_over(filled, Handover(team.leaver, TODAY, team.heir, []))
    assert drafts(filled) == ([(heir, None)] if kept else [])


def test_all_of_it_or_nothing(filled: sa.Engine, team: Team) -> None:
    decide(filled, opened(filled), owner=people.name_in_ledger(team.leaver))
    with pytest.raises(InvalidTextError):
        hand_over(filled, Handover(team.leaver, TODAY, team.heir, [team.seat, team.lead], ""))
    assert held(filled, team.leaver) == [SEAT, LEAD]
    assert held(filled, team.heir) == []
    assert len(drafts(filled)) == 2


def test_wishes_to_join_that_wait_are_answered_in_the_same_act(
    filled: sa.Engine, team: Team
) -> None:
    with Session(filled) as session, session.begin():
        for person_id in (team.leaver, team.heir):
            joining.apply(session, people.find(session, person_id), wish())
    with pytest.raises(InvalidTextError):
        hand_over(filled, Handover(team.leaver, TODAY))
    assert held(filled, team.leaver) == [SEAT, LEAD]
    with Session(filled) as session:
        found = leaving.look(session, OFFICE, team.leaver, TODAY, TODAY)
        assert [row.objective_code for row in found.wishes] == ["A1"]
    hand_over(filled, Handover(team.leaver, TODAY, answer="You have left the Initiative."))
    with Session(filled) as session:
        assert [row.person_id for row in joining.waiting(session)] == [team.heir]
        [own] = joining.waiting_of(session, people.find(session, team.leaver))
    assert (own.verdict, own.reason) == ("declined", "You have left the Initiative.")


@pytest.mark.same_sql
def test_what_cannot_be_handed_over_is_refused(filled: sa.Engine, team: Team) -> None:
    refusals = [
        (Handover(team.leaver, TODAY, team.leaver), "Choose somebody else as the successor."),
        (
            Handover(team.leaver, TODAY + dt.timedelta(days=1)),
            f"Hand over on the day itself, not before {TODAY + dt.timedelta(days=1)}.",
        ),
    ]
    for handover, sentence in refusals:
        with pytest.raises(InvalidPersonError) as refused:
            hand_over(filled, handover)
        assert str(refused.value) == sentence
    with pytest.raises(
        UnknownReferenceError, match="One of these roles is not this person’s any more"
    ):
        hand_over(filled, Handover(team.leaver, TODAY, team.heir, [999]))
    with Session(filled) as session, session.begin():
        erasure.erase(session, OFFICE, team.heir, TODAY)
    with pytest.raises(InvalidPersonError, match="The successor was erased; choose somebody else"):
        hand_over(filled, Handover(team.leaver, TODAY, team.heir, [team.seat]))
    outsider = Actor("person 9", (LEAD,))
    with pytest.raises(NotAllowedError):
        hand_over(filled, Handover(team.leaver, TODAY), outsider)
    with Session(filled) as session, pytest.raises(NotAllowedError):
        leaving.look(session, outsider, team.leaver, TODAY, TODAY)


def test_a_role_to_come_never_begins(filled: sa.Engine, team: Team) -> None:
    later = TODAY + dt.timedelta(days=30)
    with Session(filled) as session, session.begin():
        coming = Grant(RoleKind.TEAM_MEMBER, "A1")
        number = roles.grant(session, OFFICE, team.leaver, coming, later).id
    hand_over(filled, Handover(team.leaver, TODAY))
    with Session(filled) as session:
        row = session.get_one(Role, number)
        assert (row.valid_from, row.valid_to) == (later, later)
