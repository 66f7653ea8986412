"""Activities with the events among them, calls, twin regions, and the register of partners."""

import datetime as dt
from uuid import NAMESPACE_URL, uuid5

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# Which task forces the published kinds of events belong to.
OBJECTIVES = {
    "regional meeting": ["A4", "D2"],
    "day": ["A3"],
    "consortium": ["A3"],
    "side events": ["C1"],
}


def upgrade() -> None:
    """Add the tables, carry the events over, and widen the organisations."""
    _add_activity()
    _carry_events()
    op.drop_table("event")
    _add_call()
    _add_twins()
    _widen_organisation()


def _add_activity() -> None:
    op.create_table(
        "activity",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("code", sa.String(length=36), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("standing", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("event_type", sa.String(length=20), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("objectives", sa.JSON(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("place_name", sa.String(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("budget", sa.Float(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("partners", sa.JSON(), nullable=False),
        sa.Column("participants", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.CheckConstraint(
            "kind IN ('action', 'project', 'event', 'strategy', 'plan')",
            name=op.f("ck_activity_kind"),
        ),
        sa.CheckConstraint(
            "event_type IN ('regional meeting', 'day', 'consortium', 'side events', 'other event')",
            name=op.f("ck_activity_event_type"),
        ),
        sa.CheckConstraint(
            "state IN ('planned', 'running', 'done', 'stopped')", name=op.f("ck_activity_state")
        ),
        sa.CheckConstraint(
            "standing IN ('proposed', 'kept', 'withdrawn')", name=op.f("ck_activity_standing")
        ),
        sa.CheckConstraint(
            "budget BETWEEN -1.7e308 AND 1.7e308", name=op.f("ck_activity_budget_finite")
        ),
        sa.CheckConstraint(
            "(kind = 'event') = (event_type IS NOT NULL)", name=op.f("ck_activity_event")
        ),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_activity_dates")
        ),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_activity_latitude")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_activity_longitude")),
        sa.CheckConstraint(
            "(latitude IS NULL) = (longitude IS NULL)", name=op.f("ck_activity_point")
        ),
        sa.CheckConstraint("(budget IS NULL) = (currency = '')", name=op.f("ck_activity_currency")),
        sa.CheckConstraint(
            "(revision = 0) = (supersedes_id IS NULL)", name=op.f("ck_activity_chain")
        ),
        sa.ForeignKeyConstraint(
            ["place_code"], ["place.code"], name=op.f("fk_activity_place_code_place")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["activity.id"], name=op.f("fk_activity_supersedes_id_activity")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sa.UniqueConstraint("code", "revision", name="uq_activity_slot"),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_activity_supersedes_id")),
    )
    op.create_index(op.f("ix_activity_known_on"), "activity", ["known_on"], unique=False)


def _carry_events() -> None:
    connection = op.get_bind()
    tables = sa.MetaData()
    tables.reflect(connection, only=["event", "activity"])
    # The clock, not a date of the data: `recorded_at` is the instant at which a row was written, and
    # these are written here. A meeting frozen earlier must not see them as rows it could have read.
    now = dt.datetime.now(dt.UTC)
    for row in connection.execute(sa.select(tables.tables["event"])).mappings().all():
        connection.execute(
            sa.insert(tables.tables["activity"]).values(
                code=str(uuid5(NAMESPACE_URL, f"{row['title']} {row['starts_on']}")),
                revision=0,
                standing="kept",
                kind="event",
                event_type=row["kind"] if row["kind"] in OBJECTIVES else "other event",
                title=row["title"],
                objectives=OBJECTIVES.get(row["kind"], ["A3"]),
                place_code=row["region_code"] or "WLD",
                place_name=row["place_name"],
                latitude=row["latitude"],
                longitude=row["longitude"],
                starts_on=row["starts_on"],
                ends_on=row["ends_on"],
                state="done",
                currency="",
                partners=[],
                participants=row["participants"],
                link=row["source_link"],
                evidence="",
                reason="",
                reporter="carried over from the events",
                known_on=row["ends_on"],
                recorded_at=now,
            )
        )


def _add_call() -> None:
    op.create_table(
        "assessment_call",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("results_on", sa.Date(), nullable=True),
        sa.Column("received", sa.Integer(), nullable=True),
        sa.Column("in_line", sa.Integer(), nullable=True),
        sa.Column("sent_back", sa.Integer(), nullable=True),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_link", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.CheckConstraint("number > 0", name=op.f("ck_assessment_call_number")),
        sa.CheckConstraint(
            "received >= 0 AND in_line >= 0 AND sent_back >= 0",
            name=op.f("ck_assessment_call_counts"),
        ),
        sa.CheckConstraint("closed_on >= opened_on", name=op.f("ck_assessment_call_dates")),
        sa.ForeignKeyConstraint(
            ["supersedes_id"],
            ["assessment_call.id"],
            name=op.f("fk_assessment_call_supersedes_id_assessment_call"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_call")),
        sa.UniqueConstraint("number", "revision", name="uq_assessment_call_slot"),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_assessment_call_supersedes_id")),
    )


def _add_twins() -> None:
    op.create_table(
        "twin_pair",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("code", sa.String(length=36), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("aims", sa.String(), nullable=False),
        sa.Column("neutrality_year", sa.Integer(), nullable=False),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_link", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("reporter", sa.String(), nullable=False),
        sa.Column("known_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", UTCDateTime(), nullable=False),
        sa.Column("supersedes_id", KEY, nullable=True),
        sa.CheckConstraint(
            "state IN ('proposed', 'agreed', 'active', 'ended')", name=op.f("ck_twin_pair_state")
        ),
        sa.CheckConstraint(
            "neutrality_year BETWEEN 2020 AND 2100", name=op.f("ck_twin_pair_neutrality_year")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["twin_pair.id"], name=op.f("fk_twin_pair_supersedes_id_twin_pair")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_twin_pair")),
        sa.UniqueConstraint("code", "revision", name="uq_twin_pair_slot"),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_twin_pair_supersedes_id")),
    )
    op.create_table(
        "twin_side",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("pair_id", KEY, nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("place_code", sa.String(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("municipalities", sa.JSON(), nullable=False),
        sa.CheckConstraint("side IN ('first', 'second')", name=op.f("ck_twin_side_side")),
        sa.CheckConstraint(
            "kind IN ('region', 'municipality', 'country')", name=op.f("ck_twin_side_kind")
        ),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_twin_side_latitude")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_twin_side_longitude")),
        sa.ForeignKeyConstraint(
            ["pair_id"], ["twin_pair.id"], name=op.f("fk_twin_side_pair_id_twin_pair")
        ),
        sa.ForeignKeyConstraint(
            ["place_code"], ["place.code"], name=op.f("fk_twin_side_place_code_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_twin_side")),
        sa.UniqueConstraint("pair_id", "side", name="uq_twin_side_slot"),
    )


def _widen_organisation() -> None:
    # An organisation that is there already is known from today: no earlier day was ever written.
    today = sa.text(f"'{dt.datetime.now(dt.UTC).date()}'")
    with op.batch_alter_table("organisation") as organisation:
        organisation.add_column(sa.Column("country_code", sa.String(), nullable=True))
        organisation.add_column(sa.Column("joined_on", sa.Date(), nullable=True))
        organisation.add_column(sa.Column("member_since", sa.Date(), nullable=True))
        organisation.add_column(sa.Column("left_on", sa.Date(), nullable=True))
        for name in ("source_title", "source_link"):
            organisation.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
        organisation.add_column(
            sa.Column("known_on", sa.Date(), nullable=False, server_default=today)
        )
        organisation.create_foreign_key(
            op.f("fk_organisation_country_code_place"), "place", ["country_code"], ["code"]
        )
        organisation.create_check_constraint(op.f("ck_organisation_stay"), "left_on >= joined_on")
