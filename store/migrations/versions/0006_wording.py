"""Titles and aims as the Secretariat rewords them."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table; texts without a row in it say what shipped."""
    op.create_table(
        "wording",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("plan_code", sa.String(), nullable=False),
        sa.Column("subject", sa.String(length=4), nullable=False),
        sa.Column("part", sa.String(length=8), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.CheckConstraint("part IN ('title', 'aim')", name=op.f("ck_wording_part")),
        sa.ForeignKeyConstraint(
            ["plan_code"], ["plan_version.code"], name=op.f("fk_wording_plan_code_plan_version")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["wording.id"], name=op.f("fk_wording_supersedes_id_wording")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wording")),
        sa.UniqueConstraint("plan_code", "subject", "part", "revision", name="uq_wording_slot"),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_wording_supersedes_id")),
    )
