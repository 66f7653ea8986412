"""Many pairs come a page at a time."""

import datetime as dt
from uuid import uuid4

from sqlmodel import Session

from store.activities import twins
from store.models import PlaceKind, Side, SideKind, TwinPair, TwinSide
from store.models.twins import PairState
from store.plan import contents
from tests.pages.acting import TODAY, Open, writing
from tests.pages.words import words
from tests.store.activities.pairs import pair, sides
from tests.store.writing import ANA

NOON = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)


def enter(session: Session, count: int) -> None:
    """Pairs of countries all over the world, all but one written straight into the tables."""
    twins.report(session, ANA, pair(), sides())  # whose audit entry says that the store changed
    countries = [place for place in contents.places(session) if place.kind == PlaceKind.COUNTRY]
    pairs = [
        TwinPair(
            code=str(uuid4()),
            name=f"Pair {number}",
            state=list(PairState)[number % 4],
            since=TODAY,
            source_title="Agreement",
            known_on=TODAY,
            recorded_at=NOON,
        )
        for number in range(count - 1)
    ]
    session.add_all(pairs)
    session.flush()
    for number, row in enumerate(pairs):
        for side, step in ((Side.FIRST, 1), (Side.SECOND, 7)):
            place = countries[number * step % len(countries)]
            session.add(
                TwinSide(
                    pair_id=row.id or 0,
                    side=side,
                    kind=SideKind.REGION,
                    name=f"Place {number}",
                    place_code=place.code,
                    latitude=place.latitude or 0.0,
                    longitude=place.longitude or 0.0,
                    municipalities=[f"Village {number}"],
                )
            )


def test_many_pairs_come_a_page_at_a_time(open_page: Open) -> None:
    with writing() as session:
        enter(session, 450)
    app = open_page("nobody", "twins")
    assert "There are 450 pairs" in words(app)
    assert "twin pairs of two countries, wider for more" in words(app)
    assert "Rows 1 to 100 of 450." in words(app)
    app.session_state["choice_page"] = 5
    app.run()
    assert "Rows 401 to 450 of 450." in words(app)
    [listed] = [
        one.proto.body for one in app.get("html") if '<nav class="pair-list"' in one.proto.body
    ]
    assert listed.count("<li") == 50
