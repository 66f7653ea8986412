"""What every table shares: named constraints and wide keys; and the row of the ledger."""

import datetime as dt
from enum import StrEnum
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

# Named constraints, or a migration on SQLite could not find them again.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# The number of a row, in a table that may grow beyond 2³¹; SQLite counts in no other type.
# SQLModel documents `sa_type` as a class and takes an instance.
KEY: Any = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def key_column() -> sa.Column[int]:
    """Make the numbered key of a table that only grows."""
    return sa.Column(KEY, primary_key=True, autoincrement=True)


def reference_column(target: str) -> sa.Column[int]:
    """Make a nullable reference to the numbered key of a table that only grows."""
    return sa.Column(KEY, sa.ForeignKey(target), nullable=True)


def words(members: type[StrEnum], length: int) -> Any:  # noqa: ANN401  # SQLModel asks for a class
    """The type of a text column that holds the values of an enum and gives back its members."""
    return sa.Enum(
        members,
        native_enum=False,
        length=length,
        values_callable=lambda kind: [member.value for member in kind],
    )


def one_of(column: str, *words: str) -> sa.CheckConstraint:
    """Let a text column hold these words only, on both engines."""
    listed = ", ".join(f"'{word}'" for word in words)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=column)


def finite(column: str) -> sa.CheckConstraint:
    """Refuse NaN and infinities, which the two engines would store differently."""
    return sa.CheckConstraint(f"{column} BETWEEN -1.7e308 AND 1.7e308", name=f"{column}_finite")


class LedgerRow(SQLModel):
    """A row that is never changed or deleted: the database refuses both (`append_only`)."""

    id: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=KEY,
        sa_column_kwargs={"autoincrement": True},
    )


class Stamped(SQLModel):
    """A row that bears the instant at which it was written.

    `audit.write_all` stamps it. A row that goes past the audit has no instant and is refused.
    """

    recorded_at: dt.datetime = Field(default=None, nullable=False)


class Revision(Stamped, LedgerRow):
    """One revision of what fills a slot; a change is the next one and names what it supersedes.

    `SLOT` names the columns that tell one slot from another, `RULES` the table's own constraints
    and indexes.
    """

    SLOT: ClassVar[tuple[str, ...]]
    RULES: ClassVar[tuple[sa.Constraint | sa.Index, ...]] = ()

    revision: int = 0
    supersedes_id: int | None = Field(
        default=None,
        unique=True,
        sa_type=KEY,
    )
    reporter: str = ""

    @declared_attr.directive
    def __table_args__(cls) -> tuple[sa.Constraint | sa.Index, ...]:  # noqa: N805  # SQLAlchemy gives the class
        table = str(cls.__tablename__)
        return (
            *cls.RULES,
            sa.CheckConstraint("(revision = 0) = (supersedes_id IS NULL)", name="chain"),
            sa.ForeignKeyConstraint(["supersedes_id"], [f"{table}.id"]),
            sa.UniqueConstraint(*cls.SLOT, "revision", name=f"uq_{table}_slot"),
        )


class Fact(Revision):
    """A revision that pages show from the day `known_on` on."""

    known_on: dt.date
