"""People, their organisations and their roles. The ledger names a person by a number only."""

import datetime as dt
from enum import StrEnum
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground.drafts import Link, Text
from store.models.base import KEY, Stamped, key_column, one_of, reference_column, words


class RoleKind(StrEnum):
    """What a person may be, from the one with the fewest rights on."""

    TEAM_MEMBER = "team member"
    REGIONAL_REPRESENTATIVE = "regional representative"
    TASK_FORCE_LEADER = "task force leader"
    STC_MEMBER = "stc member"
    SECRETARIAT = "secretariat"


class College(StrEnum):
    """The seven stakeholder groups of the Initiative."""

    STATES = "states and local authorities"
    INTERNATIONAL = "international organisations"
    DONORS = "donors and foundations"
    PRODUCERS = "producers' organisations"
    RESEARCH = "research and education"
    CIVIL_SOCIETY = "civil society"
    COMPANIES = "companies"


class OrganisationFields(SQLModel):
    """What is known of an organisation. The later fields are judged by those before."""

    name: Text = Field(unique=True)
    college: College | None = Field(default=None, sa_type=words(College, 32))
    country_code: str | None = Field(default=None, foreign_key="place.code")
    is_member: bool = False
    is_partner: bool = False
    joined_on: dt.date | None = None
    member_since: dt.date | None = None
    left_on: dt.date | None = None
    source_title: Text = ""
    source_link: Link = ""


class Organisation(OrganisationFields, table=True):
    """Where people come from; members of the Consortium are a subset of the partners.

    `college` is None where it was not entered. It joined on `joined_on` and was a
    member from `member_since`; where a day is not known, from `known_on`, the day from which it is
    known at all. `left_on` is the first day without it.
    """

    __table_args__ = (
        sa.CheckConstraint("is_partner OR NOT is_member", name="members_partner"),
        sa.CheckConstraint("left_on >= joined_on", name="stay"),
    )

    id: int | None = Field(default=None, sa_column=key_column())
    known_on: dt.date


class PersonFields(SQLModel):
    """What is entered of somebody; `email` is in small letters."""

    name: Text
    email: Text | None = Field(default=None, unique=True)
    organisation_id: int | None = Field(default=None, sa_column=reference_column("organisation.id"))


class Person(PersonFields, table=True):
    """Somebody who may sign in. Details can be erased: what was written keeps the number.

    (issuer, subject) is bound once, at the first sign-in; `invitation` is the digest of a code
    that works once. Sessions opened before `revoked_at` count no more.
    """

    __table_args__ = (sa.UniqueConstraint("issuer", "subject"),)
    # Never in an audit entry, which nobody can erase.
    personal: ClassVar[frozenset[str]] = frozenset(
        {"name", "email", "issuer", "subject", "invitation"}
    )

    id: int | None = Field(default=None, sa_column=key_column())
    shows_name: bool = False
    issuer: str | None = None
    subject: str | None = None
    invitation: str | None = Field(default=None, max_length=64, unique=True)
    revoked_at: dt.datetime | None = None
    added_at: dt.datetime


class Role(Stamped, table=True):
    """What a person may be from a day on; `valid_to` is the first day without it.

    A Regional Representative has an objective and a region, a Task Force Leader and a Team Member
    an objective; the others have neither.
    """

    __table_args__ = (
        one_of("role", *RoleKind),
        sa.CheckConstraint(
            "(role IN ('team member', 'regional representative', 'task force leader'))"
            " = (objective_code IS NOT NULL)",
            name="objective",
        ),
        sa.CheckConstraint(
            "(role = 'regional representative') = (region_code IS NOT NULL)", name="region"
        ),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="validity"),
    )

    id: int | None = Field(default=None, sa_column=key_column())
    person_id: int = Field(
        sa_type=KEY,
        foreign_key="person.id",
        index=True,
    )
    role: RoleKind = Field(sa_type=words(RoleKind, 24))
    objective_code: str | None = Field(default=None, foreign_key="objective.code")
    region_code: str | None = Field(default=None, foreign_key="place.code")
    valid_from: dt.date
    valid_to: dt.date | None = None
