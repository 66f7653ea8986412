"""One row of a sheet as a draft, and everything that is wrong with it by itself."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from store.figures import judgement, periods
from store.figures.draft import MeasurementDraft
from store.ground.complaints import Complaint, complaints
from store.ground.messages import Message
from store.models import Indicator, Place
from store.plan import contents
from store.reporting.plausibility import Doubt
from store.rights import rights
from store.rights.rights import Act, Actor
from store.sheets import cells
from store.sheets.columns import FIGURE
from store.sheets.problems import Wrong
from store.sheets.reading import Row

COLUMN_OF = {name: column for column, name in cells.FIELDS.items()}
PERIOD = ("period_start", "period_end")
FIGURES = frozenset(FIGURE)
# Stand for what could not be read, so that the rest can be judged.
SOME_FIGURE = {"missing_reason": "It could not be read"}
SOME_PERIOD = dict.fromkeys(PERIOD, periods.EARLIEST)


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
    said = dict(content.said)
    answer = str(said.pop("why_unusual", ""))
    entry = Entry(row, said, answer, list(content.problems))
    entry.unread = {wrong.column for wrong in content.problems}
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
                allowed[pair] = _may(actor, indicators[pair[0]], places[pair[1]])
            if not allowed[pair]:
                message = Message("You have no right to report this indicator here.")
                entry.problems.append(Wrong("place", message))
                continue
        found = [*_read(entry)]
        if pair is not None:
            found += _judged(entry, found, indicators[pair[0]], today)
        entry.problems += [
            Wrong(COLUMN_OF.get(one.field, one.field) or "value", one.message)
            for one in found
            if COLUMN_OF.get(one.field, one.field) not in entry.unread
        ]


def _may(actor: Actor, indicator: Indicator, place: Place) -> bool:
    return rights.may(actor, Act.REPORT, rights.about(indicator, place))


def _read(entry: Entry) -> list[Complaint]:
    """Make the draft, where every cell could be read; what is wrong with it."""
    try:
        draft = MeasurementDraft.model_validate(entry.said)
    except ValidationError as error:
        found = list(complaints(error, COLUMN_OF))
        # What could not be read is not missing.
        if entry.unread & FIGURES:
            found = [one for one in found if one.field not in FIGURES | {""}]
        return found
    if not entry.unread:
        entry.draft = draft
    return []


def _judged(
    entry: Entry, found: Sequence[Complaint], indicator: Indicator, today: dt.date
) -> list[Complaint]:
    """What is wrong by the rules of the indicator with as much as could be read."""
    if entry.draft is not None:
        return judgement.problems(indicator, entry.draft, today)
    broken = {one.field for one in found} | entry.unread
    no_figure, no_period = bool(broken & (FIGURES | {""})), bool(broken & set(PERIOD))
    rest = {name: value for name, value in entry.said.items() if name not in broken}
    if no_figure:
        rest = {name: value for name, value in rest.items() if name not in FIGURES} | SOME_FIGURE
    if no_period:
        rest |= SOME_PERIOD
    try:
        draft = MeasurementDraft.model_validate(rest)
    except ValidationError:
        return []
    if no_figure:
        draft = draft.model_copy(update={"missing_reason": None})
    hidden = broken | (FIGURES if no_figure else set()) | (set(PERIOD) if no_period else set())
    return [one for one in judgement.problems(indicator, draft, today) if one.field not in hidden]
