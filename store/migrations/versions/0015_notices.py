"""Notices of readers and what was answered to them."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add two tables; no row is changed."""
    op.create_table(
        "notice",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("kind", sa.String(length=6), nullable=False),
        sa.Column("indicator_code", sa.String(), nullable=False),
        sa.Column("measurement_id", KEY, nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('source', 'wrong')", name=op.f("ck_notice_kind")),
        sa.CheckConstraint(
            "kind = 'source' OR measurement_id IS NOT NULL", name=op.f("ck_notice_about")
        ),
        sa.ForeignKeyConstraint(
            ["indicator_code"], ["indicator.code"], name=op.f("fk_notice_indicator_code_indicator")
        ),
        sa.ForeignKeyConstraint(
            ["measurement_id"],
            ["measurement.id"],
            name=op.f("fk_notice_measurement_id_measurement"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_table(
        "notice_answer",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("notice_id", KEY, nullable=False),
        sa.Column("is_taken_up", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notice.id"], name=op.f("fk_notice_answer_notice_id_notice")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_answer")),
        sa.UniqueConstraint("notice_id", name=op.f("uq_notice_answer_notice_id")),
    )
