"""Pairs of twin regions: who may report them, what is refused, and what stood on a day."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.activities import twins
from store.activities.twins import Pair
from store.ground.errors import (
    ConflictError,
    NotAllowedError,
)
from store.ledger.knowledge import EVER, Until
from store.models import RoleKind
from store.plan import contents
from store.rights.rights import VISITOR, Actor, Grant
from tests.store.activities.pairs import FRIDAY, MONDAY, TUESDAY, pair, side, sides
from tests.store.writing import ANA, counts

LEADER = Actor("Lea", (Grant(RoleKind.TASK_FORCE_LEADER, "F1"),))
AFRICA = Actor("Aba", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "F1", "R-AFR"),))
AMERICA = Actor("Ann", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "F1", "R-NAM"),))
OTHER_SEAT = Actor("Oda", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D4", "R-AFR"),))
MEMBER = Actor("Mia", (Grant(RoleKind.TEAM_MEMBER, "F1"),))


def only(pairs: list[Pair]) -> Pair:
    """The one pair there is."""
    [found] = pairs
    return found


def test_a_pair_is_kept_with_both_places_and_who_reported_it(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        twins.report(session, ANA, pair(), sides())
    with Session(filled) as session:
        found = only(twins.known(session, Until.day(MONDAY)))
        assert (found.row.name, found.row.reporter) == ("Meadows", "Ana")
        assert found.row.neutrality_year == 2035
        assert [(one.side, one.place_code) for one in found.sides] == [
            ("first", "BEN"),
            ("second", "DEU"),
        ]
        assert found.first.municipalities == ["Upper", "Lower"]
        assert (found.second.latitude, found.second.longitude) == (9.5, 2.25)


def test_the_shipped_store_has_no_pair(shared: sa.Engine) -> None:
    with Session(shared) as session:
        assert twins.known(session, EVER) == []


def test_a_pair_stands_as_it_was_last_known_on_the_day(shared: sa.Engine) -> None:
    with Session(shared) as session:
        first = twins.report(session, ANA, pair(), sides())
        changed = pair(TUESDAY, state="active", since=TUESDAY)
        twins.report(session, LEADER, changed, sides(second={"country": "FRA"}), first.row.id)
        assert twins.known(session, Until.day(MONDAY - dt.timedelta(days=1))) == []
        assert only(twins.known(session, Until.day(MONDAY))).countries == {"BEN", "DEU"}
        newest = only(twins.known(session, Until.day(FRIDAY)))
        assert (newest.row.state, newest.countries) == ("active", {"BEN", "FRA"})
        assert [one.row.state for one in twins.history(session, "pair-1", Until.day(FRIDAY))] == [
            "active",
            "agreed",
        ]
        assert [one.row.state for one in twins.history(session, "pair-1", Until.day(MONDAY))] == [
            "agreed"
        ]


def test_the_pair_reported_last_comes_first(shared: sa.Engine) -> None:
    with Session(shared) as session:
        for number, day in enumerate((TUESDAY, FRIDAY, MONDAY)):
            twins.report(session, ANA, pair(day, code=f"pair-{number}"), sides())
        assert [one.row.known_on for one in twins.known(session, Until.day(FRIDAY))] == [
            FRIDAY,
            TUESDAY,
            MONDAY,
        ]


def test_who_saw_an_older_revision_is_told(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        first = twins.report(session, ANA, pair(), sides())
        twins.report(session, ANA, pair(TUESDAY, name="Pastures"), sides(), first.row.id)
        for seen in (first.row.id, None):
            with pytest.raises(ConflictError, match="in the meantime"):
                twins.report(session, ANA, pair(TUESDAY, name="Fields"), sides(), seen)
        assert only(twins.known(session, Until.day(FRIDAY))).row.name == "Pastures"


@pytest.mark.parametrize("actor", [ANA, LEADER, AFRICA])
def test_who_keeps_f1_in_the_region_of_one_place_reports(shared: sa.Engine, actor: Actor) -> None:
    with Session(shared) as session:
        for places in (sides(), (side("DEU"), side("BEN"))):
            twins.report(session, actor, pair(code=f"{places[0].place_code}"), places)
        assert {one.row.reporter for one in twins.known(session, Until.day(MONDAY))} == {actor.name}


@pytest.mark.same_sql
@pytest.mark.parametrize("actor", [VISITOR, AMERICA, OTHER_SEAT, MEMBER])
def test_nobody_else_does(filled: sa.Engine, actor: Actor) -> None:
    before = counts(filled)
    with Session(filled) as session, session.begin(), pytest.raises(NotAllowedError):
        twins.report(session, actor, pair(), sides())
    assert counts(filled) == before


def test_nobody_takes_a_pair_of_other_regions_by_moving_it_home(shared: sa.Engine) -> None:
    with Session(shared) as session:
        head = twins.report(session, ANA, pair(), sides())
        places = {place.code: place for place in contents.places(session)}
        assert not twins.may_change(AMERICA, head, places)
        assert twins.may_change(AFRICA, head, places)
        with pytest.raises(NotAllowedError):
            twins.report(
                session, AMERICA, pair(TUESDAY), sides(second={"country": "CAN"}), head.row.id
            )


def test_a_proposal_may_lie_in_the_future_and_one_country_may_hold_both_places(
    shared: sa.Engine,
) -> None:
    with Session(shared) as session:
        twins.report(
            session,
            ANA,
            pair(state="proposed", since=FRIDAY),
            sides({"name": "North"}, {"name": "South", "country": "BEN"}),
        )
        assert only(twins.known(session, Until.day(MONDAY))).countries == {"BEN"}


def test_a_country_takes_part_with_a_municipality_of_an_active_pair(shared: sa.Engine) -> None:
    active = {"state": "active", "since": MONDAY}
    with Session(shared) as session:
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
        pairs = twins.known(session, Until.day(MONDAY))
        assert twins.active_countries(pairs, MONDAY) == {"BEN": ["Pair 0"], "DEU": ["Pair 1"]}
        assert twins.active_countries(pairs, MONDAY - dt.timedelta(days=1)) == {}
