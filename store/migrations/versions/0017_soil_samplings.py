"""Soil organic carbon measured at sites, and the review of it."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add two tables; no row is changed."""
    op.create_table(
        "soil_sampling",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("treatment", sa.String(), nullable=False),
        sa.Column("depth_from", sa.Integer(), nullable=False),
        sa.Column("depth_to", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("stock", sa.Float(), nullable=False),
        sa.Column("standard_error", sa.Float(), nullable=False),
        sa.Column("samples", sa.Integer(), nullable=False),
        sa.Column("comparison", sa.String(length=15), nullable=False),
        sa.Column("bulk_density", sa.String(length=9), nullable=False),
        sa.Column("laboratory", sa.String(length=14), nullable=False),
        sa.Column("treatment_since", sa.Integer(), nullable=True),
        sa.Column("carbon_brought", sa.Boolean(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("is_withdrawn", sa.Boolean(), nullable=False),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_link", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.CheckConstraint(
            "comparison IN ('fixed depth', 'equivalent mass')",
            name=op.f("ck_soil_sampling_comparison"),
        ),
        sa.CheckConstraint(
            "bulk_density IN ('measured', 'estimated')", name=op.f("ck_soil_sampling_bulk_density")
        ),
        sa.CheckConstraint(
            "laboratory IN ('dry combustion', 'Walkley-Black', 'spectroscopy')",
            name=op.f("ck_soil_sampling_laboratory"),
        ),
        sa.CheckConstraint(
            "stock BETWEEN -1.7e308 AND 1.7e308", name=op.f("ck_soil_sampling_stock_finite")
        ),
        sa.CheckConstraint(
            "depth_from >= 0 AND depth_to > depth_from", name=op.f("ck_soil_sampling_layer")
        ),
        sa.CheckConstraint(
            "standard_error > 0 AND samples >= 2", name=op.f("ck_soil_sampling_error")
        ),
        sa.CheckConstraint(
            "(latitude IS NULL) = (longitude IS NULL)", name=op.f("ck_soil_sampling_point")
        ),
        sa.CheckConstraint(
            "(revision = 0) = (supersedes_id IS NULL)", name=op.f("ck_soil_sampling_chain")
        ),
        sa.ForeignKeyConstraint(
            ["place_code"], ["place.code"], name=op.f("fk_soil_sampling_place_code_place")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"],
            ["soil_sampling.id"],
            name=op.f("fk_soil_sampling_supersedes_id_soil_sampling"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_soil_sampling")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_soil_sampling_supersedes_id")),
        sa.UniqueConstraint(
            "place_code",
            "site",
            "treatment",
            "depth_from",
            "depth_to",
            "year",
            "revision",
            name="uq_soil_sampling_slot",
        ),
    )
    op.create_table(
        "soil_sampling_review",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("soil_sampling_id", KEY, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "verdict IN ('approved', 'returned')", name=op.f("ck_soil_sampling_review_verdict")
        ),
        sa.ForeignKeyConstraint(
            ["soil_sampling_id"],
            ["soil_sampling.id"],
            name=op.f("fk_soil_sampling_review_soil_sampling_id_soil_sampling"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_soil_sampling_review")),
        sa.UniqueConstraint(
            "soil_sampling_id",
            "step",
            name=op.f("uq_soil_sampling_review_soil_sampling_id_step"),
        ),
    )
