"""Twin regions: pairs of places, as they were known on a day, and who may report them."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from store.activities.twin_draft import PairDraft, SideDraft
from store.ground import texts
from store.ground.errors import InvalidTwinsError, UnknownReferenceError
from store.ledger import audit, knowledge, revisions
from store.ledger.knowledge import EVER, Until
from store.models import PilotCountry, Place, PlaceKind, TwinPair, TwinSide
from store.models.twins import PairState, Side, SideKind
from store.rights import rights
from store.rights.rights import Act, Actor, Where


def pilot_countries(session: Session, as_of: dt.date) -> list[PilotCountry]:
    """The twin-region pilot's countries, by code."""
    return list(
        session.exec(
            select(PilotCountry)
            .where(PilotCountry.known_on <= as_of)
            .order_by(col(PilotCountry.place_code))
        )
    )


OBJECTIVE = "F1"

Sides = tuple[TwinSide, TwinSide]


@dataclass(frozen=True, slots=True)
class Pair:
    """One revision of a pair with its two places."""

    row: TwinPair
    first: TwinSide
    second: TwinSide

    @property
    def sides(self) -> Sides:
        """Both places, in their order."""
        return self.first, self.second

    @property
    def countries(self) -> frozenset[str]:
        """The codes of the one or two countries in which the places lie."""
        return frozenset(side.place_code for side in self.sides)


def report(
    session: Session,
    actor: Actor,
    pair: PairDraft,
    sides: tuple[SideDraft, SideDraft],
    seen: int | None = None,
) -> Pair:
    """Write a pair; where `seen` names its newest revision, the new one supersedes that.

    Errors: UnknownReferenceError, NotAllowedError, InvalidTwinsError for one place twice,
            ConflictError when the pair was changed since it was seen.
    """
    _demand(actor, [_country(session, side) for side in sides])
    if _is_one_place(*sides):
        raise InvalidTwinsError("A pair joins two different places.")
    head = _head(session, pair.code)
    revisions.check_seen(head.row if head else None, seen)
    if head is not None:
        _demand(actor, [_country(session, side) for side in head.sides])
    row = TwinPair.model_validate(pair, update={"reporter": actor.name})
    revisions.supersede(session, actor.name, "report twin regions", row, head.row if head else None)
    written = []
    for side, position in zip(sides, Side, strict=True):
        place = TwinSide.model_validate(side, update={"side": position, "pair_id": row.id})
        written.append(audit.write(session, actor.name, "report twin region", place))
    return Pair(row, *written)


def known(session: Session, until: Until) -> list[Pair]:
    """Every pair as it stood; the one reported last comes first."""
    return _pairs(session, knowledge.is_newest(TwinPair, until))


def history(session: Session, code: str, until: Until) -> list[Pair]:
    """Every revision of one pair that was known by then, the newest first."""
    pairs = _pairs(session, col(TwinPair.code) == code, until.covers(TwinPair))
    return sorted(pairs, key=lambda pair: pair.row.revision, reverse=True)


def active_countries(pairs: Iterable[Pair], on: dt.date) -> dict[str, list[str]]:
    """Countries of which a municipality takes part in a pair active on the day.

    Shape: country code → the names of the pairs that say so. A side takes part where it lists a
           municipality or is one.
    """
    partners: dict[str, list[str]] = {}
    for pair in pairs:
        if pair.row.state != PairState.ACTIVE or pair.row.since > on:
            continue
        taking_part = {
            side.place_code
            for side in pair.sides
            if side.kind == SideKind.MUNICIPALITY or side.municipalities
        }
        for code in sorted(taking_part):
            partners.setdefault(code, []).append(pair.row.name)
    return partners


def may_report(actor: Actor, regions: Iterable[str | None]) -> bool:
    """Whether the actor may report a pair that touches one of the regions, such as `R-AFR`."""
    return any(rights.may(actor, Act.KEEP, Where(OBJECTIVE, region)) for region in regions)


def may_change(actor: Actor, pair: Pair, places: Mapping[str, Place]) -> bool:
    """Whether the actor may supersede the pair."""
    return may_report(actor, regions_of(pair, places))


def regions_of(pair: Pair, places: Mapping[str, Place]) -> Collection[str | None]:
    """The regions in which the pair's places lie."""
    return {places[code].region_code for code in pair.countries}


def _pairs(session: Session, *conditions: sa.ColumnElement[bool]) -> list[Pair]:
    first, second = aliased(TwinSide), aliased(TwinSide)
    rows = session.execute(
        sa.select(TwinPair, first, second)
        .join(first, sa.and_(col(first.pair_id) == TwinPair.id, col(first.side) == Side.FIRST))
        .join(second, sa.and_(col(second.pair_id) == TwinPair.id, col(second.side) == Side.SECOND))
        .where(*conditions)
        .order_by(col(TwinPair.known_on).desc(), col(TwinPair.id).desc())
    )
    return [Pair(*row) for row in rows]


def _head(session: Session, code: str) -> Pair | None:
    return next(iter(history(session, code, EVER)), None)


def _country(session: Session, side: TwinSide | SideDraft) -> Place:
    if not side.place_code:
        raise UnknownReferenceError("Choose the country of each of the two places.")
    place = session.get(Place, side.place_code)
    if place is None or place.kind != PlaceKind.COUNTRY:
        raise UnknownReferenceError("There is no country {code}.", code=side.place_code)
    return place


def _demand(actor: Actor, countries: Iterable[Place]) -> None:
    """The right over one of the two places is enough: a pair joins regions."""
    regions = [place.region_code for place in countries]
    if not may_report(actor, regions):
        rights.demand(actor, Act.KEEP, Where(OBJECTIVE, regions[0]))


def _is_one_place(first: SideDraft, second: SideDraft) -> bool:
    if first.place_code != second.place_code:
        return False
    are_countries = first.kind == second.kind == SideKind.COUNTRY
    return are_countries or texts.fold(first.name) == texts.fold(second.name)
