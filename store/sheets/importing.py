"""A filled sheet on its way in: its rows judged together as the form judges one, then all or none.

What the judging needs of the store is asked once a sheet, however many rows it has.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from store.figures import actions, remarks
from store.figures.draft import MeasurementDraft, figure
from store.figures.heads import Slot
from store.ground import texts
from store.ground.errors import InvalidTextError
from store.ground.messages import Message
from store.models import Measurement
from store.reporting import plausibility
from store.reporting.nearby import Figure
from store.reporting.plausibility import Doubt, Surroundings
from store.rights.rights import Actor
from store.sheets import cells, entering
from store.sheets.columns import FIGURE
from store.sheets.entering import Entry
from store.sheets.problems import Problem, Wrong
from store.sheets.reading import Sheet

FIGURE_COLUMNS = frozenset(FIGURE)
SAME = tuple(set(MeasurementDraft.model_fields) - {"corrects", "authority"})


@dataclass(frozen=True, slots=True)
class Ready:
    """A row that can be written: the figure before it, what looks unusual, the answer to that."""

    row: int
    draft: MeasurementDraft
    answer: str
    sheet: str = ""
    before: Measurement | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a sheet would do: rows to write, rows that change nothing or are empty, problems."""

    ready: tuple[Ready, ...]
    unchanged: int
    empty: int
    problems: tuple[Problem, ...]


def check(session: Session, actor: Actor, sheet: Sheet, plan_code: str, today: dt.date) -> Checked:
    """Check every row beside the others and tell everything at once; nothing is written."""
    filled = [
        row for row in sheet.rows if any(row.cells.get(column) is not None for column in FIGURE)
    ]
    entries = [entering.enter(row, content) for row, content in _contents(session, filled)]
    pairs = {pair for entry in entries if (pair := entry.pair) is not None}
    surroundings = plausibility.gather(session, plan_code, pairs, today)
    entering.judge(session, actor, entries, surroundings.indicators, today)
    heads = {row.slot: row for rows in surroundings.figures.values() for row in rows}
    news = [entry for entry in entries if not _is_same(heads, entry.draft)]
    _compare(news, heads, surroundings)
    return Checked(
        ready=tuple(
            Ready(
                entry.row.number,
                entry.draft,
                entry.answer,
                entry.row.sheet,
                heads.get(entry.draft.slot),
                tuple(entry.doubts),
            )
            for entry in news
            if entry.draft is not None and not entry.problems
        ),
        unchanged=len(entries) - len(news) + sheet.repeated,
        empty=len(sheet.rows) - len(filled),
        problems=tuple(
            wrong.at(entry.row.sheet, entry.row.number, entry.row.letters)
            for entry in news
            for wrong in entry.problems
        ),
    )


def write(session: Session, actor: Actor, ready: Iterable[Ready]) -> list[int]:
    """Report every row in the caller's transaction; the numbers of the figures, in their order.

    Errors: those of `actions.report_all`; nothing is kept then.
    """
    rows = list(ready)
    reported = actions.report_all(session, actor, [row.draft for row in rows])
    answers = [(figure, row.answer) for figure, row in zip(reported, rows, strict=True)]
    remarks.acknowledge_all(session, actor, [answer for answer in answers if answer[1]])
    return [figure.id or 0 for figure in reported]


def _contents(
    session: Session, rows: Sequence[entering.Row]
) -> Iterator[tuple[entering.Row, cells.Content]]:
    known = cells.known(session)
    return ((row, cells.draft_content(row.cells, known)) for row in rows)


