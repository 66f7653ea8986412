"""What waits for a review, of what somebody may see: counted, and read a page at a time.

Many thousands may wait. Nothing here reads all of them; what is counted is counted in the database.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.ledger.derived import WAITING
from store.models import Indicator, Measurement, Place
from store.rights import rights
from store.rights.rights import Act, Actor, Where

TOGETHER = dt.timedelta(seconds=2)  # between two figures of one sheet, which are written in a row


@dataclass(frozen=True, slots=True)
class Sending:
    """What one person sent in one go, as from a sheet; `last` is the number of the last figure."""

    reporter: str
    first_at: dt.datetime
    last_at: dt.datetime
    last: int
    count: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which of the figures: of some indicators, or sent together; all without either."""

    indicators: tuple[str, ...] | None = None
    sending: Sending | None = None


EVERYTHING = Chosen()


def count_all(session: Session) -> int:
    """How many figures wait, for those who may review all of them."""
    return session.execute(sa.select(sa.func.count()).select_from(WAITING)).scalar_one()


def by_indicator(session: Session, actor: Actor) -> dict[str, int]:
    """How many figures wait, by indicator; nothing of an indicator of which none does."""
    code = col(Measurement.indicator_code)
    counted = _select(session, actor, EVERYTHING, code, sa.func.count())
    rows = session.execute(counted.group_by(code).order_by(code))
    return {row[0]: row[1] for row in rows}


def oldest(session: Session, actor: Actor) -> dt.datetime | None:
    """When the first of them was reported."""
    found = _select(session, actor, EVERYTHING, col(Measurement.recorded_at))
    return session.execute(found.order_by(WAITING.c.measurement_id).limit(1)).scalar()


def numbers(
    session: Session,
    actor: Actor,
    chosen: Chosen = EVERYTHING,
    skipped: int = 0,
    most: int | None = None,
) -> list[int]:
    """The numbers of figures, oldest first: at most so many behind those skipped."""
    found = _select(session, actor, chosen).order_by(WAITING.c.measurement_id)
    return [*session.execute(found.offset(skipped).limit(most)).scalars()]


def among(session: Session, actor: Actor, some: Collection[int]) -> set[int]:
    """Those of some figures that wait."""
    found = _select(session, actor, EVERYTHING).where(WAITING.c.measurement_id.in_(some))
    return {*session.execute(found).scalars()} if some else set()


def place(session: Session, actor: Actor, chosen: Chosen, number: int) -> int | None:
    """How many of the figures come before this one; None where it is none of them."""
    asked = _select(session, actor, chosen).where(WAITING.c.measurement_id == number)
    if session.execute(asked).first() is None:
        return None
    before = _select(session, actor, chosen, sa.func.count())
    return session.execute(before.where(WAITING.c.measurement_id < number)).scalar_one()


def sendings(session: Session, actor: Actor) -> list[Sending]:
    """What was sent together, in the order of reporters and instants; nothing sent alone."""
    reporter, at = col(Measurement.reporter), col(Measurement.recorded_at)
    last, count = sa.func.max(WAITING.c.measurement_id), sa.func.count()
    by_instant = _select(session, actor, EVERYTHING, reporter, at, at, last, count)
    rows = session.execute(by_instant.group_by(reporter, at).order_by(reporter, at))
    joined = _joined(Sending(*row) for row in rows)
    return [sending for sending in joined if sending.count > 1]


def _joined(by_instant: Iterator[Sending]) -> Iterator[Sending]:
    """Instants that follow one another closely, as one sending."""
    found = next(by_instant, None)
    if found is None:
        return
    for one in by_instant:
        if one.reporter == found.reporter and one.first_at - found.last_at <= TOGETHER:
            count = found.count + one.count
            found = Sending(found.reporter, found.first_at, one.last_at, one.last, count)
        else:
            yield found
            found = one
    yield found


def _select(
    session: Session, actor: Actor, chosen: Chosen, *columns: sa.SQLColumnExpression[Any]
) -> sa.Select[*tuple[Any, ...]]:
    """The columns, else the numbers, of the figures that the actor may see."""
    conditions = [*_visible(session, actor), *_chosen(chosen)]
    asked = sa.select(*columns or (WAITING.c.measurement_id,)).select_from(WAITING)
    if not columns and not conditions:
        return asked
    is_it = col(Measurement.id) == WAITING.c.measurement_id
    return asked.join(Measurement, is_it).where(*conditions)


def _chosen(chosen: Chosen) -> Iterator[sa.ColumnElement[bool]]:
    if chosen.indicators is not None:
        yield col(Measurement.indicator_code).in_(chosen.indicators)
    if chosen.sending is not None:
        sending = chosen.sending
        yield col(Measurement.reporter) == sending.reporter
        yield col(Measurement.recorded_at).between(sending.first_at, sending.last_at)


def _visible(session: Session, actor: Actor) -> list[sa.ColumnElement[bool]]:
    """That the actor reported the figure, or may see what is reported there; [] for everything."""
    indicators: dict[str | None, list[str]] = defaultdict(list)
    for code, objective in session.exec(select(Indicator.code, Indicator.objective_code)):
        indicators[objective].append(code)
    places: dict[str | None, list[str]] = defaultdict(list)
    for one in session.exec(select(Place)):
        places[rights.region_of(one)].append(one.code)
    reach: dict[tuple[str | None, ...], list[str]] = defaultdict(list)
    for objective, codes in indicators.items():
        where = (Where(objective, region) for region in places)
        regions = tuple(one.region for one in where if rights.may(actor, Act.SEE, one))
        reach[regions] += codes
    if [*reach] == [(*places,)]:
        return []
    allowed = [
        sa.and_(
            col(Measurement.indicator_code).in_(codes),
            col(Measurement.place_code).in_([one for region in regions for one in places[region]]),
        )
        for regions, codes in reach.items()
        if regions
    ]
    return [sa.or_(col(Measurement.reporter) == actor.name, *allowed)]
