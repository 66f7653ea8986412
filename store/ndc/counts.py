"""In how many Parties' texts groups of words stand, in the first round and in the newest text.

Words are no promises: nothing here is a measurement, and nothing is written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from store.ledger.knowledge import Until
from store.ndc import ndc
from store.ndc.rows import Screen

FIRST = "first_ndc"
# The Union's text counts once; the United Kingdom's first NDC was the Union's too.
ALONE_IN_THE_UNION = ("EUU", "GBR")
GROUPS = (
    "soil",
    "soil_practices",
    "wetland",
    "grassland",
    "agroforestry",
    "soil_health",
    "soil_carbon",
    "soil_carbon_outside_pool_lists",
    "peatland",
)


@dataclass(frozen=True, slots=True)
class Count:
    """Parties whose first and whose newest text have words of a group."""

    group: str
    first: int
    newest: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The groups over the same Parties, and how long half of their texts are at least."""

    parties: int
    groups: tuple[Count, ...]
    first_words: float
    newest_words: float

    def of(self, group: str) -> Count:
        """One group. StopIteration for an unknown one."""
        return next(one for one in self.groups if one.group == group)


def known(until: Until) -> Counts | None:
    """The Parties with a first and a later text; None before the texts were screened."""
    own = [
        row
        for row in ndc.screens(until)
        if not row.is_of_the_union or row.country in ALONE_IN_THE_UNION
    ]
    first = {row.country: row for row in own if row.round == FIRST}
    newest = {row.country: row for row in own if row.is_latest and row.round != FIRST}
    both = sorted(first.keys() & newest.keys())
    if not both:
        return None
    then, now = [first[code] for code in both], [newest[code] for code in both]
    return Counts(
        parties=len(both),
        groups=tuple(Count(group, _having(then, group), _having(now, group)) for group in GROUPS),
        first_words=median(row.words for row in then),
        newest_words=median(row.words for row in now),
    )


def _having(rows: Sequence[Screen], group: str) -> int:
    return sum(bool(getattr(row, group)) for row in rows)
