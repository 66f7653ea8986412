"""Task forces: their first tasks, who asks to join, and from which college people come."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add both tables, and the college."""
    op.add_column("organisation", sa.Column("college", sa.String(length=32), nullable=True))
    op.create_table(
        "task_report",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("objective_code", sa.String(), nullable=False),
        sa.Column("task", sa.String(length=24), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.CheckConstraint(
            "task IN ('map of ongoing work', 'implementation strategy', 'action plans')",
            name=op.f("ck_task_report_task"),
        ),
        sa.CheckConstraint(
            "state IN ('not started', 'under way', 'done')", name=op.f("ck_task_report_state")
        ),
        sa.ForeignKeyConstraint(
            ["objective_code"],
            ["objective.code"],
            name=op.f("fk_task_report_objective_code_objective"),
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"],
            ["task_report.id"],
            name=op.f("fk_task_report_supersedes_id_task_report"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_report")),
        sa.UniqueConstraint("objective_code", "task", "revision", name="uq_task_report_slot"),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_task_report_supersedes_id")),
    )
    op.create_table(
        "application",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("objective_code", sa.String(), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("region_code", sa.String(), nullable=True),
        sa.Column("organisation_name", sa.String(), nullable=False),
        sa.Column("motivation", sa.String(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "role IN ('team member', 'regional representative', 'task force leader')",
            name=op.f("ck_application_role"),
        ),
        sa.CheckConstraint(
            "verdict IN ('accepted', 'declined')", name=op.f("ck_application_verdict")
        ),
        sa.CheckConstraint(
            "(verdict IS NULL) = (decided_on IS NULL)", name=op.f("ck_application_decision")
        ),
        sa.CheckConstraint(
            "(role = 'regional representative') = (region_code IS NOT NULL)",
            name=op.f("ck_application_region"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_application_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["objective_code"],
            ["objective.code"],
            name=op.f("fk_application_objective_code_objective"),
        ),
        sa.ForeignKeyConstraint(
            ["region_code"], ["place.code"], name=op.f("fk_application_region_code_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
    )
    op.create_index(op.f("ix_application_person_id"), "application", ["person_id"], unique=False)
