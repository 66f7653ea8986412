"""Drafts of samplings, which have no slot of a figure."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

IS_SAMPLING = sa.text("indicator_code IS NULL")
SLOT = {"indicator_code": sa.String(), "place_code": sa.String(), "year": sa.Integer()}


def upgrade() -> None:
    """Let a draft be without a slot; no row is changed."""
    with op.batch_alter_table("saved_draft") as batch:
        for name, kind in SLOT.items():
            batch.alter_column(name, existing_type=kind, nullable=True)
        batch.create_check_constraint(
            op.f("ck_saved_draft_slot"),
            "(indicator_code IS NULL) = (place_code IS NULL)"
            " AND (indicator_code IS NULL) = (year IS NULL)",
        )
    op.create_index(
        "uq_saved_draft_sampling",
        "saved_draft",
        ["author"],
        unique=True,
        sqlite_where=IS_SAMPLING,
        postgresql_where=IS_SAMPLING,
    )
