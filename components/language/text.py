"""Words, numbers and dates as the reader's language writes them.

Every sentence on screen passes through `_` (or `_n` where a number decides its form).
`python -m language.text` collects them into the catalog; `--check` fails when it is out of date.
"""

import datetime as dt
import gettext
import io
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel import dates, numbers
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent.parent
CATALOGS = ROOT / "data" / "locale"
LANGUAGE = "en"
THIN_SPACE = "\u202f"
KEYWORDS = {"_": None, "_n": (1, 2), "StoreError": None}
SOURCES = (
    ("components/**.py", "python"),
    ("components/**.html", "jinja2"),
    ("pages/**.py", "python"),
    ("app.py", "python"),
)


def _(message: str, **values: object) -> str:
    """Return the sentence in the reader's language, its {places} filled."""
    translated = _catalog(LANGUAGE).gettext(message)
    return translated.format(**values) if values else translated


def _n(one: str, many: str, count: float, **values: object) -> str:
    """Return the form that `count` asks for; {count} in it is the number as written."""
    form = _catalog(LANGUAGE).ngettext(one, many, int(count) if count == int(count) else 2)
    return form.format(count=number(count), **values)


def number(value: float, digits: int = 1) -> str:
    """Write a number with thin spaces between thousands and at most `digits` decimals."""
    pattern = "#,##0" if value == int(value) else "#,##0." + "#" * digits
    written = numbers.format_decimal(value, format=pattern, locale=LANGUAGE)
    return written.replace(numbers.get_group_symbol(LANGUAGE), THIN_SPACE).replace("-", "−")


def percent(share: float) -> str:
    """Write a share as whole percent, rounded down: 100 % appears only when all is reached."""
    return f"{number(int(share * 100 // 1))}{THIN_SPACE}%"


def day(date: dt.date) -> str:
    """Write a date with its month in words."""
    return dates.format_date(date, format="d MMMM y", locale=LANGUAGE)


def instant(moment: dt.datetime) -> str:
    """Write a day and its minute, in UTC as the store keeps every instant."""
    return dates.format_datetime(moment, format="d MMMM y, HH:mm 'UTC'", locale=LANGUAGE)


def day_and_month(month: int, day: int) -> str:
    """A day of any year, in words."""
    return dates.format_date(dt.date(2000, month, day), format="d MMMM", locale=LANGUAGE)


def month_name(month: int) -> str:
    """A month, 1 to 12, in words."""
    return dates.format_date(dt.date(2000, month, 1), format="LLLL", locale=LANGUAGE)


def period(start: dt.date, end: dt.date) -> str:
    """Write a period as short as it can be said: a year, a month, a day or two dates."""
    if start == end:
        return day(end)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    last_of_month = (end + dt.timedelta(days=1)).day == 1
    if start.day == 1 and last_of_month:
        first = dates.format_date(start, format="MMMM y", locale=LANGUAGE)
        last = dates.format_date(end, format="MMMM y", locale=LANGUAGE)
        return first if first == last else f"{first} – {last}"
    return f"{day(start)} – {day(end)}"


def listed(words: Iterable[str]) -> str:
    """Join words as a list in a sentence."""
    items = list(words)
    return (
        items[0]
        if len(items) == 1
        else _("{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])
    )


@cache
def _catalog(language: str) -> gettext.NullTranslations:
    with (CATALOGS / f"{language}.po").open("rb") as file:
        compiled = io.BytesIO()
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def collect() -> Catalog:
    """Gather every text of the app from the code."""
    catalog = Catalog(project="4 per 1000 Dashboard", charset="utf-8")
    found = extract_from_dir(ROOT, list(SOURCES), keywords=KEYWORDS)
    for name, _line, message, comments, context in sorted(found, key=lambda item: item[:2]):
        catalog.add(message, None, [(name, 0)], auto_comments=comments, context=context)
    return catalog


def _ids(catalog: Catalog) -> set[str]:
    """Every text, a pair of forms as one."""
    return {str(message.id) for message in catalog if message.id}


def main(arguments: list[str]) -> int:
    """Write the catalogs, or with --check say whether they hold exactly the app's texts."""
    wanted = collect()
    ids = _ids(wanted)
    for path in sorted(CATALOGS.glob("*.po")):
        with path.open("rb") as file:
            catalog = read_po(file)
        if "--check" in arguments:
            if _ids(catalog) != ids:
                sys.stderr.write(f"{path.name} is out of date: run `make catalog`.\n")
                return 1
            continue
        catalog.update(wanted, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalog, width=100, sort_by_file=True, omit_header=False)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
