"""Who attended a meeting, and what they said of its minutes."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add a table; no row is changed."""
    op.create_table(
        "attendance",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("meeting_code", sa.String(length=60), nullable=False),
        sa.Column("attendee", sa.String(length=60), nullable=False),
        sa.Column("said", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.CheckConstraint(
            "said IN ('present', 'absent', 'confirmed', 'amendment proposed',"
            " 'amendment accepted', 'amendment answered')",
            name=op.f("ck_attendance_said"),
        ),
        sa.CheckConstraint(
            "said NOT LIKE 'amendment%' OR text <> ''", name=op.f("ck_attendance_amendment")
        ),
        sa.CheckConstraint(
            "(revision = 0) = (supersedes_id IS NULL)", name=op.f("ck_attendance_chain")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"],
            ["attendance.id"],
            name=op.f("fk_attendance_supersedes_id_attendance"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_attendance_supersedes_id")),
        sa.UniqueConstraint("meeting_code", "attendee", "revision", name="uq_attendance_slot"),
    )
    for name in ("meeting_code", "attendee", "known_on"):
        op.create_index(op.f(f"ix_attendance_{name}"), "attendance", [name])
