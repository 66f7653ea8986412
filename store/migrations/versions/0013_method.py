"""What method 1.1 asks: bounds from above, bases, complete years, rules, terms, its version."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Widen three tables and add four; no row is changed."""
    _add_at_most()
    _add_basis()
    op.add_column("indicator", sa.Column("paths", sa.JSON(), server_default="[]", nullable=False))
    op.add_column(
        "meeting",
        sa.Column("method_version", sa.String(length=8), server_default="1.0", nullable=False),
    )
    _create_rules()
    _create_agreements()
    _create_complete_years()


def _add_at_most() -> None:
    outdated = "ck_measurement_qualifier"
    kept = [check for check in _checks("measurement") if check.name != outdated]
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(op.f(outdated), "measurement", type_="check")
    with op.batch_alter_table("measurement", table_args=kept) as batch:
        batch.create_check_constraint(
            op.f(outdated),
            "qualifier IN ('exact', 'at least', 'at most', 'about')",
        )


def _add_basis() -> None:
    with op.batch_alter_table("target", table_args=_checks("target")) as batch:
        batch.add_column(sa.Column("basis", sa.String(length=8), nullable=True))
        batch.add_column(
            sa.Column("is_context", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch.create_check_constraint(op.f("ck_target_basis"), "basis IN ('observed', 'coded')")
        batch.create_check_constraint(
            op.f("ck_target_basis_of_baseline"), "role = 'baseline' OR basis IS NULL"
        )


def _checks(table: str) -> tuple[sa.CheckConstraint, ...]:
    """The checks that the table has: where SQLite builds it anew, it would lose them."""
    found = sa.inspect(op.get_bind()).get_check_constraints(table)
    return tuple(
        sa.CheckConstraint(check["sqltext"], name=op.f(str(check["name"]))) for check in found
    )


def _revised(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """The columns and constraints of every table whose rows supersede."""
    return (
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "(revision = 0) = (supersedes_id IS NULL)", name=op.f(f"ck_{table}_chain")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], [f"{table}.id"], name=op.f(f"fk_{table}_supersedes_id_{table}")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("supersedes_id", name=op.f(f"uq_{table}_supersedes_id")),
    )


def _create_rules() -> None:
    op.create_table(
        "indicator_rule",
        *_revised("indicator_rule"),
        sa.Column("indicator_code", sa.String(), nullable=False),
        sa.Column("limit_low", sa.Float(), nullable=True),
        sa.Column("limit_high", sa.Float(), nullable=True),
        sa.Column("window_years", sa.Integer(), nullable=False),
        sa.Column("stale_after_years", sa.Float(), nullable=True),
        sa.Column("paths", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "limit_low BETWEEN -1.7e308 AND 1.7e308",
            name=op.f("ck_indicator_rule_limit_low_finite"),
        ),
        sa.CheckConstraint(
            "limit_high BETWEEN -1.7e308 AND 1.7e308",
            name=op.f("ck_indicator_rule_limit_high_finite"),
        ),
        sa.CheckConstraint("limit_low < limit_high", name=op.f("ck_indicator_rule_limits")),
        sa.CheckConstraint(
            "window_years BETWEEN 1 AND 2", name=op.f("ck_indicator_rule_window_years")
        ),
        sa.CheckConstraint(
            "stale_after_years > 0", name=op.f("ck_indicator_rule_stale_after_years")
        ),
        sa.ForeignKeyConstraint(
            ["indicator_code"],
            ["indicator.code"],
            name=op.f("fk_indicator_rule_indicator_code_indicator"),
        ),
        sa.UniqueConstraint("indicator_code", "revision", name="uq_indicator_rule_slot"),
    )


def _create_agreements() -> None:
    op.create_table(
        "agreement",
        *_revised("agreement"),
        sa.Column("code", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("partners", sa.String(), nullable=False),
        sa.Column("is_network", sa.Boolean(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_link", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.CheckConstraint("ends_on >= signed_on", name=op.f("ck_agreement_term")),
        sa.UniqueConstraint("code", "revision", name="uq_agreement_slot"),
    )


def _create_complete_years() -> None:
    op.create_table(
        "complete_year",
        *_revised("complete_year"),
        sa.Column("indicator_code", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("is_complete", sa.Boolean(), nullable=False),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_link", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.CheckConstraint("year BETWEEN 2015 AND 2100", name=op.f("ck_complete_year_year")),
        sa.ForeignKeyConstraint(
            ["indicator_code"],
            ["indicator.code"],
            name=op.f("fk_complete_year_indicator_code_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["place_code"], ["place.code"], name=op.f("fk_complete_year_place_code_place")
        ),
        sa.UniqueConstraint(
            "place_code", "indicator_code", "year", "revision", name="uq_complete_year_slot"
        ),
    )
    op.create_table(
        "complete_year_review",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("complete_year_id", KEY, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "verdict IN ('approved', 'returned')", name=op.f("ck_complete_year_review_verdict")
        ),
        sa.ForeignKeyConstraint(
            ["complete_year_id"],
            ["complete_year.id"],
            name=op.f("fk_complete_year_review_complete_year_id_complete_year"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complete_year_review")),
        sa.UniqueConstraint(
            "complete_year_id",
            "step",
            name=op.f("uq_complete_year_review_complete_year_id_step"),
        ),
    )
