"""What the soils of each country hold and have lost, as one model sees it.

Modelled on cells of 10 km for climate and land use: no survey, and no statement about a field.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from store.soil.reading import number, rows
from store.soil.sources import Source, source

SOURCE = "sanderman-2017"
WORLD = "WLD"
WITHOUT_CODE = "no_code"
DEPTHS = (30, 100, 200)  # cm
YEARS = (1800, 1910, 1960, 1990, 2010)
PER_MILLE = 4


@dataclass(frozen=True, slots=True)
class Stock:
    """The soils of a place.

    Unit: `held` (2010) and `untouched` (without land use) in Pg C by depth in cm; `past` in Pg C
    to 30 cm by year; `density` in t C/ha by depth, 30 and 100 cm; `error` in Pg C to 30 cm if every
    cell erred the same way; `four_per_mille` in Mt C a year.
    """

    place: str
    area_km2: float
    held: Mapping[int, float]
    untouched: Mapping[int, float]
    past: Mapping[int, float]
    density: Mapping[int, float]
    error: float
    four_per_mille: float

    def loss(self, depth: int = 30, year: int = 2010) -> float:
        """Pg C less than without land use; below zero where the model shows a gain.

        Other years than 2010 are known to 30 cm.
        """
        now = self.held[depth] if year == YEARS[-1] else self.past[year]
        return self.untouched[depth] - now

    def loss_share(self, depth: int = 30) -> float:
        """The loss as a share of what the soils held without land use."""
        return self.loss(depth) / self.untouched[depth]


def origin() -> Source:
    """Where all stocks come from."""
    return source(SOURCE)


def known(as_of: dt.date) -> Mapping[str, Stock]:
    """The stock of the world, of each country mapped, and of areas without a code.

    Empty before the maps were published.
    """
    return _stocks() if origin().is_known(as_of) else {}


@cache
def _stocks() -> dict[str, Stock]:
    mapped = (row for row in rows("soc_countries") if row["soc_0_30cm_2010_PgC"])
    return {row["iso3"]: _stock(row) for row in mapped}


def _stock(row: Mapping[str, str]) -> Stock:
    def at(name: str) -> float:
        value = number(row[name])
        if value is None:
            raise ValueError(row["iso3"], name)
        return value

    held = {depth: at(f"soc_0_{depth}cm_2010_PgC") for depth in DEPTHS}
    return Stock(
        place=row["iso3"],
        area_km2=at("area_km2"),
        held=held,
        untouched={depth: at(f"soc_0_{depth}cm_no_land_use_PgC") for depth in DEPTHS},
        past={year: at(f"soc_0_30cm_{year}_PgC") for year in YEARS},
        density={depth: at(f"soc_0_{depth}cm_mean_2010_tC_ha") for depth in DEPTHS[:2]},
        error=at("soc_0_30cm_error_cells_dependent_PgC"),
        four_per_mille=at("four_per_mille_of_0_30cm_MtC_per_yr"),
    )
