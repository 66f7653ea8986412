"""The workbook that a reporter fills in: a sheet for each kind of figure, a row for each one owed.

What is read back are the codes in the second row of a sheet; the first says them in words.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from store.figures import judgement
from store.ground.messages import Message
from store.models import Measurement, UnitType
from store.progress import Kind
from store.reporting.dues import Due
from store.sheets import writing
from store.sheets.columns import ABOUT, COLUMNS, KEYS, NAMES, OPENS, STANDING
from store.sheets.writing import Row, Value
from store.templates import dressing

Say = Callable[[Message], str]
FIRST = 3  # row of figures


class Form(StrEnum):
    """How a figure is given: each has a sheet of its own."""

    VALUE = "value"
    SHARE = "share"
    LEVEL = "level"
    ANSWER = "answer"


TITLES: Mapping[Form, Message] = {
    Form.VALUE: Message("Counts and values"),
    Form.SHARE: Message("Shares"),
    Form.LEVEL: Message("Levels"),
    Form.ANSWER: Message("Yes or no"),
}
GIVEN: Mapping[Form, tuple[str, ...]] = {
    Form.VALUE: ("value",),
    Form.SHARE: ("numerator", "denominator", "value"),
    Form.LEVEL: ("level",),
    Form.ANSWER: ("value",),
}
_MILESTONES = Message(
    "0 not started, 1 planned, 2 in development, 3 pilot or partial, 4 operational, 5 adopted and"
    " in use. A level needs a link to its evidence."
)


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is called in words, and how wide it is, in characters."""

    words: Message
    width: int


LOOKS: Mapping[str, Column] = {
    "indicator": Column(Message("Code of the indicator"), 16),
    "place": Column(Message("Code of the place"), 9),
    "indicator_name": Column(Message("What is asked"), 34),
    "place_name": Column(Message("In which place"), 18),
    "unit": Column(Message("In which unit"), 18),
    "what_counts": Column(Message("What counts"), 42),
    "last_figure": Column(Message("Last figure before"), 28),
    "period_start": Column(Message("The period’s first day"), 13),
    "period_end": Column(Message("The period’s last day"), 13),
    "state": Column(Message("Where it stands"), 11),
    "due_by": Column(Message("To be given by"), 13),
    OPENS: Column(Message("What the answer opens"), 34),
    "value": Column(Message("The figure"), 14),
    "numerator": Column(Message("How many of them"), 13),
    "denominator": Column(Message("Out of how many"), 13),
    "level": Column(Message("Level reached, 0 to 5"), 11),
    "missing_reason": Column(Message("Or no data, because …"), 26),
    "qualifier": Column(Message("How exact it is"), 12),
    "source_title": Column(Message("Which document or register says so"), 34),
    "source_link": Column(Message("Where it can be read (https://…)"), 30),
    "note": Column(Message("What else should be known"), 28),
    "reason": Column(Message("Why a figure that stands is corrected"), 28),
    "why_unusual": Column(Message("Why an unusual figure is right"), 28),
    "entry": Column(Message("Number of the figure that stands"), 11),
}
_DAYS = ("period_start", "period_end")


def as_xlsx(
    owed: Sequence[Due],
    before: Iterable[Measurement] = (),
    say: Say = str,
    opens: Sequence[str] = (),
) -> bytes:
    """The workbook for these figures; `before` are figures that stand, of any period.

    `say` puts words into the reader's language. `opens` says of each figure what it would open.
    """
    by_form: dict[Form, list[tuple[Due, Row]]] = {form: [] for form in Form}
    for due, row in zip(owed, rows(owed, before, opens), strict=True):
        by_form[form_of(due)].append((due, row))
    made = dressing.book()
    for form, filled in by_form.items():
        if filled:
            names = columns(form, opens=bool(opens))
            _fill(made.create_sheet(say(TITLES[form])), (form, names), filled, say)
    return writing.as_bytes(dressing.finish(made))


