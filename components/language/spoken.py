"""The language that is spoken: the reader's, chosen once for a run, a build or an answer.

Languages are those of the catalogues in `data/locale`, or in the folder that `LOCALE_FOLDER` names.
"""

import gettext
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).resolve().parents[2] / "data" / "locale"
DEFAULT = "en"  # the language of the sentences in the code
WRITTEN_AS = {"en": "en_GB"}  # days before months, as the plan writes them

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its code, how it writes numbers and dates, and its sentences."""

    code: str
    locale: Locale
    sentences: gettext.NullTranslations


_SPOKEN: ContextVar[Language | None] = ContextVar("spoken", default=None)


def codes() -> tuple[str, ...]:
    """The languages that a reader can choose among, the default first."""
    return _codes(_folder())


def current() -> Language:
    """The language spoken now; the default where none was chosen."""
    return _SPOKEN.get() or speak(DEFAULT)


def speak(code: str) -> Language:
    """Speak this language from now on, in this thread. KeyError for one without catalogue."""
    if code not in codes():
        raise KeyError(code)
    language = _language(_folder(), code)
    _SPOKEN.set(language)
    return language


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak this language inside the block. KeyError for one without catalogue."""
    before = _SPOKEN.set(_SPOKEN.get())
    try:
        speak(code)
        yield
    finally:
        _SPOKEN.reset(before)


def carried(work: Callable[[], T]) -> Callable[[], T]:
    """The work to be done later, maybe in another thread, in the language spoken now."""
    code = current().code

    def done() -> T:
        with speaking(code):
            return work()

    return done


def cached(function: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function returns, by its arguments and the language spoken."""

    @cache
    def kept(_code: str, *args: P.args, **kwargs: P.kwargs) -> T:
        return function(*args, **kwargs)

    @wraps(function)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> T:
        return kept(current().code, *args, **kwargs)

    return spoken


def _folder() -> Path:
    return Path(os.environ.get("LOCALE_FOLDER") or CATALOGUES)


@cache
def _codes(folder: Path) -> tuple[str, ...]:
    others = {path.stem for path in folder.glob("*.po")} - {DEFAULT}
    return (DEFAULT, *sorted(filter(_is_known, others)))


def _is_known(code: str) -> bool:
    try:
        Locale.parse(code)
    except (ValueError, UnknownLocaleError):
        return False
    return True


@cache
def _language(folder: Path, code: str) -> Language:
    locale = Locale.parse(WRITTEN_AS.get(code, code))
    path = folder / f"{code}.po"
    if not path.exists():  # the sentences are in the default language by themselves
        return Language(code, locale, gettext.NullTranslations())
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return Language(code, locale, gettext.GNUTranslations(compiled))
