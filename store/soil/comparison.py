"""Four per mille of the topsoil beside emissions and what studies find possible."""

import datetime as dt
from dataclasses import dataclass

from store.soil import budget, facts, potentials, stocks
from store.soil.budget import Year
from store.soil.facts import Fact
from store.soil.potentials import Potential
from store.soil.sources import Source
from store.soil.stocks import PER_MILLE, Stock

# The statements that are rates of the world's soils in Gt C a year and ranges.
RANGES = ("zomer-2017", "fuss-2018", "sr15-2018", "srccl-2019")
MEGA = 1000  # of a giga


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a day knew: emissions, the stock of all topsoil, that of croplands, and studies."""

    year: Year | None
    world: Stock
    cropland: Fact | None
    possible: tuple[Potential, ...]

    @property
    def reckoned(self) -> float:
        """Four per mille of all topsoil, in Gt C a year."""
        return self.world.four_per_mille / MEGA

    @property
    def on_cropland(self) -> float | None:
        """Four per mille of the topsoil of croplands, in Gt C a year."""
        return None if self.cropland is None else self.cropland.low * PER_MILLE / MEGA

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every publication behind it."""
        return (
            stocks.origin(),
            *([self.year.source] if self.year else []),
            *([self.cropland.source] if self.cropland else []),
            *(one.source for one in self.possible),
        )


def known(as_of: dt.date) -> Comparison | None:
    """What there is to compare; None before the stocks were known."""
    world = stocks.known(as_of).get(stocks.WORLD)
    if world is None:
        return None
    possible = {one.id: one for one in potentials.known(as_of)}
    return Comparison(
        budget.newest(as_of),
        world,
        facts.known("cropland-stock", as_of),
        tuple(possible[id_] for id_ in RANGES if id_ in possible),
    )