def as_csv(
    owed: Sequence[Due], before: Iterable[Measurement] = (), opens: Sequence[str] = ()
) -> bytes:
    """The same figures as text, in one table."""
    names = (*COLUMNS[:2], *([OPENS] if opens else []), *COLUMNS[2:])
    return writing.as_csv(rows(owed, before, opens), names)


def rows(owed: Sequence[Due], before: Iterable[Measurement], opens: Sequence[str]) -> list[Row]:
    """The rows of these figures, each with what it opens, where that is said."""
    made = writing.rows(owed, before)
    for row, sentence in zip(made, opens, strict=False):
        row[OPENS] = sentence
    return made


def form_of(due: Due) -> Form:
    """How the figure is given."""
    if judgement.is_yes_or_no(due.indicator, due.place.code):
        return Form.ANSWER
    if due.indicator.kind == Kind.MILESTONE:
        return Form.LEVEL
    return Form.SHARE if due.indicator.unit_type == UnitType.SHARE else Form.VALUE


def columns(form: Form, *, opens: bool = False) -> tuple[str, ...]:
    """The columns of a form's sheet, in order."""
    given = (*GIVEN[form], "missing_reason", *ABOUT)
    standing = (*STANDING, OPENS) if opens else STANDING
    return (*KEYS[:2], *NAMES, *KEYS[2:4], *standing, *given, KEYS[4])


def _fill(
    sheet: Worksheet,
    kind: tuple[Form, Sequence[str]],
    rows: Sequence[tuple[Due, Row]],
    say: Say,
) -> None:
    form, names = kind
    for position, name in enumerate(names, start=1):
        dressing.put(sheet, 1, position, say(LOOKS[name].words), dressing.HEAD)
        dressing.put(sheet, 2, position, name, dressing.CODE)
    for number, (due, row) in enumerate(rows, start=FIRST):
        for position, name in enumerate(names, start=1):
            value = _shown(form, name, row.get(name), say)
            cell = dressing.put(sheet, number, position, value, _style(name, due))
            if name == GIVEN[form][0] and (last := row["last_figure"]):
                dressing.note(cell, f"{say(LOOKS['last_figure'].words)}: {last}")
    _offer(sheet, form, names, FIRST + len(rows) - 1 + dressing.ROOM, say)
    last_letter = get_column_letter(len(names))
    dressing.arrange(
        sheet,
        (LOOKS[name].width for name in names),
        frozen=f"E{FIRST}",
        filtered=f"A2:{last_letter}{FIRST + len(rows) - 1}",
        heads="1:2",
    )


def _shown(form: Form, name: str, value: Value, say: Say) -> Value:
    if form is Form.ANSWER and name == "value" and value in (0, 1):
        return "yes" if value else "no"
    if form is Form.LEVEL and name == "what_counts":
        return " ".join(part for part in (str(value or ""), say(_MILESTONES)) if part)
    return value


def _style(name: str, due: Due) -> str:
    """Keys are locked; the period, too, where a figure stands in it."""
    if name in _DAYS:
        return dressing.FILL_DAY if due.head is None else dressing.KEY_DAY
    if name in KEYS:
        return dressing.KEY
    if name == "due_by":
        return dressing.KEY_DAY
    return dressing.TEXT if name in (*NAMES, *STANDING, OPENS) else dressing.FILL


def _offer(sheet: Worksheet, form: Form, names: Sequence[str], last: int, say: Say) -> None:
    choices = {"qualifier": dressing.QUALIFIER}
    if form is Form.LEVEL:
        choices["level"] = dressing.LEVEL
    if form is Form.ANSWER:
        choices["value"] = dressing.ANSWER
    for name, choice in choices.items():
        letter = get_column_letter(1 + names.index(name))
        hint = say(_MILESTONES) if choice == dressing.LEVEL else ""
        dressing.offer(sheet, f"{letter}{FIRST}:{letter}{last}", choice, say=hint)
