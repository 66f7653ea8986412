"""Give every indicator a largest figure; a key is made of what is sent, not kept with a draft."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add one column and take another one away."""
    op.add_column(
        "indicator",
        sa.Column("largest", sa.Float(), server_default="1000000000000", nullable=False),
    )
    op.drop_column("saved_draft", "client_key")
