"""What counts as known: by a day and, for a meeting, by an instant on it; both included."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.ledger.knowledge import Until
from store.models import Review
from tests.store.writing import MONDAY, TUESDAY, publish

MOMENT = dt.timedelta(microseconds=1)


@pytest.mark.same_sql
def test_a_row_is_known_from_its_day_and_its_instant_on(filled: sa.Engine) -> None:
    publish(filled, TUESDAY, value=5)
    with Session(filled) as session:
        review = session.exec(select(Review).order_by(col(Review.id).desc())).first()
        assert review is not None
        written = review.recorded_at

        def is_known(as_of: dt.date, recorded_by: dt.datetime | None = None) -> bool:
            until = Until(as_of, recorded_by)
            counts = session.exec(
                select(Review).where(Review.id == review.id, until.covers(Review))
            )
            is_included = until.includes(review.known_on, written)
            assert is_included == (counts.first() is not None)
            return is_included

        assert is_known(TUESDAY)
        assert not is_known(MONDAY)
        assert is_known(TUESDAY, written)
        assert not is_known(TUESDAY, written - MOMENT)
        assert not is_known(MONDAY, written)
