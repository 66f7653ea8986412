"""What readers know or doubt, and what was answered; it counts for nothing."""

from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.ground.drafts import Link, Text, Words
from store.models.base import KEY, LedgerRow, Stamped, one_of, words


class NoticeKind(StrEnum):
    """What a reader tells: of a source for a figure, or that a figure looks wrong."""

    SOURCE = "source"
    WRONG = "wrong"


class NoticeFields(SQLModel):
    """What a reader says of an indicator; of one figure where `measurement_id` names it."""

    kind: NoticeKind = Field(sa_type=words(NoticeKind, 6))
    indicator_code: str = Field(foreign_key="indicator.code")
    measurement_id: int | None = Field(
        default=None, sa_type=KEY, foreign_key="measurement.id", nullable=True
    )
    text: Words
    link: Link = ""


class Notice(NoticeFields, Stamped, LedgerRow, table=True):
    """A reader's word. No figure and no verdict is made of it before somebody reports one."""

    __table_args__ = (
        one_of("kind", *NoticeKind),
        sa.CheckConstraint("kind = 'source' OR measurement_id IS NOT NULL", name="about"),
    )

    author: str


class NoticeAnswer(Stamped, LedgerRow, table=True):
    """What the Secretariat or the STC answered; the first answer closes the notice.

    `is_taken_up` says whether something follows from it.
    """

    __tablename__ = "notice_answer"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it
    __table_args__ = (sa.UniqueConstraint("notice_id"),)

    notice_id: int = Field(sa_type=KEY, foreign_key="notice.id")
    is_taken_up: bool
    text: Text
    author: str
