"""Which figures wait for a review, and which were known before their period ended."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add two tables; the ledger fills them afterwards (`store/ledger/derived.py`)."""
    op.create_table(
        "waiting",
        sa.Column("measurement_id", KEY, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("measurement_id", name=op.f("pk_waiting")),
    )
    op.create_table(
        "early_figure",
        sa.Column("review_id", KEY, autoincrement=False, nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("review_id", name=op.f("pk_early_figure")),
    )
