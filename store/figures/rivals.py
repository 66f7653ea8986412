"""Rival figures: what another source said of the same place and period, and why it gave way.

The figure that counts is the newest approved one; rivals stand beside it and are never averaged.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from store.figures import approved
from store.figures.approved import Reading
from store.ground import texts
from store.ledger.knowledge import Until
from store.models import Measurement, Review


@dataclass(frozen=True, slots=True)
class Rival:
    """A figure that was approved and gave way to one of another source, for `reason`."""

    figure: Reading
    counted_id: int
    reason: str


def of_figures(session: Session, numbers: Collection[int], until: Until) -> list[Rival]:
    """The rivals of figures, named by their numbers, as they stood, in the order of approval."""
    slots: dict[object, list[Reading]] = {}
    named, beside = aliased(Measurement), aliased(Measurement)
    is_same_slot = sa.and_(
        *(getattr(beside, name) == getattr(named, name) for name in Measurement.SLOT)
    )
    # Not joined but named, so that both engines begin with the few and not with the whole ledger.
    in_slots = sa.select(col(beside.id)).join(named, is_same_slot).where(col(named.id).in_(numbers))
    revisions = approved.approved(session, until.covers(Review), col(Measurement.id).in_(in_slots))
    for reading in revisions:
        slots.setdefault(reading.slot, []).append(reading)
    return [rival for readings in slots.values() for rival in _in_slot(readings)]


def _in_slot(readings: list[Reading]) -> Iterator[Rival]:
    ordered = sorted(readings, key=lambda one: one.revision)
    counted = ordered[-1]
    for earlier, later in pairwise(ordered):
        is_other = _source(earlier) != _source(counted) and earlier.figure != counted.figure
        if is_other and earlier.figure is not None:
            yield Rival(earlier, counted.id, later.reason)


def _source(reading: Reading) -> str:
    """By which a document is told from another: its address where it has one, else its title."""
    return reading.source_link or texts.fold(reading.source_title)
