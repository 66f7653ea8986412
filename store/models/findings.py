"""Documented facts that stand beside the targets: what a source says, and judges nothing."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground.drafts import Link, Source, Text, Words
from store.models.base import Fact, one_of, words
from store.models.places import WORLD


class Whose(StrEnum):
    """Whose doing a finding tells of."""

    INITIATIVE = "initiative"
    WORLD = "world"


class FindingFields(SQLModel):
    """What a source says of an objective, in our words; `caveat` what it does not show.

    Unit: `starts_on` and `ends_on` are the day it speaks of, or the bracket of days.
    `authority` ranks the source from 1, the Initiative itself, to 4, claims without a method.
    """

    code: str = Field(max_length=36)
    objective_code: str = Field(foreign_key="objective.code")
    place_code: str = Field(default=WORLD, foreign_key="place.code")
    starts_on: dt.date
    ends_on: dt.date
    whose: Whose = Field(sa_type=words(Whose, 12))
    statement: Words
    caveat: Text = ""
    authority: int = Field(ge=1, le=4)
    source_title: Source
    source_link: Link = ""
    reason: Text = ""


class Finding(FindingFields, Fact, table=True):
    """One revision of a documented fact; a correction supersedes.

    No figure, target or verdict is made of it. `code` is the same through all revisions. One that
    `is_withdrawn` takes the fact off every page, and says why.
    """

    SLOT = ("code",)
    RULES = (
        one_of("whose", *Whose),
        sa.CheckConstraint("ends_on >= starts_on", name="days"),
        sa.CheckConstraint("authority BETWEEN 1 AND 4", name="authority"),
    )

    is_withdrawn: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
