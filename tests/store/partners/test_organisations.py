"""Who writes the register of partners, what is refused, and what the audit keeps of it."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session, select

from store.ground.errors import (
    ConflictError,
    InvalidError,
    InvalidPersonError,
    NotAllowedError,
    StoreError,
    UnknownReferenceError,
)
from store.models import AuditEntry, College, RoleKind
from store.partners import organisations
from store.partners.organisation_draft import OrganisationDraft
from store.people import people, roles
from store.people.person_draft import PersonDraft
from store.rights.rights import VISITOR, Actor, Grant
from tests.store.partners.partners import (
    DAY,
    JOINED,
    LEFT,
    MEMBER,
    TODAY,
    institute,
    organisation,
)
from tests.store.writing import ANA

STC = Actor("Stan", (Grant(RoleKind.STC_MEMBER),))


def test_only_who_manages_people_writes_the_register(shared: sa.Engine) -> None:
    with Session(shared) as session:
        row = institute(session)
        for actor in (VISITOR, STC):
            with pytest.raises(NotAllowedError):
                organisations.add(session, actor, organisation("Mine"), TODAY)
            with pytest.raises(NotAllowedError):
                organisations.change(session, actor, row, OrganisationDraft.of(row), TODAY)
            with pytest.raises(NotAllowedError):
                organisations.leave(session, actor, row.id or 0, LEFT, TODAY)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"college": College.COMPANIES}, "Companies can be partners"),
        ({"country_code": "XXX"}, "no country “XXX”"),
        ({"country_code": "WLD"}, "no country “WLD”"),
        ({"country_code": "R-AFR"}, "no country “R-AFR”"),
        (
            {"member_since": JOINED - DAY},
            "It cannot have been a member before it joined on 2017-05-01.",
        ),
        ({"left_on": JOINED - DAY}, "It joined on 2019-03-01; it cannot have left before that."),
        ({"left_on": MEMBER - DAY}, "It joined on 2019-03-01; it cannot have left before that."),
        (
            {"left_on": JOINED - DAY, "member_since": None},
            "It joined on 2017-05-01; it cannot have left before that.",
        ),
        ({"is_member": False}, "Only members have a day on which they became one."),
        (
            {"is_member": False, "is_partner": False, "member_since": None},
            "neither partner nor member cannot have joined",
        ),
        ({"joined_on": dt.date(2015, 11, 30)}, "is not between the launch, 2015-12-01, and today."),
        ({"joined_on": TODAY + DAY, "member_since": None, "left_on": None}, "and today"),
        ({"left_on": TODAY + dt.timedelta(days=400)}, "is more than a year ahead."),
        ({"source_link": "javascript:alert(1)"}, "https://"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    shared: sa.Engine, changes: dict[str, Any], sentence: str
) -> None:
    with Session(shared) as session:
        with pytest.raises((InvalidError, ValidationError), match=sentence):
            institute(session, **changes)
        seen = organisations.copy(institute(session))
        with pytest.raises((InvalidError, ValidationError), match=sentence):
            organisations.change(session, ANA, seen, OrganisationDraft.of(seen, **changes), TODAY)


@pytest.mark.parametrize("field", ["name", "source_title", "source_link"])
def test_control_characters_are_refused(field: str) -> None:
    content: dict[str, Any] = {"name": "Register", field: "Bell\x07"}
    with pytest.raises(ValidationError, match=r"U\+0007"):
        organisation(**content)


def test_the_union_is_a_country_here_and_a_name_is_needed(shared: sa.Engine) -> None:
    with Session(shared) as session:
        assert institute(session, country_code="EUU").id
        with pytest.raises(ValidationError, match="Fill in the name"):
            organisation(" ")


@pytest.mark.parametrize("name", ["Soil Institute", " soil  institute "])
def test_a_name_stands_for_one_organisation(shared: sa.Engine, name: str) -> None:
    with Session(shared) as session:
        institute(session)
        with pytest.raises(
            ConflictError, match="An organisation of this name is in the register already"
        ):
            organisations.add(session, ANA, organisation(name), TODAY)


def test_a_change_leaves_what_was_before_in_the_audit(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        seen = organisations.copy(institute(session, left_on=None))
        wanted = OrganisationDraft.of(seen, name=" Institute of Soils ", country_code="UGA")
        row = organisations.change(session, ANA, seen, wanted, TODAY)
        assert (row.id, row.name, row.country_code) == (seen.id, "Institute of Soils", "UGA")
        organisations.leave(session, ANA, row.id or 0, LEFT, TODAY)
    with Session(filled) as session:
        subject = f"organisation {seen.id}"
        trail = session.exec(select(AuditEntry).where(AuditEntry.subject == subject)).all()
        assert [entry.action for entry in trail] == [
            "add organisation",
            "change organisation",
            "organisation leaves",
        ]
        assert [(entry.before or {}).get("country_code") for entry in trail] == [
            None,
            "KEN",
            "UGA",
        ]
        assert (trail[-1].after or {})["left_on"] == "2022-07-01"


def test_who_changes_an_old_version_is_told(shared: sa.Engine) -> None:
    with Session(shared) as session:
        seen = organisations.copy(institute(session))
        wanted = OrganisationDraft.of(seen, college=College.CIVIL_SOCIETY)
        organisations.change(session, ANA, seen, wanted, TODAY)
        with pytest.raises(ConflictError, match="Somebody else"):
            organisations.change(session, ANA, seen, wanted, TODAY)
        with pytest.raises(UnknownReferenceError):
            organisations.leave(session, ANA, 10**6, LEFT, TODAY)


def test_only_a_partner_leaves(shared: sa.Engine) -> None:
    with Session(shared) as session:
        outside = organisations.add(
            session, ANA, organisation("Elsewhere", is_partner=False), TODAY
        )
        with pytest.raises(StoreError, match="neither partner nor member"):
            organisations.leave(session, ANA, outside.id or 0, LEFT, TODAY)


@pytest.mark.parametrize(
    ("day", "is_allowed"),
    [(JOINED - DAY, False), (JOINED, True), (LEFT - DAY, True), (LEFT, False)],
)
def test_who_left_sends_no_new_leader(shared: sa.Engine, day: dt.date, *, is_allowed: bool) -> None:
    with Session(shared) as session:
        # Entered today, long after it left: what counts is the day on which the role begins.
        home = institute(session, known_on=TODAY)
        person = people.add_person(session, ANA, PersonDraft(name="Lea", organisation_id=home.id))
        leader = Grant(RoleKind.TASK_FORCE_LEADER, "D4")
        if is_allowed:
            assert roles.grant(session, ANA, person.id or 0, leader, day).id
        else:
            with pytest.raises(InvalidPersonError, match="partner or member organisation"):
                roles.grant(session, ANA, person.id or 0, leader, day)
