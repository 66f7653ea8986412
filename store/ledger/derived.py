"""What the database itself notes of the figures, so that nobody reads all of them to find a few.

Nothing is written here but by triggers, and nothing is in it that the ledger does not say: it is no
part of what a copy takes along, and is made anew from the ledger where a trigger is missing.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from store.ledger import revisions
from store.models import Measurement, Review, Verdict
from store.models.base import KEY

METADATA = sa.MetaData()

# Figures that head their slots and that nobody reviewed.
WAITING = sa.Table(
    "waiting", METADATA, sa.Column("measurement_id", KEY, primary_key=True, autoincrement=False)
)

# Approved figures that were known before their period ended. There are hardly any: whatever else
# was known on a day speaks of a period that had ended by then.
EARLY = sa.Table(
    "early_figure",
    METADATA,
    sa.Column("review_id", KEY, primary_key=True, autoincrement=False),
    sa.Column("known_on", sa.Date, nullable=False),
    sa.Column("period_end", sa.Date, nullable=False),
)

_TRIGGERS = ("measurement_is_noted", "review_is_noted")


def install(connection: sa.Connection) -> None:
    """Create the triggers anew, and note what the ledger holds by now."""
    if not _is_there(connection):
        return
    statements = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES
    for statement in statements:
        connection.exec_driver_sql(statement)
    for table, content in _contents():
        connection.execute(sa.delete(table))
        connection.execute(sa.insert(table).from_select(list(table.columns), content))


def missing(connection: sa.Connection) -> list[str]:
    """Name the triggers that are not there."""
    if not _is_there(connection):
        return []
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.dialect.name == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'A'"
    )
    return sorted({*_TRIGGERS} - {*connection.exec_driver_sql(query).scalars()})


def _is_there(connection: sa.Connection) -> bool:
    """A store that is being migrated does not have the tables yet."""
    return {*METADATA.tables} <= {*sa.inspect(connection).get_table_names()}


def _contents() -> Iterator[tuple[sa.Table, sa.Select[*tuple[Any, ...]]]]:
    is_reviewed = sa.exists().where(col(Review.measurement_id) == Measurement.id)
    yield (
        WAITING,
        sa.select(col(Measurement.id)).where(revisions.is_head(Measurement), ~is_reviewed),
    )
    yield (
        EARLY,
        sa.select(col(Review.id), col(Review.known_on), col(Measurement.period_end))
        .join(Measurement, col(Measurement.id) == col(Review.measurement_id))
        .where(
            col(Review.verdict) == Verdict.APPROVED,
            col(Measurement.period_end) > col(Review.known_on),
        ),
    )


_SQLITE = (
    "DROP TRIGGER IF EXISTS measurement_is_noted",
    """CREATE TRIGGER measurement_is_noted AFTER INSERT ON measurement BEGIN
    INSERT INTO waiting (measurement_id) VALUES (NEW.id);
    DELETE FROM waiting WHERE measurement_id = NEW.supersedes_id; END""",
    "DROP TRIGGER IF EXISTS review_is_noted",
    """CREATE TRIGGER review_is_noted AFTER INSERT ON review BEGIN
    DELETE FROM waiting WHERE measurement_id = NEW.measurement_id;
    INSERT INTO early_figure (review_id, known_on, period_end)
    SELECT NEW.id, NEW.known_on, period_end FROM measurement
    WHERE id = NEW.measurement_id AND NEW.verdict = 'approved' AND period_end > NEW.known_on;
    END""",
)

# Once a statement, not once a row: a copy writes thousands with each.
_POSTGRES = (
    """CREATE OR REPLACE FUNCTION note_measurements() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO waiting (measurement_id) SELECT id FROM fresh;
    DELETE FROM waiting USING fresh WHERE measurement_id = fresh.supersedes_id;
    RETURN NULL; END $$""",
    """CREATE OR REPLACE FUNCTION note_reviews() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    DELETE FROM waiting USING fresh WHERE waiting.measurement_id = fresh.measurement_id;
    INSERT INTO early_figure (review_id, known_on, period_end)
    SELECT fresh.id, fresh.known_on, period_end
    FROM fresh JOIN measurement ON measurement.id = fresh.measurement_id
    WHERE fresh.verdict = 'approved' AND period_end > fresh.known_on;
    RETURN NULL; END $$""",
    "DROP TRIGGER IF EXISTS measurement_is_noted ON measurement",
    """CREATE TRIGGER measurement_is_noted AFTER INSERT ON measurement
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION note_measurements()""",
    "ALTER TABLE measurement ENABLE ALWAYS TRIGGER measurement_is_noted",
    "DROP TRIGGER IF EXISTS review_is_noted ON review",
    """CREATE TRIGGER review_is_noted AFTER INSERT ON review
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION note_reviews()""",
    "ALTER TABLE review ENABLE ALWAYS TRIGGER review_is_noted",
)
