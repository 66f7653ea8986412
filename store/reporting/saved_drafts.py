"""What somebody has typed and not yet sent: private, outside the ledger, gone once sent."""

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


def load(session: Session, actor: Actor, slot: Slot) -> SavedDraft | None:
    """The actor's own draft for the slot."""
    return session.exec(
        select(SavedDraft).where(
            SavedDraft.author == actor.name,
            SavedDraft.indicator_code == slot.indicator_code,
            SavedDraft.place_code == slot.place_code,
            SavedDraft.year == slot.year,
        )
    ).first()


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
    return {row.place_code: row.content for row in rows}


def save(
    session: Session,
    actor: Actor,
    slot: Slot,
    content: dict[str, Any],
    now: dt.datetime,
) -> SavedDraft:
    """Keep what was typed until it is sent, over what was kept before."""
    row = load(session, actor, slot)
    if row is None:
        row = SavedDraft(
            author=actor.name,
            indicator_code=slot.indicator_code,
            place_code=slot.place_code,
            year=slot.year,
            saved_at=now,
        )
    row.content, row.saved_at = content, now
    session.add(row)
    session.flush()
    return row


def forget(session: Session, actor: Actor, slot: Slot) -> None:
    """Delete the actor's draft for the slot."""
    if (row := load(session, actor, slot)) is not None:
        session.delete(row)
        session.flush()
