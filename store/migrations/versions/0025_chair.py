"""Who chairs a meeting."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column; a running order that was written before names nobody."""
    op.add_column(
        "running_order",
        sa.Column("chair", sa.String(length=60), server_default="", nullable=False),
    )
