"""Sources that were named before, so that nobody types the same title twice."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.models import Indicator, Measurement, Place
from store.rights import rights
from store.rights.rights import Act, Actor

NEWEST = 40  # figures in which a title is looked for


@dataclass(frozen=True, slots=True)
class Source:
    """A document or register as a figure names it."""

    title: str
    link: str


def used_before(
    session: Session, actor: Actor, indicator_code: str, place_code: str, most: int
) -> list[Source]:
    """The sources of the place's figures, then those that the actor named elsewhere, newest first.

    Only of what the actor may see; each title once, with the link that it had last.
    """
    of_place = [
        Measurement.place_code == place_code,
        Measurement.indicator_code == indicator_code,
    ]
    indicator, place = session.get(Indicator, indicator_code), session.get(Place, place_code)
    if indicator is None or place is None:
        return []
    if not rights.may(actor, Act.SEE, rights.about(indicator, place)):
        of_place.append(Measurement.reporter == actor.name)
    sources: dict[str, Source] = {}
    for conditions in (of_place, [Measurement.reporter == actor.name]):
        for title, link in _newest(session, conditions):
            sources.setdefault(title, Source(title, link))
    return list(sources.values())[:most]


def _newest(
    session: Session, conditions: Iterable[sa.ColumnElement[bool] | bool]
) -> list[tuple[str, str]]:
    rows = session.exec(
        select(Measurement.source_title, Measurement.source_link)
        .where(*conditions, Measurement.source_title != "")
        .order_by(col(Measurement.id).desc())
        .limit(NEWEST)
    )
    return list(rows)
