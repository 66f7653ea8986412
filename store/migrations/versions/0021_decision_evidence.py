"""What shows that a decision was done."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add three columns; what was called done before names nothing that shows it."""
    for name in ("source_title", "source_link"):
        op.add_column("decision", sa.Column(name, sa.String(), server_default="", nullable=False))
    op.add_column("decision", sa.Column("measurement_id", KEY, nullable=True))
