"""Words found in what there is: however accented, half typed, and with a slip of the hand."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from components.search.entries import Entry, Group

WORD = re.compile(r"\w+")
IN_TITLE, IN_WORDS = 2.0, 1.0  # a word weighs more in a name than in what is said of it
WHOLE, BEGUN, WITHIN = 1.0, 0.8, 0.5  # how well a typed word fits a word of ours
SHORTEST_WITHIN = 4  # letters: "ndc" shall not be found within "second"
ONE_SLIP, TWO_SLIPS = 5, 8  # letters from which a word may have so many slips


def plain(text: str) -> str:
    """The text without accents and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return WORD.findall(plain(text))


@dataclass(frozen=True, slots=True)
class Found:
    """What was found by kind, the best kind and the best of each kind first.

    `is_exact` says that every word was found as it was typed.
    """

    groups: list[Group]
    is_exact: bool

    @property
    def count(self) -> int:
        """How many entries were found."""
        return sum(len(entries) for _kind, entries in self.groups)


class Index:
    """All entries, and in which of them every word stands."""

    def __init__(self, groups: Iterable[Group]) -> None:
        """Take the entries in, by kind."""
        self._entries: list[tuple[str, Entry]] = [
            (kind, entry) for kind, entries in groups for entry in entries
        ]
        self._places: dict[str, dict[int, float]] = defaultdict(dict)
        for at, (_kind, entry) in enumerate(self._entries):
            for text, weight in ((entry.words, IN_WORDS), (entry.title, IN_TITLE)):
                for word in words_of(text):
                    self._places[word][at] = weight

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, typed: str) -> Found:
        """The entries in which every word typed stands; where one stands nowhere, what is close."""
        scores: dict[int, float] = {}
        is_exact = True
        for position, word in enumerate(words_of(typed)):
            here = self._standing(word)
            if not here:
                here, is_exact = self._close(word), False
            before = scores if position else dict.fromkeys(here, 0.0)
            scores = {at: before[at] + score for at, score in here.items() if at in before}
        return Found(self._grouped(scores), is_exact)

    def _standing(self, word: str) -> dict[int, float]:
        return self._scored((ours, _fit(word, ours)) for ours in self._places)

    def _close(self, word: str) -> dict[int, float]:
        allowed = (len(word) >= ONE_SLIP) + (len(word) >= TWO_SLIPS)
        return self._scored((ours, _likeness(word, ours, allowed)) for ours in self._places)

    def _scored(self, fits: Iterable[tuple[str, float]]) -> dict[int, float]:
        best: dict[int, float] = {}
        for ours, fit in fits:
            if fit:
                for at, weight in self._places[ours].items():
                    best[at] = max(best.get(at, 0), fit * weight)
        return best

    def _grouped(self, scores: dict[int, float]) -> list[Group]:
        ordered = sorted(scores, key=lambda at: (-scores[at], at))
        groups: dict[str, list[Entry]] = {}
        for at in ordered:
            kind, entry = self._entries[at]
            groups.setdefault(kind, []).append(entry)
        return list(groups.items())


def _fit(typed: str, ours: str) -> float:
    if typed == ours:
        return WHOLE
    if ours.startswith(typed):
        return BEGUN
    return WITHIN if len(typed) >= SHORTEST_WITHIN and typed in ours else 0


def _likeness(typed: str, ours: str, allowed: int) -> float:
    """How close a word comes, or its beginning to one that is half typed; 0 for too many slips."""
    if not allowed:
        return 0
    whole = OSA.distance(typed, ours, score_cutoff=allowed)
    begun = OSA.distance(typed, ours[: len(typed)], score_cutoff=allowed)
    slips = min(whole, begun)
    return 0 if slips > allowed else (BEGUN if whole <= allowed else WITHIN) / (1 + slips)


def first(groups: Sequence[Group], most: int) -> list[tuple[str, list[Entry], int]]:
    """Of each kind the first entries, and how many more there are."""
    return [(kind, entries[:most], max(0, len(entries) - most)) for kind, entries in groups]
