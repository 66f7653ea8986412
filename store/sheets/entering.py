"""One row of a sheet as a draft, and everything that is wrong with it by itself."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from store.figures import typed
from store.figures.draft import MeasurementDraft
from store.ground.complaints import named
from store.models import Indicator
from store.plan import contents
from store.reporting.plausibility import Doubt
from store.rights import rights
from store.rights.rights import Act, Actor
from store.sheets import cells
from store.sheets.problems import Wrong
from store.sheets.reading import Row

COLUMN_OF = {name: column for column, name in cells.FIELDS.items()}


@dataclass(slots=True)
class Entry:
    """A filled row: the draft that it makes, if it makes one, and what is wrong with it."""

    row: Row
    said: dict[str, Any]
    answer: str
    problems: list[Wrong]
    draft: MeasurementDraft | None = None
    unread: set[str] = field(default_factory=set)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def pair(self) -> tuple[str, str] | None:
        """The indicator and the place, where both are known."""
        indicator, place = self.said.get("indicator_code"), self.said.get("place_code")
        return (indicator, place) if indicator and place else None


def enter(row: Row, content: cells.Content) -> Entry:
    """The row as far as it can be read."""
    values = dict(content.said)
    answer = str(values.pop("why_unusual", ""))
    entry = Entry(row, values, answer, list(content.problems))
    entry.unread = {cells.FIELDS.get(wrong.column, wrong.column) for wrong in content.problems}
    return entry


def judge(
    session: Session,
    actor: Actor,
    entries: Sequence[Entry],
    indicators: Mapping[str, Indicator],
    today: dt.date,
) -> None:
    """Make each row a draft and note everything that is wrong with it."""
    places = {place.code: place for place in contents.places(session)}
    allowed: dict[tuple[str, str], bool] = {}
    for entry in entries:
        pair = entry.pair
        if pair is not None:
            if pair not in allowed:
                where = rights.about(indicators[pair[0]], places[pair[1]])
                allowed[pair] = rights.may(actor, Act.REPORT, where)
            if not allowed[pair]:
                entry.problems.append(Wrong("place", rights.REFUSALS[Act.REPORT]))
                continue
        indicator = indicators[pair[0]] if pair is not None else None
        judged = typed.judge(indicator, entry.said, today, entry.unread)
        entry.draft = judged.draft
        entry.problems += [
            Wrong(
                COLUMN_OF.get(complaint.field, complaint.field), named(complaint.message, COLUMN_OF)
            )
            for complaint in judged.problems
        ]
