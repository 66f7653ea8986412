"""What a region says of an objective: a figure with its age, that there is none, or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from components.indicator import regions_rows
from components.language.text import _, _c, number
from components.look import isolation
from components.reader import cache
from components.reader.view import View
from components.regions.region_figures import is_regional
from components.wording.figures import quantity, reading_figure
from store.figures import approved
from store.figures.approved import Reading
from store.figures.judgement import is_yes_or_no
from store.figures.typed import is_in_percent
from store.models import Indicator, PlaceKind, ReportedBy
from store.models.places import REGIONS
from store.people import task_forces
from store.people.task_forces import Seat
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding

AGES = 4  # steps of how fresh a figure is


class State(StrEnum):
    """Whether a region that is asked has a figure, said that there is none, or is silent."""

    FIGURE = "figure"
    NONE = "declared none"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a region, or its countries, say of one indicator.

    `readings` are the newest of each place, `asked` the places that are asked.
    """

    indicator: Indicator
    readings: tuple[Reading, ...]
    asked: tuple[str, ...]

    @property
    def figures(self) -> tuple[Reading, ...]:
        """The readings that are figures."""
        return tuple(reading for reading in self.readings if reading.figure is not None)

    @property
    def silent(self) -> tuple[str, ...]:
        """The places that are asked and have no figure."""
        known = {reading.place_code for reading in self.figures}
        return tuple(code for code in self.asked if code not in known)

    @property
    def state(self) -> State:
        """Where the indicator stands in the region."""
        if self.figures:
            return State.FIGURE
        return State.NONE if self.readings else State.SILENT

    @property
    def year(self) -> int:
        """The calendar year in which the period of the newest figure ends; 0 without one."""
        return max((reading.period_end.year for reading in self.figures), default=0)

    @property
    def share(self) -> float:
        """The share of the places asked that have a figure, 0 to 1."""
        return len(self.figures) / len(self.asked) if self.asked else 0.0

    @property
    def is_counted(self) -> bool:
        """Whether the region's countries answer, and not the region itself."""
        return self.indicator.reported_by == ReportedBy.COUNTRY


@dataclass(frozen=True, slots=True)
class Cell:
    """One region and one objective: what is asked and answered, and who sits there."""

    objective: ObjectiveStanding
    place: str
    answers: tuple[Answer, ...]
    seat: Seat

    @property
    def best(self) -> Answer | None:
        """The answer to show: the newest figure, else a word, else silence; None if not asked."""
        order = [State.SILENT, State.NONE, State.FIGURE]
        return max(self.answers, key=lambda one: (order.index(one.state), one.year), default=None)

    @property
    def is_reported(self) -> bool:
        """Whether there is a figure."""
        return self.best is not None and self.best.state is State.FIGURE


Cells = Mapping[tuple[str, str], Cell]


def of(plan: PlanStanding, view: View) -> Cells:
    """Every objective in every region, by (objective, place)."""
    key = (plan.plan.code, plan.until)
    return cache.derived("region cells", key, lambda: _all(plan, view))


def _all(plan: PlanStanding, view: View) -> Cells:
    seats = {
        (seat.objective_code, seat.region_code): seat
        for seat in cache.ask(task_forces.seats, view.as_of)
    }
    countries = _countries()
    cells = {}
    for objective in plan.objectives:
        asked = [standing for standing in objective.indicators if is_regional(standing)]
        said = [_by_region(standing, countries, view) for standing in asked]
        for place in places():
            answers = tuple(one[place] for one in said)
            seat = seats[objective.code, place]
            cells[objective.code, place] = Cell(objective, place, answers, seat)
    return cells


def places() -> list[str]:
    """The codes of the five regions as places."""
    return [f"R-{region}" for region in REGIONS]


def leaders(view: View) -> dict[str, Seat]:
    """The leader's seat of each task force, as it stood on the day."""
    return {
        seat.objective_code: seat
        for seat in cache.ask(task_forces.seats, view.as_of)
        if seat.region_code is None
    }


def _countries() -> dict[str, tuple[str, ...]]:
    """The countries of each region that owe figures."""
    found: dict[str, list[str]] = {place: [] for place in places()}
    for place in cache.places().values():
        if place.kind == PlaceKind.COUNTRY and place.unfccc_party and place.region_code in found:
            found[place.region_code].append(place.code)
    return {region: tuple(codes) for region, codes in found.items()}


def _by_region(
    standing: IndicatorStanding, countries: Mapping[str, tuple[str, ...]], view: View
) -> dict[str, Answer]:
    indicator = standing.indicator
    if indicator.reported_by == ReportedBy.COUNTRY:
        figures = cache.ask(approved.newest_figures, indicator.code, view.until)
        newest = {reading.place_code: reading for reading in figures}
        home = {code: place.region_code for code, place in cache.places().items()}
    else:
        newest = _newest(standing.readings)
        home = {place: place for place in places()}
    answers = {}
    for place in places():
        there = tuple(one for code, one in newest.items() if home.get(code) == place)
        owing = countries[place] if indicator.reported_by == ReportedBy.COUNTRY else (place,)
        more = tuple(one.place_code for one in there if one.place_code not in owing)
        answers[place] = Answer(indicator, there, (*owing, *more))
    return answers


def _newest(readings: Iterable[Reading]) -> dict[str, Reading]:
    """Of each place the newest figure; where it has none, its newest word that there is none."""
    kept: dict[str, Reading] = {}
    for reading in readings:  # oldest first
        before = kept.get(reading.place_code)
        if reading.figure is not None or before is None or before.figure is None:
            kept[reading.place_code] = reading
    return kept


def freshness(year: int, today: int) -> int:
    """How fresh a figure of a year is: from 1, older, to 4, of the year that runs."""
    return max(1, min(AGES, AGES - (today - year)))


@isolation.words
def brief(answer: Answer) -> str:
    """The answer in a few words, without its year."""
    if answer.state is State.SILENT:
        return _c("who was asked", "silent")
    if answer.state is State.NONE:
        return _c("who was asked", "declared none")
    if answer.is_counted:
        return _(
            "{yes} yes of {known}; {asked} in all",
            yes=number(sum((one.figure or 0) >= 1 for one in answer.figures)),
            known=number(len(answer.figures)),
            asked=number(len(answer.asked)),
        )
    [reading] = answer.figures
    if is_yes_or_no(answer.indicator, reading.place_code):
        return reading_figure(answer.indicator, reading)
    figure = reading.figure or 0.0
    if is_in_percent(answer.indicator):  # of what, the row and the pointer say
        return regions_rows.brief(answer.indicator, reading)
    return quantity(answer.indicator, figure, reading.qualifier)


@isolation.words
def said(answer: Answer) -> str:
    """The answer with its indicator, its year and what is missing."""
    named = {"indicator": answer.indicator.name, "said": brief(answer), "year": answer.year}
    if answer.state is not State.FIGURE:
        return _("{indicator}: {said}", **named)
    if answer.is_counted:
        return _(
            "{indicator}: {said}, newest of {year}; {silent} countries silent",
            silent=number(len(answer.silent)),
            **named,
        )
    return _("{indicator}: {said}, {year}", **named)
