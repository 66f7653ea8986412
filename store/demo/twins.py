"""Pairs of twin regions that nobody agreed on, for the demonstration; their names say so."""

import datetime as dt
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from sqlmodel import Session

from store.activities import twins
from store.activities.twin_draft import PairDraft, SideDraft
from store.ledger.knowledge import EVER
from store.models import PairState, SideKind
from store.rights.rights import Actor


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a pair: what it is called, the country, its point, and its municipalities."""

    name: str
    country: str
    point: tuple[float, float]  # latitude and longitude
    kind: SideKind = SideKind.REGION
    municipalities: int = 0

    def draft(self) -> SideDraft:
        """The place as somebody would report it."""
        latitude, longitude = self.point
        return SideDraft(
            kind=self.kind,
            name=f"Invented {self.name}",
            place_code=self.country,
            latitude=latitude,
            longitude=longitude,
            municipalities=[
                f"Invented {self.name}, municipality {number}"
                for number in range(1, self.municipalities + 1)
            ],
        )


@dataclass(frozen=True, slots=True)
class Course:
    """A pair and its states, each with the day from which it held and was known."""

    name: str
    first: Spot
    second: Spot
    aims: str
    states: tuple[tuple[dt.date, PairState], ...]
    neutrality_year: int = 2035


COURSES = (
    Course(
        "meadow and savanna",
        Spot("meadows", "DEU", (51.9, 12.4), municipalities=3),
        Spot("savanna", "BEN", (10.3, 2.2), municipalities=4),
        "Humus on meadows and fields, shared training of advisers",
        (
            (dt.date(2021, 5, 4), PairState.PROPOSED),
            (dt.date(2022, 3, 15), PairState.AGREED),
            (dt.date(2023, 6, 1), PairState.ACTIVE),
        ),
    ),
    Course(
        "vineyards and terraces",
        Spot("vineyards", "FRA", (44.6, 3.1), municipalities=2),
        Spot("terraces", "MLI", (14.4, -3.6), municipalities=2),
        "Stone walls and cover crops against erosion",
        ((dt.date(2021, 9, 14), PairState.PROPOSED), (dt.date(2023, 2, 7), PairState.AGREED)),
    ),
    Course(
        "olives and millet",
        Spot("olive groves", "ESP", (37.8, -4.2), municipalities=1),
        Spot("millet fields", "COD", (-5.9, 22.4)),
        "Trees on fields",
        (
            (dt.date(2022, 1, 18), PairState.PROPOSED),
            (dt.date(2023, 1, 10), PairState.ACTIVE),
            (dt.date(2025, 6, 30), PairState.ENDED),
        ),
    ),
    Course(
        "islands and Andes",
        Spot("islands", "FJI", (-17.8, 178.0), municipalities=2),
        Spot("high valley", "PER", (-13.5, -72.0), municipalities=3),
        "Compost for terraces, seed banks, an exchange of pupils",
        (
            (dt.date(2023, 4, 20), PairState.PROPOSED),
            (dt.date(2024, 9, 10), PairState.AGREED),
            (dt.date(2025, 5, 5), PairState.ACTIVE),
        ),
    ),
    Course(
        "prairie and steppe",
        Spot("prairie", "CAN", (51.0, -106.0)),
        Spot("steppe", "KAZ", (50.0, 68.0)),
        "Grazing that rests the soil",
        ((dt.date(2024, 2, 6), PairState.PROPOSED), (dt.date(2025, 3, 4), PairState.AGREED)),
        2040,
    ),
    Course(
        "rice and pasture",
        Spot("delta", "VNM", (10.2, 105.6), municipalities=5),
        Spot("pastures", "URY", (-32.6, -56.0), municipalities=1),
        "Straw back to the soil, pastures with trees",
        ((dt.date(2024, 6, 11), PairState.AGREED), (dt.date(2025, 9, 2), PairState.ACTIVE)),
    ),
    Course(
        "atolls and oasis",
        Spot("atolls", "KIR", (1.9, -157.4)),
        Spot("oasis", "CHL", (-22.9, -68.2), kind=SideKind.MUNICIPALITY),
        "Soils from compost where there are none",
        ((dt.date(2026, 1, 20), PairState.PROPOSED),),
    ),
    Course(
        "two valleys",
        Spot("valley", "ITA", (46.1, 11.1), kind=SideKind.MUNICIPALITY),
        Spot("highlands", "KEN", (-0.3, 36.1), municipalities=2),
        "Milk and meadows",
        ((dt.date(2022, 5, 17), PairState.PROPOSED), (dt.date(2023, 11, 20), PairState.ENDED)),
    ),
)


def fill(session: Session, actor: Actor) -> None:
    """Report every pair through its states; where there are pairs already, do nothing."""
    if twins.known(session, EVER):
        return
    for course in COURSES:
        seen = None
        for since, state in course.states:
            written = twins.report(
                session,
                actor,
                _pair(course, since, state),
                (course.first.draft(), course.second.draft()),
                seen,
            )
            seen = written.row.id


def _pair(course: Course, since: dt.date, state: PairState) -> PairDraft:
    name = f"Invented pair, {course.name}"
    return PairDraft(
        code=str(uuid5(NAMESPACE_URL, name)),
        name=name,
        state=state,
        since=since,
        aims=course.aims,
        neutrality_year=course.neutrality_year,
        source_title="Invented agreement",
        known_on=since,
    )
