"""Keep how somebody wishes to be reminded, and what was sent to whom."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add two tables."""
    op.create_table(
        "reminder_wish",
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("rhythm", sa.String(length=8), nullable=False),
        sa.Column("calendar", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "rhythm IN ('weekly', 'monthly', 'never')", name=op.f("ck_reminder_wish_rhythm")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_reminder_wish_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_reminder_wish")),
        sa.UniqueConstraint("calendar", name=op.f("uq_reminder_wish_calendar")),
    )
    op.create_table(
        "sent_reminder",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("sent_at", UTCDateTime(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_sent_reminder_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_reminder")),
        sa.UniqueConstraint(
            "person_id", "sent_on", name=op.f("uq_sent_reminder_person_id_sent_on")
        ),
    )
