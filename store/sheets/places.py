"""Places as people write them: by code or by name, in English, French or Spanish; else refused.

A name is a place's own, one of the CLDR's, or one of `data/place_names.csv`: former, common and
official names, and those that are names of several places. What only looks like a name is
suggested in the sentence and never taken for it.
"""

import csv
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.core import get_global
from sqlmodel import Session, select

from store.ground.errors import UnknownReferenceError
from store.ground.messages import Message
from store.models import Place, PlaceKind

ALIASES = Path(__file__).resolve().parent.parent.parent / "data" / "place_names.csv"
LANGUAGES = ("en", "fr", "es")
MOST_SUGGESTED = 3
LIKE = 75  # of 100: how much alike a word and a name are before the name is suggested
SHORTEST = 4  # letters: a code of another place is a letter away from any code
LONGEST = 80  # characters of what was written that a sentence repeats

# What one and the same name is written with or without.
_ARTICLES = frozenset(("the", "la", "le", "les", "el", "los", "las", "l"))
_SAME = {"st": "saint", "ste": "sainte", "and": "&", "et": "&", "y": "&"}
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


Own = tuple[tuple[str, tuple[str, str, str]], ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Which places a word may mean, by the word as `fold` gives it, and what places are called.

    `are_countries` where only countries and the European Union are asked for.
    """

    codes: Mapping[str, tuple[str, ...]]
    called: Mapping[str, str]
    are_countries: bool = False

    def find(self, written: str) -> str:
        """The code of the one place that is meant.

        Errors: UnknownReferenceError where it is none, or may be more than one.
        """
        code = written.strip().upper()
        if code in self.called:
            return code
        codes = self.codes.get(fold(written), ())
        if len(codes) == 1:
            return codes[0]
        raise UnknownReferenceError.of(self._refusal(written.strip()[:LONGEST], codes))

    def _refusal(self, written: str, codes: Collection[str]) -> Message:
        if codes:
            return Message(
                "“{place}” may be any of these: {places}. Write the code instead.",
                place=written,
                places=self._called(codes),
            )
        near = self._called(self._near(written))
        if near and self.are_countries:
            return Message(
                "There is no country “{place}”. Did you mean {places}?", place=written, places=near
            )
        if near:
            return Message(
                "There is no place “{place}”. Did you mean {places}?", place=written, places=near
            )
        if self.are_countries:
            return Message("There is no country “{place}”.", place=written)
        return Message("There is no place “{place}”.", place=written)

    def _called(self, codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(f"{self.called[code]} ({code})" for code in codes)

    def _near(self, written: str) -> list[str]:
        """The codes of the places whose names are most alike, the best first."""
        from rapidfuzz import fuzz, process  # 3 MB, for a slip of the hand only

        alike = process.extract(
            fold(written),
            [name for name in self.codes if len(name) >= SHORTEST],
            scorer=fuzz.ratio,
            limit=4 * MOST_SUGGESTED,
            score_cutoff=LIKE,
        )
        codes = dict.fromkeys(code for name, _score, _key in alike for code in self.codes[name])
        return list(codes)[:MOST_SUGGESTED]


def fold(name: str) -> str:
    """Give what two spellings of one name share.

    Capitals, accents, apostrophes, hyphens, spaces, brackets and articles do not tell.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words: list[str] = re.findall(r"\w+|&", re.sub(r"(?<=\b\w)\.(?=\w\b)", "", letters))
    told = [_SAME.get(word, word) for word in words]
    return " ".join(word for word in told if word not in _ARTICLES) or " ".join(told)


def known(session: Session) -> Names:
    """The names of all places."""
    return _names(_own(session), are_countries=False)


def countries(session: Session) -> Names:
    """The names of countries and of the European Union, which is a member like them."""
    return _names(_own(session, PlaceKind.COUNTRY, PlaceKind.ORGANISATION), are_countries=True)


def _own(session: Session, *kinds: PlaceKind) -> Own:
    """What the store calls its places, those of some kinds or all of them."""
    asked = session.exec(select(Place).order_by(Place.code))
    return tuple(
        (place.code, (place.name_en, place.name_fr, place.name_es))
        for place in asked
        if not kinds or place.kind in kinds
    )


@cache
def _names(own: Own, *, are_countries: bool) -> Names:
    """Every name of these places; a name of several is each one's, whatever it is called itself."""
    called = {code: names[0] for code, names in own}
    meanings: dict[str, dict[str, None]] = {}
    for code, names in own:
        for name in (*names, *_common(code)):
            meanings.setdefault(fold(name), {})[code] = None
    for name, codes in _aliases():
        if meant := [code for code in codes if code in called]:
            meanings[fold(name)] = dict.fromkeys(meant)
    return Names({name: tuple(codes) for name, codes in meanings.items()}, called, are_countries)


def _common(code: str) -> Iterator[str]:
    """A country's code of two letters and its names in the CLDR."""
    for short in get_global("territory_aliases").get(code, ()):
        yield short
        for language in LANGUAGES:
            if name := Locale.parse(language).territories.get(short):
                yield name


def _aliases() -> Iterator[tuple[str, list[str]]]:
    with ALIASES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["name"], row["codes"].split()