def _compare(
    entries: Sequence[Entry], heads: Mapping[Slot, Measurement], surroundings: Surroundings
) -> None:
    """What is wrong with each row beside what stands in the store, and beside the other rows."""
    rows: dict[Slot, Entry] = {}
    for entry in entries:
        if entry.draft is None:
            continue
        first = rows.setdefault(entry.draft.slot, entry)
        if first is not entry:
            entry.problems.append(Wrong("period_end", _told_twice(entry, first)))
    beside = surroundings.beside(entry.draft for entry in rows.values() if entry.draft)
    by_number = {row.id: row for row in heads.values()}
    for slot, entry in rows.items():
        if entry.draft is None:
            continue
        head = heads.get(slot)
        if (head.id if head else None) != entry.draft.corrects:
            not_seen = _not_seen(entry.draft, head, by_number)
            # Nobody can say why they correct what they did not see.
            others = [wrong for wrong in entry.problems if wrong.column != "reason"]
            entry.problems = [*others, not_seen]
        # What cannot be is not asked about as well.
        if not FIGURE_COLUMNS & {wrong.column for wrong in entry.problems}:
            entry.problems += _doubts(entry, entry.draft, beside, rows)


def _told_twice(entry: Entry, first: Entry) -> Message:
    row = str(first.row.number)
    if first.row.sheet == entry.row.sheet:
        return Message("Row {row} is about the same figure.", row=row)
    return Message(
        "Row {row} of the sheet “{sheet}” is about the same figure.",
        row=row,
        sheet=first.row.sheet,
    )


def _not_seen(
    draft: MeasurementDraft, head: Measurement | None, standing: Mapping[int | None, Measurement]
) -> Wrong:
    """The sentence about an entry number that is not that of the figure in the row's slot."""
    meant = standing.get(draft.corrects)
    if head is None and meant is not None and meant.slot[:2] == draft.slot[:2]:
        message = Message(
            "Entry {entry} is the figure for {period}. Give that period to correct it, or leave"
            " the entry number out for a figure of another period.",
            entry=str(meant.id),
            period=_period(meant),
        )
        return Wrong("entry", message)
    message = Message("The figure was changed since this sheet was made. Take a new sheet.")
    return Wrong("entry", message)


def _doubts(
    entry: Entry, draft: MeasurementDraft, beside: Surroundings, rows: Mapping[Slot, Entry]
) -> Iterator[Wrong]:
    """What the row has to answer for in words, unless it does."""
    overlapping = beside.overlapping(draft)
    entry.doubts = [Doubt.OVERLAP] if overlapping else plausibility.doubts(beside.of(draft), draft)
    if entry.answer:
        yield from _bad_answer(entry.answer)
    elif overlapping:
        yield Wrong("period_end", _overlap(overlapping[0], entry, rows))
    elif entry.doubts:
        reasons = tuple(plausibility.SENTENCES[doubt] for doubt in entry.doubts)
        message = Message("This is unusual ({reasons}). Say why it is right.", reasons=reasons)
        yield Wrong("why_unusual", message)


def _bad_answer(answer: str) -> Iterator[Wrong]:
    """What is wrong with an answer that the store would not keep."""
    try:
        texts.demand(answer, "why_unusual")
    except InvalidTextError as error:
        yield Wrong("why_unusual", error.message)


def _overlap(other: Figure, entry: Entry, rows: Mapping[Slot, Entry]) -> Message:
    """The one question about two figures that share days, with both of them named."""
    if not isinstance(other, Measurement):  # but a row of this sheet
        return Message(
            "Rows {one} and {other} speak of the same days ({period}). Leave one out, or say in"
            " why_unusual of both why both stand.",
            one=str(entry.row.number),
            other=str(rows[other.slot].row.number),
            period=_period(other),
        )
    return Message(
        "Entry {entry} stands for {period}, which shares days with this one: {figure}. To correct"
        " it, give its entry number and its period; if both stand, say in why_unusual why.",
        entry=str(other.id),
        period=_period(other),
        figure=_figure(other),
    )


def _figure(row: Measurement) -> Message | float | None:
    if row.missing_reason is not None:
        return Message("no data: {reason}", reason=row.missing_reason)
    return figure(row)


def _period(row: Figure) -> str:
    """The days of a period as sheets have them."""
    start, end = row.period_start.isoformat(), row.period_end.isoformat()
    return start if start == end else f"{start} – {end}"


def _is_same(heads: Mapping[Slot, Measurement], draft: MeasurementDraft | None) -> bool:
    """Whether the row says what stands in its slot."""
    head = None if draft is None else heads.get(draft.slot)
    return head is not None and all(getattr(head, name) == getattr(draft, name) for name in SAME)
