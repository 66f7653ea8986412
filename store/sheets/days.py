"""Days as people and spreadsheets write them: read as one day, or refused with both readings."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cache

from babel.dates import get_month_names

from store.ground.errors import InvalidSheetError
from store.ground.words import fold
from store.sheets.content import Cell, Flaw

LANGUAGES = ("en", "fr", "es")
SHOWN = 40  # characters of what was written that a sentence repeats
_YEARS = range(1900, 2101)
_ZERO = dt.date(1899, 12, 30)  # day 0 of a spreadsheet, for every day since March 1900
_SERIALS = range(30_000, 73_051)  # 1982 to 2100, as a spreadsheet counts days

_TIME = re.compile(
    r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.?m\.?)?(Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
_MONTH = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})|(?P<m>\d{1,2})[-/.](?P<y>\d{4})")
_SMALL = frozenset(("de", "del", "of", "the", "le", "el", "er", "st", "nd", "rd", "th"))

Bracket = tuple[dt.date, dt.date]


def day(cell: Cell) -> dt.date:
    """The one day that a cell names.

    Errors: InvalidSheetError where it names none, more than one, or a whole month or year.
    """
    start, end = _bracket(cell)
    if start != end:
        raise _refusal(cell)
    return start


def first(cell: Cell) -> dt.date:
    """The day with which a period begins: of a year or a month, the first.

    Errors: as `day`.
    """
    return _bracket(cell)[0]


def last(cell: Cell) -> dt.date:
    """The day with which a period ends: of a year or a month, the last.

    Errors: as `day`.
    """
    return _bracket(cell)[1]


def _bracket(cell: Cell) -> Bracket:
    if isinstance(cell, Flaw):
        raise InvalidSheetError.of(cell.reason)
    if isinstance(cell, dt.date):
        return cell, cell
    if isinstance(cell, str):
        text = _TIME.sub("", " ".join(cell.strip(" '\u00a0").split()))
        days = list(dict.fromkeys(_readings(text)))
        if len(days) > 1:
            raise _ambiguity(cell, days[0][0], days[1][0])
    else:
        days = list(_counted(cell)) if isinstance(cell, int | float) else []
    if not days:
        raise _refusal(cell)
    return days[0]


def _counted(number: float) -> Iterator[Bracket]:
    """A year, or a day as a spreadsheet keeps it in a cell that is not shown as one."""
    if number in _YEARS and not isinstance(number, bool):
        yield dt.date(int(number), 1, 1), dt.date(int(number), 12, 31)
    elif int(number) in _SERIALS:
        day = _ZERO + dt.timedelta(days=int(number))
        yield day, day


def _readings(text: str) -> Iterator[Bracket]:
    """Every day, month or year that the text may be."""
    if text.isascii() and text.isdigit() and len(text) < 6:
        yield from _counted(int(text))
    elif match := _YEAR_FIRST.fullmatch(text):
        yield from _if_there(*map(int, match.groups()))
    elif match := _YEAR_LAST.fullmatch(text):
        former, latter, year = int(match[1]), int(match[3]), int(match[4])
        yield from _if_there(_century(year), latter, former)
        yield from _if_there(_century(year), former, latter)
        if year < 100 and match[2] == "-":
            yield from _if_there(_century(former), latter, year)
    elif match := _MONTH.fullmatch(text):
        yield from _month(int(match["year"] or match["y"]), int(match["month"] or match["m"]))
    else:
        yield from _in_words(text)


def _in_words(text: str) -> Iterator[Bracket]:
    """A day or a month whose name is written: 31 December 2025, Dec 2025, 31-déc-25."""
    parts = [part for part in re.findall(r"\d+|[^\W\d_]+", fold(text)) if part not in _SMALL]
    named = [place for place, part in enumerate(parts) if part in _months()]
    if len(named) != 1 or not 2 <= len(parts) <= 3:
        return
    month = _months()[parts.pop(named[0])]
    if not all(part.isdigit() for part in parts):
        return
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        yield from _month(numbers[0], month)
    elif len(parts[0]) == 4:
        yield from _if_there(numbers[0], month, numbers[1])
    elif len(parts[1]) == 4 or named[0] == 1:
        yield from _if_there(_century(numbers[1]), month, numbers[0])


def _month(year: int, month: int) -> Iterator[Bracket]:
    if year in _YEARS and 1 <= month <= 12:
        yield dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _if_there(year: int, month: int, day: int) -> Iterator[Bracket]:
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return
    yield date, date


def _century(year: int) -> int:
    return year + 2000 if year < 100 else year


@cache
def _months() -> Mapping[str, int]:
    """The months by their names and short names, as `fold` gives them, without a point."""
    months = {"sept": 9}
    for language in LANGUAGES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names = get_month_names(width, context, language)
                months |= {fold(name).strip("."): int(month) for month, name in names.items()}
    return months


def _refusal(cell: Cell) -> InvalidSheetError:
    return InvalidSheetError(
        "“{written}” is not a date like 2023-01-31.", written=str(cell)[:SHOWN]
    )


def _ambiguity(cell: str, former: dt.date, latter: dt.date) -> InvalidSheetError:
    return InvalidSheetError(
        "“{written}” may be {first} or {second}. Write {as_first} or {as_second} to say which.",
        written=cell[:SHOWN],
        first=former,
        second=latter,
        as_first=former.isoformat(),
        as_second=latter.isoformat(),
    )
