"""What the demonstration store is filled with: invented series, and what went wrong in them.

`data/demo.csv` has one row a series and one column a year, as somebody would sketch the life of
the Initiative; a seed turns it into drafts. Nothing here was ever reported by anybody.
"""

import csv
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from store.figures.draft import MeasurementDraft
from store.models.places import WORLD
from store.shipped.plan_and_figures import DATA

SOURCE = "Invented for demonstration"
LINK = "https://example.org/invented-evidence"  # a name reserved for examples: it leads nowhere
YEARS = range(2020, 2027)
WHOLE_YEAR = "year"
COUNTRIES = "countries"
# Countries seldom repeat an answer that has not changed.
REPEATED = 0.08
DAYS_TO_PUBLISH = (14, 75)
LEVELS = (
    "no mandate yet",
    "owner, scope and date agreed",
    "resources committed and work visible",
    "usable by some",
    "usable by all intended users",
    "used and maintained",
)
COUNT_OF_MEETINGS = ("A4-meetings", "A4-global-meetings", "D2-meetings")
YEARS_OF_MEETINGS = range(2021, 2026)
PILOT_OBJECTIVE = "F1"  # where the countries of the twin-region pilot say yes first
REGIONS = ("R-AFR", "R-APA", "R-EUR", "R-LAC", "R-NAM")

