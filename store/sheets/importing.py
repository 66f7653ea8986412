"""A filled sheet on its way in: each row checked as the form checks it, then all or nothing."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from store.figures import actions, judgement, remarks
from store.figures.draft import MeasurementDraft
from store.ground.complaints import complaints
from store.ground.messages import Message
from store.models import Indicator, Measurement, Place
from store.reporting import plausibility
from store.rights import rights
from store.rights.rights import Act, Actor
from store.sheets import cells
from store.sheets.columns import FIGURE
from store.sheets.problems import Problem, Wrong
from store.sheets.reading import Sheet

COLUMN_OF = {field: column for column, field in cells.FIELDS.items()}
SAME = set(MeasurementDraft.model_fields) - {"corrects", "authority"}


@dataclass(frozen=True, slots=True)
class Ready:
    """A row that can be written."""

    row: int
    draft: MeasurementDraft
    answer: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a sheet would do: rows to write, rows that change nothing or are empty, problems."""

    ready: tuple[Ready, ...]
    unchanged: int
    empty: int
    problems: tuple[Problem, ...]


def check(session: Session, actor: Actor, sheet: Sheet, plan_code: str, today: dt.date) -> Checked:
    """Check every row; nothing is written."""
    ready: list[Ready] = []
    problems: list[Problem] = []
    unchanged = empty = 0
    taken: dict[object, int] = {}
    known = cells.known(session)
    for row in sheet.rows:
        if not any(row.cells.get(column) is not None for column in FIGURE):
            empty += 1
            continue
        content = cells.draft_content(row.cells, known)
        if content.problems:
            problems += (wrong.at(row.sheet, row.number) for wrong in content.problems)
            continue
        answer = content.said.pop("why_unusual", "")
        try:
            draft = _draft(content.said)
            _check_rights(session, actor, draft)
            if draft.slot in taken:
                message = Message("Row {row} is about the same figure.", row=taken[draft.slot])
                raise Wrong("period_end", message)
            taken[draft.slot] = row.number
            if _is_same(_head(session, draft), draft):
                unchanged += 1
                continue
            _check_content(session, draft, answer, plan_code, today)
            ready.append(Ready(row.number, draft, answer))
        except Wrong as wrong:
            problems.append(wrong.at(row.sheet, row.number))
    return Checked(tuple(ready), unchanged, empty, tuple(problems))


def write(session: Session, actor: Actor, ready: Iterable[Ready]) -> int:
    """Report every row in the caller's transaction; how many there were.

    Errors: those of `report.report`; nothing is kept then.
    """
    count = 0
    for ready_row in ready:
        row = actions.report(session, actor, ready_row.draft)
        if ready_row.answer:
            remarks.acknowledge(session, actor, row, ready_row.answer)
        count += 1
    return count


def _draft(content: dict[str, Any]) -> MeasurementDraft:
    try:
        return MeasurementDraft.model_validate(content)
    except ValidationError as error:
        first = next(complaints(error, COLUMN_OF))
        field = first.field or "value"
        raise Wrong(COLUMN_OF.get(field, field), first.message) from error


def _check_rights(session: Session, actor: Actor, draft: MeasurementDraft) -> None:
    indicator = session.get(Indicator, draft.indicator_code)
    if indicator is None:
        message = Message("There is no indicator “{code}”.", code=draft.indicator_code)
        raise Wrong("indicator", message)
    place = session.get(Place, draft.place_code)
    if place is None:
        raise Wrong("place", Message("There is no place “{code}”.", code=draft.place_code))
    if not rights.may(actor, Act.REPORT, rights.about(indicator, place)):
        raise Wrong("place", Message("You have no right to report this indicator here."))


def _check_content(
    session: Session,
    draft: MeasurementDraft,
    answer: str,
    plan_code: str,
    today: dt.date,
) -> None:
    indicator = session.get_one(Indicator, draft.indicator_code)
    head = _head(session, draft)
    if (head.id if head else None) != draft.corrects:
        message = Message("The figure was changed since this sheet was made. Take a new sheet.")
        raise Wrong("entry", message)
    for found in judgement.problems(indicator, draft, today):
        raise Wrong(COLUMN_OF.get(found.field, found.field), found.message)
    background = plausibility.look_up(session, plan_code, draft, today)
    doubts = plausibility.doubts(background, draft)
    if doubts and not answer:
        reasons = tuple(plausibility.SENTENCES[doubt] for doubt in doubts)
        message = Message("This is unusual ({reasons}). Say why it is right.", reasons=reasons)
        raise Wrong("why_unusual", message)


def _head(session: Session, draft: MeasurementDraft) -> Measurement | None:
    return actions.slot_head(session, *draft.slot)


def _is_same(head: Measurement | None, draft: MeasurementDraft) -> bool:
    return head is not None and head.model_dump(include=SAME) == draft.model_dump(include=SAME)
