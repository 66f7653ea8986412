"""Rows that somebody may type, plausible and odd, the same ones every time."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from store.figures import judgement
from store.models import Indicator

PLAIN, PERCENT, YES_OR_NO, NOTHING = "plain", "percent", "yes or no", "nothing"
# What is no number of any field, however it is meant.
NO_NUMBERS = (
    *("1.234", "1,234", "-12.500", "12abc", "5-10", "~5", "≥ 10", "1e3", "½", "1/2", "1,23,456"),
    *("douze", "n/d", "٣", "1.2.3", "--", "12 345 6", "9" * 16, "5 EUR", "% 4 %", "maybe", "1;2"),
)
ANSWERS = {"yes": 1, "Oui": 1, "SÍ": 1, "vrai": 1, "no": 0, "Non": 0, "falso": 0}
SIZES = (0, 1, 2, 3, 4, 5, 6, 7, 12, 45, 99, 100, 101, 196, 197, 450, 1234, 98765, 4e6, 3e10, 2e14)
DECIMALS = ("", "5", "25", "75", "50", "125")
TITLES = ("Annual report", "Rapport, page 3", "Año 2024", "", "---", "N/A", "x", "aaa", "a\x07b")
LINKS = ("https://example.org/a", "", "http://example.org", "ftp://example.org", "www.a.org", "a b")
REASONS = ("The survey is not finished", "Sin encuesta", "---", "N/A", "néant", "a\x07bc")
NOTES = ("", "Counted in May", "a\x07b")
QUALIFIERS = ("exact", "exact", "at least", "about", "at most", "roughly")
KINDS = (
    *((("value",),) * 8),
    *((("numerator", "denominator"),) * 3),
    *((("level",),) * 3),
    *((("missing_reason",),) * 2),
    *(("numerator",), ("denominator",), ("value", "level"), ("value", "missing_reason")),
    ("value", "numerator", "denominator"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """A number as a text, and how it was meant; `value` is None for what is no number."""

    text: str
    value: float | None
    how: str

    def meant(self, indicator: Indicator, place_code: str, field: str) -> float | None:
        """The number that a program would hand over, None where the text has to be refused."""
        is_answer = judgement.is_yes_or_no(indicator, place_code)
        in_percent = indicator.unit.startswith("%") and not is_answer and field == "value"
        if self.value is None:
            return None
        if self.how == YES_OR_NO:
            return self.value if is_answer and field == "value" else None
        if self.how == PERCENT:
            return self.value if in_percent else None
        return None if in_percent and 0 < abs(self.value) < 1 else self.value


@dataclass(frozen=True, slots=True)
class Row:
    """What is typed for one indicator and place: numbers, days, and texts by field."""

    indicator: Indicator
    place_code: str
    numbers: dict[str, Written]
    start: dt.date
    end: dt.date
    texts: dict[str, str]

    @property
    def pair(self) -> tuple[str, str]:
        """What it is about."""
        return self.indicator.code, self.place_code


def generate(indicators: Sequence[Indicator], places: Sequence[str], many: int) -> Iterator[Row]:
    """That many rows, no two about one indicator and place; some are typed with care."""
    chance = random.Random(14)
    for indicator, place in chance.sample(list(product(indicators, places)), many):
        is_careful = chance.random() < 0.4
        fields = (judgement.content_field(indicator),) if is_careful else chance.choice(KINDS)
        start, end = _period(chance, indicator, is_careful=is_careful)
        texts = {
            "source_title": chance.choice(TITLES[:3] if is_careful else TITLES),
            "source_link": chance.choice(LINKS[:1] if is_careful else LINKS),
            "note": chance.choice(NOTES[:2] if is_careful else NOTES),
            "qualifier": chance.choice(QUALIFIERS[:4] if is_careful else QUALIFIERS),
        }
        if "missing_reason" in fields:
            texts["missing_reason"] = chance.choice(REASONS)
        numbers = {name: _number(chance) for name in fields if name != "missing_reason"}
        if is_careful and judgement.is_yes_or_no(indicator, place):
            numbers = {"value": _answer(chance)}
        yield Row(indicator, place, numbers, start, end, texts)


def _period(
    chance: random.Random, indicator: Indicator, *, is_careful: bool
) -> tuple[dt.date, dt.date]:
    year = chance.choice((2016, 2020, 2024, 2025))
    day = dt.date(year, chance.randint(1, 12), chance.randint(1, 28))
    whole = (dt.date(year, 1, 1), dt.date(year, 12, 31))
    if is_careful or chance.random() < 0.4:
        return whole if indicator.kind == "rate" else (day, day)
    odd = (
        whole,
        (day, day),
        (day, day + dt.timedelta(days=364)),
        (day, day + dt.timedelta(days=900)),
        (day, day - dt.timedelta(days=1)),
        (dt.date(2035, 1, 1), dt.date(2035, 12, 31)),
        (dt.date(205, 12, 31), dt.date(205, 12, 31)),
        (dt.date(2014, 12, 31), dt.date(2014, 12, 31)),
        (day, dt.date(2205, 12, 31)),
    )
    return chance.choice(odd)


def _number(chance: random.Random) -> Written:
    kind = chance.random()
    if kind < 0.1:
        return Written(chance.choice(NO_NUMBERS), None, NOTHING)
    if kind < 0.2:
        return _answer(chance)
    size = int(chance.choice(SIZES if chance.random() < 0.5 else SIZES[:10]))
    decimals = chance.choice(DECIMALS) if chance.random() < 0.4 else ""
    by, point = chance.choice((("", "."), ("", ","), (" ", ","), ("\u202f", ","), ("'", ".")))
    if decimals and chance.random() < 0.3:
        by, point = chance.choice(((",", "."), (".", ",")))
    if len(decimals) == 3 and 0 < size < 1000:
        decimals += "0"  # “1.125” would have two readings
    whole = f"{size:,}".replace(",", by)
    sign = chance.choice(("", "", "", "", "", "", "-", "−", "+"))
    text = f"{sign}{whole}{point}{decimals}" if decimals else f"{sign}{whole}"
    value = float(f"{'-' if sign in '-−' and sign else ''}{size}.{decimals or 0}") or 0.0
    if chance.random() < 0.2:
        return Written(f"{text}{chance.choice((' %', '%', chr(0xA0) + '%'))}", value, PERCENT)
    return Written(f"{chance.choice(('', '', ' '))}{text}", value, PLAIN)


def _answer(chance: random.Random) -> Written:
    word = chance.choice(list(ANSWERS))
    return Written(word, ANSWERS[word], YES_OR_NO)
