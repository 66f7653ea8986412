"""Rival figures: what another source said of the same place and period, and why it gave way.

The figure that counts is the newest approved one; rivals stand beside it and are never averaged.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

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


def of_indicator(session: Session, indicator_code: str, until: Until) -> list[Rival]:
    """The rivals of an indicator's figures as they stood, in the order of approval."""
    slots: dict[object, list[Reading]] = {}
    of_it = col(Measurement.indicator_code) == indicator_code
    for reading in approved.approved(session, until.covers(Review), of_it):
        slots.setdefault(reading.slot, []).append(reading)
    return [rival for revisions in slots.values() for rival in _in_slot(revisions)]


def _in_slot(revisions: list[Reading]) -> Iterator[Rival]:
    ordered = sorted(revisions, key=lambda one: one.revision)
    counted = ordered[-1]
    for earlier, later in pairwise(ordered):
        is_other = _source(earlier) != _source(counted) and earlier.figure != counted.figure
        if is_other and earlier.figure is not None:
            yield Rival(earlier, counted.id, later.reason)


def _source(reading: Reading) -> str:
    """By which a document is told from another: its address where it has one, else its title."""
    return reading.source_link or texts.fold(reading.source_title)
