"""Published meetings and the twin-region pilot."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables of events."""
    op.create_table(
        "event",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("place_name", sa.String(), nullable=False),
        sa.Column("region_code", sa.String(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("participants", sa.String(), nullable=False),
        sa.Column("source_link", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["region_code"], ["place.code"], name=op.f("fk_event_region_code_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_table(
        "pilot_country",
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_code"], ["place.code"], name=op.f("fk_pilot_country_place_code_place")
        ),
        sa.PrimaryKeyConstraint("place_code", name=op.f("pk_pilot_country")),
    )
