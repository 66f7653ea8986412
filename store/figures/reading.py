"""An approved figure as everything that reads the ledger gets it, its columns, and parts of all."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from store.models import Measurement, Qualifier, Review

# What a reading has beside the measurement's own columns, and of which it is made.
OTHERS: Mapping[str, tuple[sa.SQLColumnExpression[Any], ...]] = {
    "figure": (col(Measurement.value), col(Measurement.level)),
    "approver": (col(Review.reviewer).label("approver"),),
    "known_on": (col(Review.known_on),),
    "approved_at": (col(Review.recorded_at).label("approved_at"),),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """An approved figure with everything that says where it comes from.

    Unit: `figure` is in the indicator's unit, a share in percent, a milestone as its level; None
          when the reporter declared that there is none (`missing_reason`). `recorded_at` and
          `approved_at` are the instants at which the two rows were written.
    """

    id: int
    indicator_code: str
    place_code: str
    period_start: dt.date
    period_end: dt.date
    figure: float | None
    numerator: float | None
    denominator: float | None
    missing_reason: str | None
    qualifier: Qualifier
    source_title: str
    source_link: str
    authority: int | None
    note: str
    reporter: str
    approver: str
    known_on: dt.date
    recorded_at: dt.datetime
    approved_at: dt.datetime
    revision: int
    reason: str

    @property
    def slot(self) -> tuple[str, str, dt.date, dt.date]:
        """Which figure it is: indicator, place, period."""
        return self.indicator_code, self.place_code, self.period_start, self.period_end


@dataclass(frozen=True, slots=True)
class Slice:
    """Which figures: numbered after one, of a region such as `R-AFR`, approved since an instant.

    `skipped` are left out before the first, `most` is how many there may be.
    """

    after: int
    skipped: int
    most: int
    region: str | None = None
    since: dt.datetime | None = None


def columns() -> list[sa.SQLColumnExpression[Any]]:
    """What a reading is made of, in its order; whole rows would cost ten times as much."""
    columns: list[sa.SQLColumnExpression[Any]] = []
    for name in Reading.__slots__:
        columns += OTHERS[name] if name in OTHERS else (col(getattr(Measurement, name)),)
    return columns


def reading(row: sa.Row[Any]) -> Reading:
    """A row of those columns as a reading; by place, as pages read thousands of them."""
    number, indicator, place, start, end, value, level, numerator, denominator, *rest = tuple(row)
    figure = value if level is None else float(level)
    if numerator is not None and denominator is not None:
        figure = 100 * numerator / denominator
    return Reading(number, indicator, place, start, end, figure, numerator, denominator, *rest)
