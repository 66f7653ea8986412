"""What a decision is expected to change."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column; what was decided before states no effect."""
    op.add_column("decision", sa.Column("effect", sa.String(), server_default="", nullable=False))
