"""Why a target was changed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the reason; what shipped has none."""
    op.add_column("target", sa.Column("reason", sa.String(), nullable=False, server_default=""))
