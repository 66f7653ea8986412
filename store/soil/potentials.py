"""What studies find possible: statements that differ in land, depth, duration and what counts."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from store.soil.calculator import CO2
from store.soil.reading import number, rows
from store.soil.sources import Source, source

AS_CO2 = "GtCO2 per year"


@dataclass(frozen=True, slots=True)
class Potential:
    """One published statement, as read in the abstract, a passage or a second source.

    Unit: `low` and `high` in `unit`; `yearly` the same in Gt C a year, None for what is no rate.
    """

    id: str
    what: str
    land: str
    depth: str
    low: float | None
    high: float | None
    unit: str
    yearly: tuple[float, float] | None
    reading: str
    note: str
    source: Source


def known(as_of: dt.date) -> tuple[Potential, ...]:
    """The statements published by a day."""
    return tuple(potential for potential in potentials() if potential.source.is_known(as_of))


@cache
def potentials() -> tuple[Potential, ...]:
    """Every statement of the file."""
    return tuple(_potential(row) for row in map(dict, rows("potentials")))


def _potential(row: dict[str, str]) -> Potential:
    low, high = number(row["low_GtC_per_year"]), number(row["high_GtC_per_year"])
    if row["unit"] == AS_CO2:  # the column is the same, rounded
        low, high = (float(row[end]) / CO2 for end in ("low", "high"))
    return Potential(
        id=row["id"],
        what=row["what"],
        land=row["land"],
        depth=row["depth_cm"],
        low=number(row["low"]),
        high=number(row["high"]),
        unit=row["unit"],
        yearly=None if low is None or high is None else (low, high),
        reading=row["reading"],
        note=row["note"],
        source=source(row["id"]),
    )
