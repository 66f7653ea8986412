"""The register of partners: what each organisation was on a day, and how many there were.

Only what was known by the day is read. An organisation without a day of joining counts from the
day from which it is known.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal, cast

import sqlalchemy as sa
from sqlmodel import Session, col

from store.models import College, Organisation, Place

Kind = Literal["member", "partner"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An organisation of the register; `kind` is what it is on the day of the register.

    `kind` is None before it joined and after it left. `region_code` is that of its country.
    """

    id: int
    name: str
    is_partner: bool
    is_member: bool
    college: College | None
    country_code: str | None
    region_code: str | None
    joined_on: dt.date | None
    member_since: dt.date | None
    left_on: dt.date | None
    source_title: str
    source_link: str
    known_on: dt.date
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many there were of a group at the end of a day; members are among the partners."""

    day: dt.date
    partners: int
    members: int


def kind_on(
    one: Organisation | Entry, day: dt.date, known_by: dt.date | None = None
) -> Kind | None:
    """What an organisation is on a day: a member, a partner, or neither.

    `known_by` is the day whose knowledge is asked for, the same day where it is not given.
    """
    if not one.is_partner or (known_by or day) < one.known_on:
        return None
    began = one.joined_on or min(one.member_since or one.known_on, one.known_on)
    if day < began or (one.left_on is not None and one.left_on <= day):
        return None
    is_member = one.is_member and day >= (one.member_since or began)
    return "member" if is_member else "partner"


def may_send(one: Organisation | Entry, day: dt.date) -> bool:
    """Whether its people may take a role kept for partners on a day, as known now.

    Where the day of joining is not known, it is taken to have joined before.
    """
    asked = day if one.joined_on else max(day, one.known_on)
    return kind_on(one, asked, max(asked, one.known_on)) is not None


def register(session: Session, as_of: dt.date) -> list[Entry]:
    """Every partner known by the day, by name; those that left and those yet to join too."""
    columns: list[Any] = [
        Place.region_code if field.name == "region_code" else getattr(Organisation, field.name)
        for field in fields(Entry)
        if field.name != "kind"
    ]
    statement = (
        sa.select(*columns)
        .outerjoin(Place, col(Place.code) == col(Organisation.country_code))
        .where(col(Organisation.is_partner), col(Organisation.known_on) <= as_of)
        .order_by(col(Organisation.name))
    )
    return [
        Entry(*row, kind=kind_on(cast("Organisation", row), as_of))
        for row in session.execute(statement)
    ]


def year_ends(first: dt.date, last: dt.date) -> list[dt.date]:
    """The last day of each year from one day to another, and that other day itself."""
    ends = [dt.date(year, 12, 31) for year in range(first.year, last.year)]
    return [*ends, last]


def count(entries: Iterable[Entry], days: Sequence[dt.date]) -> list[Count]:
    """How many partners and members there were on each day, as known on the last.

    Shape: one count a day, in the order of `days`.
    """
    known_by = max(days)
    found = list(entries)
    kinds = [[kind_on(one, day, known_by) for one in found] for day in days]
    return [
        Count(day, len(held) - held.count(None), held.count("member"))
        for day, held in zip(days, kinds, strict=True)
    ]


def count_by(
    entries: Iterable[Entry], days: Sequence[dt.date], group: Callable[[Entry], str | None]
) -> dict[str | None, list[Count]]:
    """The counts of each group; the group with most partners on the last day comes first.

    Groups that had nobody on any of the days are left out; None is the group that was not entered.
    """
    groups: dict[str | None, list[Entry]] = {}
    for one in entries:
        groups.setdefault(group(one), []).append(one)
    counted = {key: count(found, days) for key, found in groups.items()}
    order = sorted(counted, key=lambda key: (-counted[key][-1].partners, key is None, key or ""))
    return {key: counted[key] for key in order if any(one.partners for one in counted[key])}
