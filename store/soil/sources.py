"""Who published each table and statement: licence, DOI, and the day it became known."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from store.soil.reading import rows

DOI = "https://doi.org/"
FACTS = "facts, cited"  # in place of a licence: statements of a publication, not a table of it


class Evidence(StrEnum):
    """What a publication rests on."""

    MODELLED = "modelled"
    MEASURED = "measured"
    REVIEWED = "reviewed"
    SCREENED = "screened"


@dataclass(frozen=True, slots=True)
class Source:
    """One publication; `page` is its address where it has no DOI.

    `known_on` is the last day of its year where only the year is known.
    """

    id: str
    kind: Evidence
    who: str
    year: int
    title: str
    doi: str
    licence: str
    licence_link: str
    known_on: dt.date
    page: str = ""

    @property
    def link(self) -> str:
        """Its address."""
        return self.page or f"{DOI}{self.doi}"

    def is_known(self, as_of: dt.date) -> bool:
        """Whether it was published by a day."""
        return self.known_on <= as_of


@cache
def sources() -> dict[str, Source]:
    """Every source by its id."""
    return {row["id"]: _source(row) for row in map(dict, rows("sources"))}


def source(id_: str) -> Source:
    """One source. KeyError for an unknown one."""
    return sources()[id_]


@cache
def of_doi(doi: str) -> Source:
    """The source with a DOI. KeyError for an unknown one."""
    return {source.doi: source for source in sources().values()}[doi]


def _source(row: dict[str, str]) -> Source:
    return Source(
        id=row["id"],
        kind=Evidence(row["kind"]),
        who=row["who"],
        year=int(row["year"]),
        title=row["title"],
        doi=row["doi"],
        licence=row["licence"],
        licence_link=row["licence_link"],
        known_on=dt.date.fromisoformat(row["known_on"]),
    )