Content = Mapping[str, float | int | str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A draft and what becomes of it; without a verdict it waits for one."""

    draft: MeasurementDraft
    verdict: Literal["approved", "returned"] | None
    known_on: dt.date
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Mishap:
    """A figure beside the plain series: corrected, missing, waiting or returned."""

    indicator: str
    place: str
    year: int
    day: str
    content: Content
    reason: str = ""
    verdict: Literal["approved", "returned"] | None = "approved"
    comment: str = ""
    days_late: int = 0


MISHAPS = (
    Mishap(
        "C3-institutions",
        WORLD,
        2023,
        "12-31",
        {"value": 30},
        reason="Three institutions had been counted twice",
        days_late=310,
    ),
    Mishap(
        "X-partners",
        WORLD,
        2023,
        "12-31",
        {"value": 772},
        reason="Eight double entries removed from the register",
        days_late=160,
    ),
    Mishap("A3-fair", WORLD, 2024, WHOLE_YEAR, {"missing_reason": "No virtual fair was held"}),
    Mishap("C1-events", "R-NAM", 2025, WHOLE_YEAR, {"missing_reason": "Events were not recorded"}),
    Mishap(
        "C2-adoption", "R-NAM", 2025, "12-31", {"missing_reason": "There was no money for a survey"}
    ),
    Mishap("A2-supported", "R-NAM", 2025, WHOLE_YEAR, {"value": 3}, verdict=None),
    Mishap("B3-regions", "R-LAC", 2026, "08-31", {"value": 1}, verdict=None),
    Mishap("E1-operators", WORLD, 2026, "08-31", {"value": 17}, verdict=None),
    Mishap(
        "D4-signed",
        WORLD,
        2025,
        "12-31",
        {"value": 9},
        reason="One more memorandum was found",
        verdict=None,
        days_late=120,
    ),
    Mishap(
        "C3-institutions",
        WORLD,
        2026,
        "06-30",
        {"value": 71},
        verdict="returned",
        comment="29 more in half a year? Please send the list",
    ),
)


@dataclass(frozen=True, slots=True)
class Cast:
    """What the store knows of those who report.

    `milestones` are the indicators judged by level; `parties` the countries that answer, `pilot`
    those of the twin regions; `meetings` the number held by region and year.
    """

    milestones: frozenset[str]
    pilot: tuple[str, ...]
    parties: tuple[str, ...]
    meetings: Mapping[tuple[str, int], int]


def entries(seed: int, cast: Cast) -> list[Entry]:
    """Every invented figure, in the order in which it became known."""
    rng = Random(seed)  # noqa: S311  # the same figures for the same seed
    plain = [*_series(rng, cast.milestones), *_countries(rng, cast), *_meetings(cast.meetings)]
    made = [Entry(draft, "approved", _published(rng, draft)) for draft in plain]
    made += [_mishap(rng, mishap) for mishap in MISHAPS]
    return sorted(made, key=lambda entry: entry.known_on)


def _series(rng: Random, milestones: frozenset[str]) -> Iterator[MeasurementDraft]:
    for row in _rows():
        if row["place"] == COUNTRIES:
            continue
        for year in _years(row):
            content = _content(rng, row, year)
            note, link = row["note"], ""
            if row["indicator"] in milestones:
                level = int(row[str(year)])
                content = {"level": level}
                note, link = f"Level {level}: {LEVELS[level]}", f"{LINK}/{row['indicator']}/{year}"
            fields = {**content, "qualifier": row["qualifier"], "note": note, "source_link": link}
            yield _draft(row["indicator"], row["place"], (year, row["day"]), fields)


def _content(rng: Random, row: dict[str, str], year: int) -> Content:
    figure, _, whole = row[str(year)].partition("/")
    spread = float(row["wobble"] or 0)
    value = float(figure) * (1 + rng.uniform(-spread, spread))
    if whole:
        return {"numerator": round(value), "denominator": int(whole)}
    return {"value": round(value) if value >= 100 else round(value, 1)}


def _countries(rng: Random, cast: Cast) -> Iterator[MeasurementDraft]:
    """Answer 1 or 0 for each country; a cell "12/100" asks for 12 yes among 100 answers.

    The countries of an objective answer in one order, so that whoever meets the stricter of two
    conditions meets the other one too.
    """
    orders: dict[str, list[str]] = {}
    answered: dict[str, tuple[int, int]] = {}
    for row in (row for row in _rows() if row["place"] == COUNTRIES):
        code = row["indicator"]
        objective = code.partition("-")[0]
        if objective not in orders:
            first = cast.pilot if objective == PILOT_OBJECTIVE else ()
            orders[objective] = _order(rng, first, cast.parties)
        for year in _years(row):
            before = answered.get(code, (0, 0))
            yes, _, known = row[str(year)].partition("/")
            now = answered[code] = int(yes), int(known)
            for place, value in _answers(rng, orders[objective], before, now):
                yield _draft(code, place, (year, row["day"]), {"value": value})


def _answers(
    rng: Random, order: Sequence[str], before: tuple[int, int], now: tuple[int, int]
) -> Iterator[tuple[str, int]]:
    """Give the new answers, the changed ones, and a few that are repeated."""
    (yes_before, known_before), (yes, known) = before, now
    for position, place in enumerate(order[:known]):
        is_news = position >= known_before or yes_before <= position < yes
        if is_news or rng.random() < REPEATED:
            yield place, int(position < yes)


def _order(rng: Random, first: Sequence[str], parties: Sequence[str]) -> list[str]:
    rest = [code for code in parties if code not in first]
    rng.shuffle(rest)
    return [*first, *rest]


def _meetings(counts: Mapping[tuple[str, int], int]) -> Iterator[MeasurementDraft]:
    """Report the invented meetings as often as they are on the map."""
    for indicator in COUNT_OF_MEETINGS:
        for region in REGIONS:
            for year in YEARS_OF_MEETINGS:
                content: Content = {"value": counts.get((region, year), 0)}
                yield _draft(indicator, region, (year, WHOLE_YEAR), content)


def _mishap(rng: Random, mishap: Mishap) -> Entry:
    when = (mishap.year, mishap.day)
    draft = _draft(
        mishap.indicator, mishap.place, when, {**mishap.content, "reason": mishap.reason}
    )
    known_on = _published(rng, draft) + dt.timedelta(days=mishap.days_late)
    return Entry(draft, mishap.verdict, known_on, mishap.comment)


def _draft(indicator: str, place: str, when: tuple[int, str], content: Content) -> MeasurementDraft:
    year, day = when
    end = dt.date.fromisoformat(f"{year}-{'12-31' if day == WHOLE_YEAR else day}")
    period = {"period_start": dt.date(year, 1, 1) if day == WHOLE_YEAR else end, "period_end": end}
    names = {"indicator_code": indicator, "place_code": place, "source_title": SOURCE}
    return MeasurementDraft.model_validate({**names, **period, **content})


def _published(rng: Random, draft: MeasurementDraft) -> dt.date:
    return draft.period_end + dt.timedelta(days=rng.randint(*DAYS_TO_PUBLISH))


def _rows() -> Iterator[dict[str, str]]:
    with (DATA / "demo.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _years(row: dict[str, str]) -> list[int]:
    return [year for year in YEARS if row[str(year)]]
