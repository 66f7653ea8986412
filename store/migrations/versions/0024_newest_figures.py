"""The newest figures of an indicator, found without reading the older ones."""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add an index; no row is changed."""
    op.create_index("ix_measurement_newest", "measurement", ["indicator_code", "period_end", "id"])
    op.create_index("ix_review_newest", "review", ["recorded_at", "id"])
