"""Single published numbers that explain a chart, each with its source."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from store.soil.reading import rows
from store.soil.sources import Source, source


@dataclass(frozen=True, slots=True)
class Fact:
    """A number from `low` to `high` in `unit`; both are the same where it is one number."""

    id: str
    low: float
    high: float
    unit: str
    what: str
    source: Source


@cache
def facts() -> dict[str, Fact]:
    """Every fact by its id."""
    return {
        row["id"]: Fact(
            row["id"],
            float(row["low"]),
            float(row["high"]),
            row["unit"],
            row["what"],
            source(row["source"]),
        )
        for row in rows("facts")
    }


def known(id_: str, as_of: dt.date) -> Fact | None:
    """A fact as known on a day; None where it was not published by then."""
    fact = facts()[id_]
    return fact if fact.source.is_known(as_of) else None
