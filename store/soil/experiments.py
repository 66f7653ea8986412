"""Long-term experiments: what was found in the soil, treatment by treatment, over decades."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby

from store.soil.reading import number, rows
from store.soil.sources import Source, of_doi

FOUND = ("measured", "computed by us")  # how the basis of a sampling of that year's soil begins


class Treatment(StrEnum):
    """What was done to the soil."""

    MANURE = "manure"
    MANURE_STOPPED = "manure stopped"
    FERTILISER = "mineral fertiliser"
    NO_INPUT = "no input"
    GRASSLAND = "grassland"
    TO_GRASSLAND = "arable to grassland"
    TO_WOODLAND = "arable to woodland"
    LEY = "ley"
    ARABLE = "arable"
    TO_ARABLE = "grassland to arable"
    BARE_FALLOW = "bare fallow"


class Experiment(StrEnum):
    """The fields."""

    HOOSFIELD = "Hoosfield (spring barley)"
    BROADBALK = "Broadbalk (winter wheat)"
    BROADBALK_WILDERNESS = "Broadbalk Wilderness"
    GEESCROFT = "Geescroft Wilderness"
    HIGHFIELD = "Highfield (ley-arable)"
    BARE_FALLOW = "Highfield bare fallow"
    FOSTERS = "Fosters (ley-arable)"
    WOBURN = "Woburn ley-arable"


class Practice(StrEnum):
    """What was done on a plot, in the words of the table."""

    MANURE_1843 = "Farmyard manure 35 t a year since 1843"
    MANURE_1852 = "Farmyard manure 35 t a year since 1852"
    MANURE_1885 = "Farmyard manure 35 t a year since 1885, with N since 1968"
    MANURE_STOPPED = "Farmyard manure 35 t a year 1852-1871, nothing since"
    NO_INPUT = "No manure, no fertiliser"
    NO_NITROGEN = "P, K and Mg fertiliser, no nitrogen"
    FERTILISER = "P, K, Mg and 144 kg N fertiliser a year"
    GRASSLAND = "Old grassland kept"
    TO_ARABLE = "Old grassland ploughed, arable since 1948"
    BARE_FALLOW = "Old grassland ploughed in 1959, kept bare since"
    TO_GRASSLAND = "Old arable sown to grass in 1948"
    ARABLE = "Old arable kept arable"
    ROOTS = "Arable rotation with roots or fallow, no manure"
    ROTATION = "Arable rotation, no manure"
    GRASS_LEY = "Three years grass ley, then two arable, no manure"
    LEGUME_LEY = "Three years lucerne or grass-clover ley, then two arable, no manure"
    WOODLAND = "Arable left to become woodland (soil only, without roots and trees)"


@dataclass(frozen=True, slots=True)
class Sampling:
    """A stock found in a year, in t C/ha; `basis` says how, `count` and `deviation` of how many."""

    year: int
    stock: float
    basis: str
    count: int | None
    deviation: float | None

    @property
    def is_found(self) -> bool:
        """Whether soil of that year was analysed and its weight not merely assumed or derived."""
        return self.basis.startswith(FOUND) and self.basis not in _WEIGHT_ASSUMED


_WEIGHT_ASSUMED = {
    "measured % C, soil weight interpolated",
    "measured % C, soil weight extrapolated",
}


@dataclass(frozen=True, slots=True)
class Series:
    """One treatment of one experiment, to `depth` in cm."""

    experiment: Experiment
    practice: Practice
    kind: Treatment
    site: str
    country: str
    latitude: float | None
    longitude: float | None
    started: int
    depth: str
    licence: str
    source: Source
    samplings: tuple[Sampling, ...]

    @property
    def first(self) -> Sampling:
        """Where it began."""
        return self.samplings[0]

    @property
    def last(self) -> Sampling:
        """The newest sampling."""
        return self.samplings[-1]

    def at(self, year: int) -> Sampling:
        """The sampling of a year. StopIteration for a year without one."""
        return next(sampling for sampling in self.samplings if sampling.year == year)


def known(as_of: dt.date) -> tuple[Series, ...]:
    """The series published by a day."""
    return tuple(one for one in series() if one.source.is_known(as_of))


@cache
def series() -> tuple[Series, ...]:
    """Every series of the file, in its order."""
    found = map(dict, rows("long_term_experiments"))
    return tuple(
        _series(list(of_one))
        for _name, of_one in groupby(found, lambda row: (row["experiment"], row["treatment"]))
    )


def _series(found: list[dict[str, str]]) -> Series:
    head = found[0]
    samplings = (
        Sampling(
            int(row["year"]),
            float(row["soc_t_ha"]),
            row["basis"],
            int(row["n"]) if row["n"] else None,
            number(row["sd_t_ha"]),
        )
        for row in found
    )
    return Series(
        experiment=Experiment(head["experiment"]),
        practice=Practice(head["treatment"]),
        kind=Treatment(head["treatment_kind"]),
        site=head["site"],
        country=head["country"],
        latitude=number(head["latitude"]),
        longitude=number(head["longitude"]),
        started=int(head["started"]),
        depth=head["depth_cm"],
        licence=head["licence"],
        source=of_doi(head["doi"]),
        samplings=tuple(sorted(samplings, key=lambda sampling: sampling.year)),
    )
