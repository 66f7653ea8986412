"""Targets that are taken back, and documented facts beside them."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add a column and a table; no row is changed."""
    op.add_column(
        "target",
        sa.Column("is_withdrawn", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.create_table(
        "finding",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("code", sa.String(length=36), nullable=False),
        sa.Column("objective_code", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("whose", sa.String(length=12), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("caveat", sa.String(), nullable=False),
        sa.Column("authority", sa.Integer(), nullable=False),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_link", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.CheckConstraint("whose IN ('initiative', 'world')", name=op.f("ck_finding_whose")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_finding_days")),
        sa.CheckConstraint("authority BETWEEN 1 AND 4", name=op.f("ck_finding_authority")),
        sa.CheckConstraint(
            "(revision = 0) = (supersedes_id IS NULL)", name=op.f("ck_finding_chain")
        ),
        sa.ForeignKeyConstraint(
            ["objective_code"], ["objective.code"], name=op.f("fk_finding_objective_code_objective")
        ),
        sa.ForeignKeyConstraint(
            ["place_code"], ["place.code"], name=op.f("fk_finding_place_code_place")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["finding.id"], name=op.f("fk_finding_supersedes_id_finding")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint("code", "revision", name="uq_finding_slot"),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_finding_supersedes_id")),
    )
