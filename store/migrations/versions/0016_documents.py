"""Quotations and hashes behind figures, and copies of documents."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add two tables; no row is changed."""
    op.create_table(
        "document",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("measurement_id", KEY, nullable=False),
        sa.Column("quotation", sa.String(), nullable=False),
        sa.Column("document_name", sa.String(), nullable=False),
        sa.Column("document_hash", sa.String(length=64), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.CheckConstraint(
            "document_hash = '' OR length(document_hash) = 64", name=op.f("ck_document_hash")
        ),
        sa.ForeignKeyConstraint(
            ["measurement_id"],
            ["measurement.id"],
            name=op.f("fk_document_measurement_id_measurement"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_measurement_id"), "document", ["measurement_id"])
    op.create_table(
        "document_copy",
        sa.Column("document_hash", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("document_hash", name=op.f("pk_document_copy")),
    )
