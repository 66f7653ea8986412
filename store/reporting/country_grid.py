"""One yes-or-no question put to every country of a region, and what stands in each."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session, col, select

from store.figures import heads
from store.figures.draft import figure
from store.figures.judgement import is_yes_or_no
from store.figures.reported import FigureState, Reported
from store.models import Indicator, Measurement, Place, PlaceKind, ReportedBy, Review
from store.plan import contents
from store.reporting import nearby
from store.reporting.nearby import Period
from store.reporting.saved_drafts import Slot
from store.rights import rights
from store.rights.rights import Act, Actor


class Answer(StrEnum):
    """What can be said of a country."""

    YES = "yes"
    NO = "no"
    NO_DATA = "no data"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: an indicator, of the countries of a region such as `R-AFR`, for a year."""

    indicator: Indicator
    region_code: str
    year: int

    def slot(self, place_code: str) -> Slot:
        """Whose draft it is: a country's, or the region's for what holds for all."""
        return Slot(self.indicator.code, place_code, self.year)


@dataclass(frozen=True, slots=True)
class Row:
    """A country, the figure that stands there for the year, and the period of a new one."""

    place: Place
    standing: Reported | None
    period: Period

    @property
    def answer(self) -> Answer | None:
        """What the figure that stands says."""
        if self.standing is None:
            return None
        row = self.standing.measurement
        if row.missing_reason is not None:
            return Answer.NO_DATA
        return Answer.YES if (figure(row) or 0) >= 1 else Answer.NO

    @property
    def number(self) -> int | None:
        """The number of the figure that stands."""
        return None if self.standing is None else self.standing.measurement.id

    @property
    def is_returned(self) -> bool:
        """Whether the figure that stands waits for its reporter."""
        return self.standing is not None and self.standing.state is FigureState.RETURNED


def is_asked(indicator: Indicator) -> bool:
    """Whether countries owe the indicator, and answer it by yes or no."""
    return indicator.reported_by == ReportedBy.COUNTRY and is_yes_or_no(indicator, "")


def countries(
    places: Iterable[Place], actor: Actor, indicator: Indicator, region_code: str
) -> list[Place]:
    """The countries of a region that owe the indicator and that the actor may report."""
    return [
        place
        for place in places
        if place.kind == PlaceKind.COUNTRY
        and place.region_code == region_code
        and place.unfccc_party  # a territory owes nothing of its own
        and rights.may(actor, Act.REPORT, rights.about(indicator, place))
    ]


def rows(session: Session, actor: Actor, question: Question, today: dt.date) -> list[Row]:
    """The countries that the actor may answer for, and what stands there, by their names."""
    indicator, year = question.indicator, question.year
    places = countries(contents.places(session), actor, indicator, question.region_code)
    standing: dict[str, list[Measurement]] = {place.code: [] for place in places}
    for row in heads.of_pairs(session, [(indicator.code, place.code) for place in places]):
        standing[row.place_code].append(row)
    newest = {code: nearby.newest_of_year(figures, year) for code, figures in standing.items()}
    reviews = _last_reviews(session, [row.id for row in newest.values() if row is not None])
    return [
        Row(
            place,
            None if (row := newest[place.code]) is None else Reported(row, reviews.get(row.id)),
            nearby.proposed_period(indicator, year, row, today),
        )
        for place in sorted(places, key=lambda place: place.name_en)
    ]


def _last_reviews(session: Session, ids: Iterable[int | None]) -> dict[int | None, Review]:
    steps = select(Review).where(col(Review.measurement_id).in_(list(ids)))
    reviews = session.exec(steps.order_by(col(Review.step)))
    return {step.measurement_id: step for step in reviews}
