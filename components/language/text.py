"""Words, numbers and dates as the reader's language writes them.

Every sentence on screen passes through `_`, `_n` where a number decides its form, or `_c` where the
words alone do not say what they mean. `python -m components.language.text` collects them into the
catalogues; `--check` fails where a text misses them.
"""

import calendar
import datetime as dt
import sys
from collections.abc import Iterable

from babel import dates, lists, numbers

from components.language.spoken import current
from store.ground.messages import Message

THIN_SPACE = "\u202f"
DECIMALS = 6  # of a figure that a refusal repeats


def _(message: str, **values: object) -> str:
    """Return the sentence in the reader's language, its {places} filled."""
    translated = current().sentences.gettext(message)
    return translated.format(**values) if values else translated


def _n(singular: str, plural: str, count: float, **values: object) -> str:
    """Return the form that `count` asks for; {count} in it is the number as written."""
    form = current().sentences.ngettext(singular, plural, int(count) if count == int(count) else 2)
    return form.format(count=number(count), **values)


def _c(context: str, message: str, **values: object) -> str:
    """Return short words in the reader's language; `context` tells translators what they mean."""
    translated = current().sentences.pgettext(context, message)
    return translated.format(**values) if values else translated


def tell(message: Message) -> str:
    """Return a sentence that was made elsewhere, in the reader's language."""
    return _(message.template, **{name: _told(part) for name, part in message.parameters.items()})


def _told(part: object) -> str:
    if isinstance(part, Message):
        return tell(part)
    if isinstance(part, dt.datetime):
        return instant(part)
    if isinstance(part, dt.date):
        return day(part)
    if isinstance(part, float):
        return number(part, DECIMALS)
    return ", ".join(map(_told, part)) if isinstance(part, tuple | list) else str(part)


def number(value: float, digits: int = 1) -> str:
    """Write a number with thin spaces between thousands and at most `digits` decimals."""
    pattern = "#,##0" if value == int(value) else "#,##0." + "#" * digits
    return _set(numbers.format_decimal(value, format=pattern, locale=current().locale))


def given(value: float) -> str:
    """Write a figure with every digit that it was given.

    One that was computed and has no end, as a third, is rounded; so is the noise of a sum.
    """
    exact = float(f"{value:.15g}")
    has_end = exact in (float(f"{value:.12g}"), round(exact, 4))
    return exactly(exact) if has_end else computed(value)


def computed(value: float) -> str:
    """Write a figure that was computed with one decimal; below one, with two digits."""
    return number(value) if abs(value) >= 1 else exactly(float(f"{value:.2g}"))


def exactly(value: float) -> str:
    """Write a number with all its digits, and thin spaces between thousands."""
    pattern = "#,##0" if value == int(value) else "#,##0.#"
    return _set(
        numbers.format_decimal(
            value, format=pattern, locale=current().locale, decimal_quantization=False
        )
    )


def _set(written: str) -> str:
    """A number with thin spaces for what else divides its thousands, and a minus as wide as +."""
    return written.replace(numbers.get_group_symbol(current().locale), THIN_SPACE).replace("-", "−")


def percent(share: float) -> str:
    """Write a share as whole percent, rounded down: 100 % appears only when all is reached.

    What floating point leaves out (0.3 / 0.4 is below 0.75) is put back first.
    """
    return f"{number(int(round(share * 100, DECIMALS) // 1))}{THIN_SPACE}%"


def day(date: dt.date) -> str:
    """Write a date with its month in words."""
    return dates.format_date(date, format="long", locale=current().locale)


def instant(moment: dt.datetime) -> str:
    """Write a day and its minute, in UTC as the store keeps every instant."""
    return _("{day}, {time} UTC", day=day(moment), time=f"{moment:%H:%M}")


def day_and_month(month: int, day: int) -> str:
    """A day of any year, in words."""
    return _skeleton("MMMMd", dt.date(2000, month, day))


def month_name(month: int) -> str:
    """A month, 1 to 12, in words."""
    return dates.format_date(dt.date(2000, month, 1), format="LLLL", locale=current().locale)


def period(start: dt.date, end: dt.date) -> str:
    """Write a period as short as it can be said: a year, a month, a day or two dates."""
    if start == end:
        return day(end)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    last_of_month = end.day == calendar.monthrange(end.year, end.month)[1]
    if start.day == 1 and last_of_month:
        first, last = _skeleton("yMMMM", start), _skeleton("yMMMM", end)
        return first if first == last else f"{first} – {last}"
    return f"{day(start)} – {day(end)}"


def listed(words: Iterable[str]) -> str:
    """Join words as a list in a sentence."""
    return lists.format_list(list(words), locale=current().locale)


def _skeleton(parts: str, date: dt.date) -> str:
    """The named parts of a date, in the order of the reader's language."""
    return dates.format_skeleton(parts, date, locale=current().locale)


if __name__ == "__main__":
    from components.language import catalogue

    sys.exit(catalogue.main(sys.argv[1:]))
