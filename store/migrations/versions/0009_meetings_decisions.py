"""Meetings with their frozen figures, and what they decide."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BODIES = (
    "'consortium of members', 'forum of partners', 'bureau',"
    " 'scientific and technical committee', 'regional meeting', 'task force leaders'"
)


def upgrade() -> None:
    """Add both tables."""
    op.create_table(
        "meeting",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=12), nullable=False),
        sa.Column("is_published", sa.Boolean(), nullable=False),
        sa.Column("body", sa.String(length=40), nullable=False),
        sa.Column("region_code", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("place_name", sa.String(), nullable=False),
        sa.Column("plan_code", sa.String(), nullable=False),
        sa.Column("agenda", sa.JSON(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("opened_at", UTCDateTime(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.CheckConstraint(f"body IN ({BODIES})", name=op.f("ck_meeting_body")),
        sa.CheckConstraint(
            "stage IN ('planned', 'open', 'closed', 'cancelled')", name=op.f("ck_meeting_stage")
        ),
        sa.CheckConstraint(
            "(body = 'regional meeting') = (region_code IS NOT NULL)",
            name=op.f("ck_meeting_region"),
        ),
        sa.CheckConstraint("(as_of IS NULL) = (opened_at IS NULL)", name=op.f("ck_meeting_frozen")),
        sa.CheckConstraint(
            "(stage IN ('open', 'closed')) = (opened_at IS NOT NULL)",
            name=op.f("ck_meeting_opened"),
        ),
        sa.CheckConstraint(
            "stage = 'closed' OR NOT is_published", name=op.f("ck_meeting_published")
        ),
        sa.CheckConstraint(
            "(revision = 0) = (supersedes_id IS NULL)", name=op.f("ck_meeting_chain")
        ),
        sa.ForeignKeyConstraint(
            ["region_code"], ["place.code"], name=op.f("fk_meeting_region_code_place")
        ),
        sa.ForeignKeyConstraint(
            ["plan_code"], ["plan_version.code"], name=op.f("fk_meeting_plan_code_plan_version")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["meeting.id"], name=op.f("fk_meeting_supersedes_id_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("code", "revision", name="uq_meeting_slot"),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_meeting_supersedes_id")),
    )
    op.create_index(op.f("ix_meeting_known_on"), "meeting", ["known_on"], unique=False)
    op.create_table(
        "decision",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("code", sa.String(length=36), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("meeting_code", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.String(length=4), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("owner", sa.String(length=60), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.CheckConstraint("kind IN ('decision', 'action')", name=op.f("ck_decision_kind")),
        sa.CheckConstraint("state IN ('open', 'done', 'dropped')", name=op.f("ck_decision_state")),
        sa.CheckConstraint("kind = 'decision' OR due_on IS NOT NULL", name=op.f("ck_decision_due")),
        sa.CheckConstraint(
            "(revision = 0) = (supersedes_id IS NULL)", name=op.f("ck_decision_chain")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["decision.id"], name=op.f("fk_decision_supersedes_id_decision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("code", "revision", name="uq_decision_slot"),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_decision_supersedes_id")),
    )
    op.create_index(op.f("ix_decision_known_on"), "decision", ["known_on"], unique=False)
    op.create_index(op.f("ix_decision_meeting_code"), "decision", ["meeting_code"], unique=False)
