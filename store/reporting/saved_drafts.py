"""What somebody has typed and not yet sent: private, outside the ledger, gone once sent.

Of figures there is a draft for each slot; in place of a slot, None means the one sampling of soil
that somebody is typing.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, select

from store.models import SavedDraft
from store.rights.rights import Actor


@dataclass(frozen=True, slots=True)
class Slot:
    """Which figure a draft is for."""

    indicator_code: str
    place_code: str
    year: int


def load(session: Session, actor: Actor, slot: Slot | None) -> SavedDraft | None:
    """The actor's own draft for the slot."""
    own = select(SavedDraft).where(SavedDraft.author == actor.name)
    is_there = (getattr(SavedDraft, name) == value for name, value in _columns(slot).items())
    return session.exec(own.where(*is_there)).first()


def contents(
    session: Session, actor: Actor, indicator_code: str, year: int
) -> dict[str, dict[str, Any]]:
    """What the actor's own drafts of an indicator and a year hold, by place."""
    rows = session.exec(
        select(SavedDraft).where(
            SavedDraft.author == actor.name,
            SavedDraft.indicator_code == indicator_code,
            SavedDraft.year == year,
        )
    )
    return {row.place_code: row.content for row in rows if row.place_code}


def save(
    session: Session,
    actor: Actor,
    slot: Slot | None,
    content: dict[str, Any],
    now: dt.datetime,
) -> SavedDraft:
    """Keep what was typed until it is sent, over what was kept before."""
    row = load(session, actor, slot)
    if row is None:
        row = SavedDraft(author=actor.name, saved_at=now, **_columns(slot))
    row.content, row.saved_at = content, now
    session.add(row)
    session.flush()
    return row


def forget(session: Session, actor: Actor, slot: Slot | None) -> None:
    """Delete the actor's draft for the slot."""
    if (row := load(session, actor, slot)) is not None:
        session.delete(row)
        session.flush()


def slot_of(row: SavedDraft) -> Slot | None:
    """What a draft is for."""
    if row.indicator_code is None or row.place_code is None or row.year is None:
        return None
    return Slot(row.indicator_code, row.place_code, row.year)


def _columns(slot: Slot | None) -> dict[str, Any]:
    """The columns that tell a draft from any other of its author."""
    names = Slot.__slots__
    return {name: None if slot is None else getattr(slot, name) for name in names}
