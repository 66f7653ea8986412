"""A figure of the world as a chart shows it, and what several of them come to together."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from store.figures.approved import Reading
from store.models import Qualifier


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of the world.

    Unit:   `figure` in the indicator's unit, a share in percent; `known` of `total` regions or
            countries stand behind it (1 of 1 for a figure reported for the world itself).
    `counts`: it says enough to be judged, be it as a bound.
    """

    start: dt.date
    end: dt.date
    figure: float
    qualifier: Qualifier
    known: int
    total: int
    readings: tuple[Reading, ...]
    counts: bool = True

    @property
    def is_rolled_up(self) -> bool:
        """Whether it was added up from places."""
        return self.total > 1


def added_up(
    parts: Collection[tuple[float, Qualifier]], *, is_whole: bool
) -> tuple[float, Qualifier]:
    """The sum of figures, as exactly as it is known; not `is_whole`: silence may add to it.

    Beside a lower bound, an upper bound adds nothing that is certain.
    Source: data/METHODS.md#regions-and-countries
    """
    kinds = {qualifier for _, qualifier in parts}
    if Qualifier.AT_LEAST in kinds or not is_whole:
        certain = (figure for figure, qualifier in parts if qualifier != Qualifier.AT_MOST)
        return sum(certain), Qualifier.AT_LEAST
    both = (Qualifier.AT_MOST, Qualifier.ABOUT)
    vague = next((one for one in both if one in kinds), Qualifier.EXACT)
    return sum(figure for figure, _ in parts), vague
