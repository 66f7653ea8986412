"""Which period a figure can speak of: a calendar year for a yearly rate, else a day or a bracket.

Nothing lies before the Initiative or in days to come: a year that does is a slip of the hand, and
the sentence names the year that was probably meant.
"""

import datetime as dt
from collections.abc import Iterator

from store.figures.draft import MeasurementDraft
from store.ground.clock import LAUNCH
from store.ground.complaints import Complaint
from store.ground.messages import Message
from store.models import Indicator
from store.progress import Kind

EARLIEST = dt.date(LAUNCH.year, 1, 1)
LONGEST = 732  # days of a bracket: two years
ABOUT_A_YEAR = range(360, 372)  # days
ALIKE = 2  # slips between what was typed and what was meant


def is_whole_year(start: dt.date, end: dt.date) -> bool:
    """Whether a period is one calendar year."""
    return (start.year, start.month, start.day, end.month, end.day) == (end.year, 1, 1, 12, 31)


def problems(indicator: Indicator, draft: MeasurementDraft, today: dt.date) -> list[Complaint]:
    """Everything that is wrong with the draft's period."""
    start, end = draft.period_start, draft.period_end
    out_of_time = [
        Complaint(field, message)
        for field, day in (("period_start", start), ("period_end", end))
        if (message := _out_of_time(day, today)) is not None
    ]
    return out_of_time or list(_length(indicator, start, end))


def _length(indicator: Indicator, start: dt.date, end: dt.date) -> Iterator[Complaint]:
    days = (end - start).days + 1
    if indicator.kind == Kind.RATE:
        if is_whole_year(start, end):
            return
        if days in ABOUT_A_YEAR:
            message = Message(
                "{name} is counted by calendar years, 1 January to 31 December. A year of accounts"
                " that begins on another day cannot be used: it would count for two years.",
                name=indicator.name,
            )
        else:
            message = Message(
                "{name} is counted by calendar years: give one whole year, 1 January to"
                " 31 December.",
                name=indicator.name,
            )
        yield Complaint("period_end", message)
    elif days > LONGEST:
        message = Message(
            "{name} is the state on a day: give the day, or the days between which it was, two"
            " years at most.",
            name=indicator.name,
        )
        yield Complaint("period_start", message)


def _out_of_time(day: dt.date, today: dt.date) -> Message | None:
    """The sentence about a day that cannot be, with the year that was probably meant."""
    if EARLIEST <= day <= today:
        return None
    meant = _meant(day, today)
    said = {"day": day.isoformat()} | ({} if meant is None else {"year": str(meant)})
    if day > today:
        if meant is None:
            return Message("{day} has not come yet: a figure tells what was.", **said)
        return Message(
            "{day} has not come yet: a figure tells what was. Did you mean {year}?", **said
        )
    if meant is None:
        return Message("{day} is before the Initiative, which began in 2015.", **said)
    return Message(
        "{day} is before the Initiative, which began in 2015. Did you mean {year}?", **said
    )


def _meant(day: dt.date, today: dt.date) -> int | None:
    """The newest year that is like the one typed and in which the day can be; None for none."""
    typed = f"{day.year:04d}"
    ranked = [
        (_slips(typed, str(year)), -year)
        for year in range(EARLIEST.year, today.year + 1)
        if EARLIEST <= _in_year(day, year) <= today
    ]
    slips, year = min(ranked, default=(ALIKE + 1, 0))
    return -year if slips <= ALIKE else None


def _in_year(day: dt.date, year: int) -> dt.date:
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)


def _slips(typed: str, meant: str) -> int:
    """How many wrong digits or neighbours in the wrong order lie between two years."""
    wrong = [place for place in range(4) if typed[place] != meant[place]]
    swaps = 0
    for place in wrong:
        pair = slice(place, place + 2)
        if typed[pair] == meant[pair][::-1] and len(set(typed[pair])) == 2:
            swaps += 1
    return len(wrong) - swaps
