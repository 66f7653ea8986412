"""What every table shares: named constraints, wide keys, the clock."""

import sqlalchemy as sa
from sqlmodel import SQLModel

# Named constraints, or a migration on SQLite could not find them again.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def key_column() -> sa.Column[int]:
    """Make the numbered key of a table that only grows."""
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column(key, primary_key=True, autoincrement=True)


def reference_column(target: str, *, unique: bool = False) -> sa.Column[int]:
    """Make a nullable reference to the numbered key of a table that only grows."""
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column(key, sa.ForeignKey(target), unique=unique, nullable=True)


def one_of(column: str, *words: str) -> sa.CheckConstraint:
    """Let a text column hold these words only, on both engines."""
    listed = ", ".join(f"'{word}'" for word in words)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=column)


def finite(column: str) -> sa.CheckConstraint:
    """Refuse NaN and infinities, which the two engines would store differently."""
    return sa.CheckConstraint(f"{column} BETWEEN -1.7e308 AND 1.7e308", name=f"{column}_finite")
