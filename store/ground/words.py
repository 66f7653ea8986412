"""Words of sheets in English, French and Spanish: heads of columns, answers, how exact a figure is.

They are rows of `data/sheet_words.csv`; capitals, accents, spaces and underscores do not tell.
"""

import csv
import re
import unicodedata
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from pathlib import Path

WORDS = Path(__file__).resolve().parent.parent.parent / "data" / "sheet_words.csv"

KEPT = 2_000  # words; the heads of a sheet are asked for with each of its rows


@lru_cache(KEPT)
def fold(word: str) -> str:
    """Give what two spellings of a word share: capitals, accents, spaces and marks do not tell."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[\s_:*]+", " ", letters).split())


def is_same(word: str, other: str) -> bool:
    """Whether both are spellings of one word."""
    return fold(word) == fold(other)


def meaning(about: str, word: str) -> str | None:
    """What a word, in any of our languages, means where one of a closed set is asked for.

    `about` is "answer" (meanings "1" and "0"), "qualifier" or "kind". None for a word of no such
    meaning. Source: the table of words that ships (`WORDS`).
    """
    return next(iter(_meanings(about).get(fold(word), ())), None)


def column(head: str, columns: Collection[str]) -> str | None:
    """Which of the columns stands below this head; None for none of them, or for two."""
    match = next((name for name in columns if is_same(name, head)), None)
    if match:
        return match
    meant = [name for name in _meanings("header").get(fold(head), ()) if name in columns]
    return meant[0] if len(meant) == 1 else None


@cache
def _meanings(about: str) -> Mapping[str, tuple[str, ...]]:
    meanings: dict[str, tuple[str, ...]] = {}
    with WORDS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["about"] == about:
                word = fold(row["word"])
                meanings[word] = (*meanings.get(word, ()), row["means"])
    return meanings
