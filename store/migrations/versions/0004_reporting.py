"""When figures are due, remarks on them, drafts of them."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables around the ledger."""
    op.create_table(
        "schedule",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("indicator_code", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.Column("every_years", sa.Integer(), nullable=False),
        sa.Column("due_month", sa.Integer(), nullable=False),
        sa.Column("due_day", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.CheckConstraint("due_day BETWEEN 1 AND 28", name=op.f("ck_schedule_due_day")),
        sa.CheckConstraint("due_month BETWEEN 1 AND 12", name=op.f("ck_schedule_due_month")),
        sa.CheckConstraint("every_years BETWEEN 1 AND 10", name=op.f("ck_schedule_every_years")),
        sa.ForeignKeyConstraint(
            ["indicator_code"],
            ["indicator.code"],
            name=op.f("fk_schedule_indicator_code_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["schedule.id"], name=op.f("fk_schedule_supersedes_id_schedule")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedule")),
        sa.UniqueConstraint("indicator_code", "revision", name="uq_schedule_slot"),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_schedule_supersedes_id")),
    )
    op.create_table(
        "remark",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("measurement_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('acknowledgement', 'recommendation', 'annotation', 'quality flag')",
            name=op.f("ck_remark_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["measurement_id"],
            ["measurement.id"],
            name=op.f("fk_remark_measurement_id_measurement"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    op.create_table(
        "saved_draft",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("indicator_code", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("client_key", sa.String(length=36), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_code"],
            ["indicator.code"],
            name=op.f("fk_saved_draft_indicator_code_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["place_code"], ["place.code"], name=op.f("fk_saved_draft_place_code_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_draft")),
        sa.UniqueConstraint(
            "author", "indicator_code", "place_code", "year", name="uq_saved_draft_slot"
        ),
    )
    op.create_index(op.f("ix_remark_measurement_id"), "remark", ["measurement_id"], unique=False)
