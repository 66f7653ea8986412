"""The running order of a meeting."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add a table; no row is changed."""
    op.create_table(
        "running_order",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("meeting_code", sa.String(length=60), nullable=False),
        sa.Column("starts_at", sa.String(length=5), nullable=False),
        sa.Column("minutes", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "(revision = 0) = (supersedes_id IS NULL)", name=op.f("ck_running_order_chain")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"],
            ["running_order.id"],
            name=op.f("fk_running_order_supersedes_id_running_order"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_running_order")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_running_order_supersedes_id")),
        sa.UniqueConstraint("meeting_code", "revision", name="uq_running_order_slot"),
    )
    for name in ("meeting_code", "known_on"):
        op.create_index(op.f(f"ix_running_order_{name}"), "running_order", [name])
