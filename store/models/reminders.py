"""How somebody wishes to be reminded, and what was sent: private, outside the ledger."""

import datetime as dt
from enum import StrEnum
from typing import ClassVar

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.models.base import KEY, key_column, one_of, words


class Rhythm(StrEnum):
    """How often somebody is reminded."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    NEVER = "never"


class ReminderWish(SQLModel, table=True):
    """A person's rhythm, and the digest of what their calendar's address ends in, if it has one.

    Whoever has said nothing is reminded monthly.
    """

    __tablename__ = "reminder_wish"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    __table_args__ = (one_of("rhythm", *Rhythm),)
    # Never in an audit entry: whoever finds what it is made of reads the calendar.
    personal: ClassVar[frozenset[str]] = frozenset({"calendar"})

    person_id: int = Field(sa_type=KEY, foreign_key="person.id", primary_key=True)
    rhythm: Rhythm = Field(default=Rhythm.MONTHLY, sa_type=words(Rhythm, 8))
    calendar: str | None = Field(default=None, max_length=64, unique=True)


class SentReminder(SQLModel, table=True):
    """One message to one person, written before it is sent; `digest` is that of its text.

    One a person and day: two programs that remind at once do not both send.
    """

    __tablename__ = "sent_reminder"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    __table_args__ = (sa.UniqueConstraint("person_id", "sent_on"),)

    id: int | None = Field(default=None, sa_column=key_column())
    person_id: int = Field(sa_type=KEY, foreign_key="person.id")
    sent_on: dt.date
    sent_at: dt.datetime
    digest: str = Field(max_length=64)
