"""Carbon that goes into the air, by year, from the Global Carbon Budget."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from store.soil.reading import number, rows
from store.soil.sources import Source, source

EDITIONS = {"GCB 2025": "gcb-2025", "GCB 2023 v1.1": "gcb-2023"}
DECADE = 10  # years of the mean rise
MEGATONNES = 1000  # in a gigatonne


@dataclass(frozen=True, slots=True)
class Year:
    """One year of the budget.

    Unit: Gt C a year. `fossil` includes cement and flaring; `rise` is that of CO2 in the air, None
    before 1959.
    """

    year: int
    fossil: float
    land_use: float
    rise: float | None
    source: Source


def known(as_of: dt.date) -> tuple[Year, ...]:
    """The years of every edition published by a day, the oldest first."""
    return tuple(year for year in years() if year.source.is_known(as_of))


def newest(as_of: dt.date) -> Year | None:
    """The last year of the present budget; None where no edition with it was published by then."""
    last = years()[-1]
    return last if last.source.is_known(as_of) else None


def mean_rise(as_of: dt.date) -> float | None:
    """The mean rise of CO2 in the air over the last ten years, in Gt C a year."""
    if newest(as_of) is None:
        return None
    rises = [year.rise for year in years()[-DECADE:]]
    return sum(rise for rise in rises if rise is not None) / len(rises)


@cache
def years() -> tuple[Year, ...]:
    """Every year of the file."""
    return tuple(
        Year(
            int(row["year"]),
            float(row["fossil_MtC"]) / MEGATONNES,
            float(row["land_use_change_MtC"]) / MEGATONNES,
            None if growth is None else growth / MEGATONNES,
            source(EDITIONS[row["edition"]]),
        )
        for row in rows("emissions")
        for growth in [number(row["atmospheric_growth_MtC"])]
    )
