"""A table that lost one of its guards is found out and guarded anew, against every statement."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from store.ledger import append_only
from tests.store.writing import MONDAY, publish

pytestmark = pytest.mark.same_sql

OTHERS = "measurement_id + 1, step, verdict, comment, reviewer, known_on, recorded_at"
SAME_ID = f"INSERT OR REPLACE INTO review SELECT id, {OTHERS} FROM review LIMIT 1"
SAME_SLOT = SAME_ID.replace("SELECT id, measurement_id + 1", "SELECT -id, measurement_id")
GUARDS = {
    "update": ["UPDATE review SET reviewer = 'Mallory'"],
    "delete": ["DELETE FROM review"],
    "replace": [SAME_ID, SAME_SLOT],
}
FREE_SLOT = SAME_SLOT.replace("measurement_id, step", "measurement_id, step + 7")


@pytest.fixture
def connection(filled: sa.Engine) -> Iterator[sa.Connection]:
    """A connection to a store with a review; what it does is rolled back."""
    publish(filled, MONDAY, value=5)
    with filled.connect() as opened:
        yield opened


@pytest.mark.parametrize("what", GUARDS)
def test_a_guard_that_was_dropped_is_missed_and_made_anew(
    connection: sa.Connection, what: str
) -> None:
    assert append_only.missing(connection) == []
    connection.exec_driver_sql(f"DROP TRIGGER review_no_{what}")
    assert append_only.missing(connection) == ["review"]
    append_only.install(connection)
    assert append_only.missing(connection) == []
    for statement in (one for statements in GUARDS.values() for one in statements):
        with pytest.raises(IntegrityError, match="review is append-only: "):
            connection.exec_driver_sql(statement)
    assert connection.exec_driver_sql(FREE_SLOT).rowcount == 1
