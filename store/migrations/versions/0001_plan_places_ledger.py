"""The plan, the places and the ledger."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the first tables."""
    op.create_table(
        "audit_entry",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.CheckConstraint("key IN ('figures')", name=op.f("ck_setting_key")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "goal",
        sa.Column("code", sa.String(length=1), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("aim", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_goal")),
    )
    op.create_table(
        "place",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("region_code", sa.String(), nullable=True),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("name_es", sa.String(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("unfccc_party", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('world', 'region', 'country', 'organisation')", name=op.f("ck_place_kind")
        ),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_place_latitude")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_place_longitude")),
        sa.ForeignKeyConstraint(
            ["region_code"], ["place.code"], name=op.f("fk_place_region_code_place")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_place")),
    )
    op.create_index(op.f("ix_place_kind"), "place", ["kind"], unique=False)
    op.create_index(op.f("ix_place_region_code"), "place", ["region_code"], unique=False)
    op.create_table(
        "plan_version",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_plan_version")),
    )
    op.create_table(
        "objective",
        sa.Column("code", sa.String(length=4), nullable=False),
        sa.Column("goal_code", sa.String(), nullable=False),
        sa.Column("facility", sa.String(length=8), nullable=False),
        sa.Column("aim", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["goal_code"], ["goal.code"], name=op.f("fk_objective_goal_code_goal")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_objective")),
    )
    op.create_index(op.f("ix_objective_goal_code"), "objective", ["goal_code"], unique=False)
    op.create_table(
        "indicator",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("objective_code", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("unit_type", sa.String(length=12), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("unit_one", sa.String(), nullable=False),
        sa.Column("reported_by", sa.String(length=12), nullable=False),
        sa.Column("roll_up", sa.String(length=8), nullable=False),
        sa.Column("better", sa.String(length=8), nullable=False),
        sa.Column("limit_low", sa.Float(), nullable=True),
        sa.Column("limit_high", sa.Float(), nullable=True),
        sa.Column("denominator", sa.String(), nullable=False),
        sa.Column("definition", sa.String(), nullable=False),
        sa.Column("window_years", sa.Integer(), nullable=False),
        sa.Column("stale_after_years", sa.Float(), nullable=True),
        sa.CheckConstraint("better IN ('higher', 'lower')", name=op.f("ck_indicator_better")),
        sa.CheckConstraint(
            "kind IN ('stock', 'rate', 'cumulative', 'milestone')", name=op.f("ck_indicator_kind")
        ),
        sa.CheckConstraint(
            "reported_by IN ('secretariat', 'region', 'country')",
            name=op.f("ck_indicator_reported_by"),
        ),
        sa.CheckConstraint(
            "roll_up IN ('none', 'sum', 'units', 'share', 'mean')",
            name=op.f("ck_indicator_roll_up"),
        ),
        sa.CheckConstraint(
            "unit_type IN ('integer', 'continuous', 'share', 'level')",
            name=op.f("ck_indicator_unit_type"),
        ),
        sa.ForeignKeyConstraint(
            ["objective_code"],
            ["objective.code"],
            name=op.f("fk_indicator_objective_code_objective"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_indicator")),
    )
    op.create_index(
        op.f("ix_indicator_objective_code"), "indicator", ["objective_code"], unique=False
    )
    op.create_table(
        "objective_title",
        sa.Column("plan_code", sa.String(), nullable=False),
        sa.Column("objective_code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_code"],
            ["objective.code"],
            name=op.f("fk_objective_title_objective_code_objective"),
        ),
        sa.ForeignKeyConstraint(
            ["plan_code"],
            ["plan_version.code"],
            name=op.f("fk_objective_title_plan_code_plan_version"),
        ),
        sa.PrimaryKeyConstraint("plan_code", "objective_code", name=op.f("pk_objective_title")),
    )
    op.create_table(
        "measurement",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("client_key", sa.String(length=36), nullable=False),
        sa.Column("indicator_code", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("numerator", sa.Float(), nullable=True),
        sa.Column("denominator", sa.Float(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("missing_reason", sa.String(), nullable=True),
        sa.Column("qualifier", sa.String(length=8), nullable=False),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_link", sa.String(), nullable=False),
        sa.Column("authority", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.CheckConstraint(
            "qualifier IN ('exact', 'at least', 'about')", name=op.f("ck_measurement_qualifier")
        ),
        sa.CheckConstraint(
            "(CASE WHEN value IS NULL THEN 0 ELSE 1 END + CASE WHEN numerator IS NULL THEN 0 ELSE 1 END + CASE WHEN level IS NULL THEN 0 ELSE 1 END + CASE WHEN missing_reason IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_measurement_one_content"),
        ),
        sa.CheckConstraint(
            "(numerator IS NULL) = (denominator IS NULL) AND (denominator IS NULL OR denominator > 0)",
            name=op.f("ck_measurement_share"),
        ),
        sa.CheckConstraint(
            "(revision = 0) = (supersedes_id IS NULL)", name=op.f("ck_measurement_chain")
        ),
        sa.CheckConstraint("authority BETWEEN 1 AND 4", name=op.f("ck_measurement_authority")),
        sa.CheckConstraint(
            "denominator BETWEEN -1.7e308 AND 1.7e308",
            name=op.f("ck_measurement_denominator_finite"),
        ),
        sa.CheckConstraint("level BETWEEN 0 AND 5", name=op.f("ck_measurement_level")),
        sa.CheckConstraint(
            "numerator BETWEEN -1.7e308 AND 1.7e308", name=op.f("ck_measurement_numerator_finite")
        ),
        sa.CheckConstraint("period_end >= period_start", name=op.f("ck_measurement_period_order")),
        sa.CheckConstraint(
            "value BETWEEN -1.7e308 AND 1.7e308", name=op.f("ck_measurement_value_finite")
        ),
        sa.ForeignKeyConstraint(
            ["indicator_code"],
            ["indicator.code"],
            name=op.f("fk_measurement_indicator_code_indicator"),
        ),
        sa.ForeignKeyConstraint(
            ["place_code"], ["place.code"], name=op.f("fk_measurement_place_code_place")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"],
            ["measurement.id"],
            name=op.f("fk_measurement_supersedes_id_measurement"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurement")),
        sa.UniqueConstraint("client_key", name=op.f("uq_measurement_client_key")),
        sa.UniqueConstraint(
            "place_code",
            "indicator_code",
            "period_end",
            "period_start",
            "revision",
            name="uq_measurement_slot",
        ),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_measurement_supersedes_id")),
    )
    op.create_table(
        "target",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("plan_code", sa.String(), nullable=False),
        sa.Column("indicator_code", sa.String(), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_link", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.CheckConstraint("role IN ('baseline', 'target')", name=op.f("ck_target_role")),
        sa.CheckConstraint("high BETWEEN -1.7e308 AND 1.7e308", name=op.f("ck_target_high_finite")),
        sa.CheckConstraint("low <= high", name=op.f("ck_target_range_order")),
        sa.CheckConstraint("low BETWEEN -1.7e308 AND 1.7e308", name=op.f("ck_target_low_finite")),
        sa.ForeignKeyConstraint(
            ["indicator_code"], ["indicator.code"], name=op.f("fk_target_indicator_code_indicator")
        ),
        sa.ForeignKeyConstraint(
            ["plan_code"], ["plan_version.code"], name=op.f("fk_target_plan_code_plan_version")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["target.id"], name=op.f("fk_target_supersedes_id_target")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
        sa.UniqueConstraint(
            "plan_code", "indicator_code", "role", "year", "revision", name="uq_target_slot"
        ),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_target_supersedes_id")),
    )
    op.create_table(
        "review",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("measurement_id", KEY, nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("verdict IN ('approved', 'returned')", name=op.f("ck_review_verdict")),
        sa.ForeignKeyConstraint(
            ["measurement_id"],
            ["measurement.id"],
            name=op.f("fk_review_measurement_id_measurement"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint("measurement_id", "step", name=op.f("uq_review_measurement_id_step")),
    )
