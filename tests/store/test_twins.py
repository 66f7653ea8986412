"""Pairs of twin regions: who may report them, what is refused, and what stood on a day."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from store import queries, twins
from store.errors import (
    ConflictError,
    InvalidTextError,
    InvalidTwinsError,
    NotAllowedError,
    StoreError,
    UnknownReferenceError,
)
from store.models import TwinPair, TwinSide
from store.rights import VISITOR, Actor, Grant
from store.twins import Pair
from tests.store.writing import ANA, counts

MONDAY, TUESDAY, FRIDAY = dt.date(2026, 3, 2), dt.date(2026, 3, 3), dt.date(2026, 3, 6)
LEADER = Actor("Lea", (Grant("task force leader", "F1"),))
AFRICA = Actor("Aba", (Grant("regional representative", "F1", "R-AFR"),))
AMERICA = Actor("Ann", (Grant("regional representative", "F1", "R-NAM"),))
OTHER_SEAT = Actor("Oda", (Grant("regional representative", "D4", "R-AFR"),))
MEMBER = Actor("Mia", (Grant("team member", "F1"),))


def pair(day: dt.date = MONDAY, **changes: Any) -> TwinPair:
    """A pair that was agreed on a Monday."""
    content: dict[str, Any] = {
        "code": "pair-1",
        "name": "Meadows",
        "state": "agreed",
        "since": MONDAY,
        "source_title": "Agreement of both councils",
        "known_on": day,
    }
    return TwinPair(**content | changes)


def side(country: str, **changes: Any) -> TwinSide:
    """A region somewhere in the country."""
    content: dict[str, Any] = {
        "kind": "region",
        "name": f"Region in {country}",
        "place_code": country,
        "latitude": 9.5,
        "longitude": 2.25,
        "municipalities": [],
    }
    return TwinSide(**content | changes)


def sides(
    first: dict[str, Any] | None = None, second: dict[str, Any] | None = None
) -> tuple[TwinSide, TwinSide]:
    """A place in Benin and one in Germany, changed as told."""
    return (
        side(**{"country": "BEN", "municipalities": ["Upper", "Lower"]} | (first or {})),
        side(**{"country": "DEU"} | (second or {})),
    )


def only(pairs: list[Pair]) -> Pair:
    """The one pair there is."""
    [found] = pairs
    return found


def test_a_pair_is_kept_with_both_places_and_who_reported_it(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        twins.report(session, ANA, pair(), sides())
    with Session(filled) as session:
        found = only(twins.known(session, MONDAY))
        assert (found.row.name, found.row.reporter) == ("Meadows", "Ana")
        assert found.row.neutrality_year == 2035
        assert [(one.side, one.place_code) for one in found.sides] == [
            ("first", "BEN"),
            ("second", "DEU"),
        ]
        assert found.first.municipalities == ["Upper", "Lower"]
        assert (found.second.latitude, found.second.longitude) == (9.5, 2.25)


def test_the_shipped_store_has_no_pair(filled: sa.Engine) -> None:
    with Session(filled) as session:
        assert twins.known(session, dt.date.max) == []


def test_a_pair_stands_as_it_was_last_known_on_the_day(filled: sa.Engine) -> None:
    with Session(filled) as session:
        first = twins.report(session, ANA, pair(), sides())
        changed = pair(TUESDAY, state="active", since=TUESDAY)
        twins.report(session, LEADER, changed, sides(second={"country": "FRA"}), first.row.id)
        assert twins.known(session, MONDAY - dt.timedelta(days=1)) == []
        assert only(twins.known(session, MONDAY)).countries == {"BEN", "DEU"}
        newest = only(twins.known(session, FRIDAY))
        assert (newest.row.state, newest.countries) == ("active", {"BEN", "FRA"})
        assert [one.row.state for one in twins.history(session, "pair-1", FRIDAY)] == [
            "active",
            "agreed",
        ]
        assert [one.row.state for one in twins.history(session, "pair-1", MONDAY)] == ["agreed"]


def test_the_pair_reported_last_comes_first(filled: sa.Engine) -> None:
    with Session(filled) as session:
        for number, day in enumerate((TUESDAY, FRIDAY, MONDAY)):
            twins.report(session, ANA, pair(day, code=f"pair-{number}"), sides())
        assert [one.row.known_on for one in twins.known(session, FRIDAY)] == [
            FRIDAY,
            TUESDAY,
            MONDAY,
        ]


def test_who_saw_an_older_revision_is_told(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        first = twins.report(session, ANA, pair(), sides())
        twins.report(session, ANA, pair(TUESDAY, name="Pastures"), sides(), first.row.id)
        for seen in (first.row.id, None):
            with pytest.raises(ConflictError, match="meanwhile"):
                twins.report(session, ANA, pair(TUESDAY, name="Fields"), sides(), seen)
        assert only(twins.known(session, FRIDAY)).row.name == "Pastures"


@pytest.mark.parametrize("actor", [ANA, LEADER, AFRICA])
def test_who_keeps_f1_in_the_region_of_one_place_reports(filled: sa.Engine, actor: Actor) -> None:
    with Session(filled) as session:
        for places in (sides(), (side("DEU"), side("BEN"))):
            twins.report(session, actor, pair(code=f"{places[0].place_code}"), places)
        assert {one.row.reporter for one in twins.known(session, MONDAY)} == {actor.name}


@pytest.mark.parametrize("actor", [VISITOR, AMERICA, OTHER_SEAT, MEMBER])
def test_nobody_else_does(filled: sa.Engine, actor: Actor) -> None:
    before = counts(filled)
    with Session(filled) as session, session.begin(), pytest.raises(NotAllowedError):
        twins.report(session, actor, pair(), sides())
    assert counts(filled) == before


def test_nobody_takes_a_pair_of_other_regions_by_moving_it_home(filled: sa.Engine) -> None:
    with Session(filled) as session:
        head = twins.report(session, ANA, pair(), sides())
        places = {place.code: place for place in queries.places(session)}
        assert not twins.may_change(AMERICA, head, places)
        assert twins.may_change(AFRICA, head, places)
        with pytest.raises(NotAllowedError):
            twins.report(
                session, AMERICA, pair(TUESDAY), sides(second={"country": "CAN"}), head.row.id
            )


@pytest.mark.parametrize(
    ("changes", "first", "second", "sentence"),
    [
        ({"name": " "}, {}, {}, "Give the pair a name"),
        ({"state": "engaged"}, {}, {}, "no such state"),
        ({"since": TUESDAY}, {}, {}, "Only a proposal can lie in the future"),
        ({"neutrality_year": 2019}, {}, {}, "2020 to 2100"),
        ({"neutrality_year": 2101}, {}, {}, "2020 to 2100"),
        ({"source_title": "x "}, {}, {}, "Name the source"),
        ({"source_link": "javascript:alert(1)"}, {}, {}, "https://"),
        ({}, {"name": ""}, {}, "each of the two places a name"),
        ({}, {"kind": "village"}, {}, "a region, a municipality or a country"),
        ({}, {"latitude": 90.1}, {}, "latitude lies in"),
        ({}, {"longitude": float("nan")}, {}, "latitude lies in"),
        ({}, {"municipalities": ["Upper", " upper "]}, {}, "listed once"),
        ({}, {"municipalities": ["Upper", ""]}, {}, "listed once"),
        ({}, {"name": "Here"}, {"name": " here ", "country": "BEN"}, "two different places"),
        ({}, {"kind": "country"}, {"kind": "country", "country": "BEN"}, "two different places"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    filled: sa.Engine,
    changes: dict[str, Any],
    first: dict[str, Any],
    second: dict[str, Any],
    sentence: str,
) -> None:
    with Session(filled) as session:
        with pytest.raises(InvalidTwinsError, match=sentence):
            twins.report(session, ANA, pair(**changes), sides(first, second))
        assert twins.known(session, dt.date.max) == []


@pytest.mark.parametrize("country", ["", "XXX", "WLD", "R-AFR"])
def test_a_place_lies_in_a_country(filled: sa.Engine, country: str) -> None:
    with Session(filled) as session, pytest.raises(UnknownReferenceError, match="no country"):
        twins.report(session, ANA, pair(), sides({"country": country}))


BELL = "Upper\x07Valley"


@pytest.mark.parametrize(
    "typed",
    [
        lambda: (pair(name=BELL), sides()),
        lambda: (pair(aims=BELL), sides()),
        lambda: (pair(note=BELL), sides()),
        lambda: (pair(), sides({"name": BELL})),
        lambda: (pair(), sides(second={"municipalities": [BELL]})),
    ],
)
def test_control_characters_are_refused(
    filled: sa.Engine, typed: Callable[[], tuple[TwinPair, tuple[TwinSide, TwinSide]]]
) -> None:
    with Session(filled) as session, pytest.raises(InvalidTextError):
        twins.report(session, ANA, *typed())


def test_a_proposal_may_lie_in_the_future_and_one_country_may_hold_both_places(
    filled: sa.Engine,
) -> None:
    with Session(filled) as session:
        twins.report(
            session,
            ANA,
            pair(state="proposed", since=FRIDAY),
            sides({"name": "North"}, {"name": "South", "country": "BEN"}),
        )
        assert only(twins.known(session, MONDAY)).countries == {"BEN"}


def test_a_country_takes_part_with_a_municipality_of_an_active_pair(filled: sa.Engine) -> None:
    active = {"state": "active", "since": MONDAY}
    with Session(filled) as session:
        for number, (changes, places) in enumerate(
            (
                (active, sides()),  # only Benin lists municipalities
                (active, sides({"municipalities": []}, {"kind": "municipality"})),
                ({"state": "agreed"}, sides({"country": "MLI"})),
                ({"state": "ended"}, sides({"country": "TGO"})),
                (active, (side("ESP"), side("FRA"))),
            )
        ):
            content: dict[str, Any] = {"code": f"pair-{number}", "name": f"Pair {number}"}
            row = pair(**content | changes)
            twins.report(session, ANA, row, places)
        pairs = twins.known(session, MONDAY)
        assert twins.active_countries(pairs, MONDAY) == {"BEN": ["Pair 0"], "DEU": ["Pair 1"]}
        assert twins.active_countries(pairs, MONDAY - dt.timedelta(days=1)) == {}


def test_a_refusal_leaves_nothing_half_written(filled: sa.Engine) -> None:
    def report_two() -> None:
        with Session(filled) as session, session.begin():
            twins.report(session, ANA, pair(), sides())
            twins.report(session, ANA, pair(code="pair-2"), sides({"latitude": -91.0}))

    before = counts(filled)
    with pytest.raises(StoreError):
        report_two()
    assert counts(filled) == before


@pytest.mark.parametrize("table", ["twin_pair", "twin_side"])
def test_what_was_written_stays(filled: sa.Engine, table: str) -> None:
    with Session(filled) as session, session.begin():
        twins.report(session, ANA, pair(), sides())
    for statement in (f"UPDATE {table} SET name = 'x'", f"DELETE FROM {table}"):
        with filled.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
            connection.exec_driver_sql(statement)
