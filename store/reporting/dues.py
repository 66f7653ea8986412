"""What is owed: each indicator, place and year, in exactly one state, and why."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlmodel import Session, col, select

from store.figures.reported import FigureState, Reported
from store.ledger import knowledge
from store.ledger.knowledge import Until
from store.models import (
    Indicator,
    Place,
    PlaceKind,
    ReportedBy,
    RoleKind,
    Schedule,
)
from store.reporting import answers, nearby
from store.reporting.answers import Answered
from store.reporting.nearby import Period
from store.rights import rights
from store.rights.rights import Act, Actor


class DueState(StrEnum):
    """Where one owed figure stands."""

    NOT_DUE = "not due"
    DUE = "due"
    OVERDUE = "overdue"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    NO_DATA = "declared no data"


OPEN = (DueState.RETURNED, DueState.OVERDUE, DueState.DUE)


@dataclass(frozen=True, slots=True)
class Due:
    """One figure that somebody owes: an indicator, a place, a year.

    `period` is the one that a form or a sheet offers: that of the figure that stands, if one does.
    """

    indicator: Indicator
    place: Place
    year: int
    due_on: dt.date
    state: DueState
    head: Reported | None
    period: Period

    @property
    def where(self) -> rights.Where:
        """What the figure is about, for the rights to judge."""
        return rights.about(self.indicator, self.place)


def schedules(session: Session, until: Until) -> dict[str, Schedule]:
    """The calendar of each indicator as it stood: its own row, or the default."""
    defaults = {
        code: Schedule(indicator_code=code, reason="", known_on=dt.date(2020, 1, 1))
        for code in session.exec(select(Indicator.code))
    }
    known = session.exec(knowledge.known(Schedule, until))
    return defaults | {row.indicator_code: row for row in known}


def owed(session: Session, today: dt.date) -> list[Due]:
    """Everything that anybody owes by today, and what is next, in the order of the plan.

    Only somebody who may see all that is reported should be shown all of it: filter by `is_mine`.
    """
    expected = _expected(session, Until.day(today))
    heads = answers.heads(session, {due.year for due in expected})
    return [_due(due, heads, today) for due in expected]


def of_years(
    session: Session, asked: Iterable[Due], years: Sequence[int], today: dt.date
) -> list[Due]:
    """The same indicators and places in each of these years, owed by the calendar or not."""
    calendar, heads = schedules(session, Until.day(today)), answers.heads(session, years)
    pairs = {(due.indicator.code, due.place.code): due for due in asked}
    return [
        _due(_blank(calendar, due.indicator, due.place, year, today), heads, today)
        for due in pairs.values()
        for year in years
    ]


def overdue(session: Session, until: Until) -> list[Due]:
    """What was owed on the day and of which pages showed nothing by then, the oldest first.

    Everybody may know it: it says no more than what is missing on the pages.
    """
    expected = [due for due in _expected(session, until) if due.due_on < until.as_of]
    shown = answers.shown(session, {due.year for due in expected}, until)
    late = [
        replace(due, state=DueState.OVERDUE)
        for due in expected
        if (due.indicator.code, due.place.code, due.year) not in shown
    ]
    return sorted(late, key=lambda due: (due.year, due.indicator.position))


def years(schedule: Schedule, today: dt.date) -> Iterator[int]:
    """The years that are owed by today, and the first one that is not over."""
    year = schedule.first_year
    while year < today.year:
        yield year
        year += schedule.every_years
    yield year


def is_mine(due: Due, actor: Actor) -> bool:
    """Whether the plan expects this figure from one of the actor's roles."""
    is_secretariat = any(grant.role == RoleKind.SECRETARIAT for grant in actor.grants)
    if due.indicator.reported_by == ReportedBy.SECRETARIAT and is_secretariat:
        return True
    reporter = Actor(actor.name, tuple(g for g in actor.grants if g.role != RoleKind.SECRETARIAT))
    return rights.may(reporter, Act.REPORT, due.where)


def _expected(session: Session, until: Until) -> list[Due]:
    """Every figure that the calendar asks for by then, before anybody looked for it."""
    indicators = session.exec(select(Indicator).order_by(col(Indicator.position))).all()
    places: dict[str, list[Place]] = defaultdict(list)
    for place in session.exec(select(Place).order_by(col(Place.name_en))):
        # a territory owes nothing of its own
        if place.kind != PlaceKind.COUNTRY or place.unfccc_party:
            places[place.kind].append(place)
    calendar = schedules(session, until)
    return [
        _blank(calendar, indicator, place, year, until.as_of)
        for indicator in indicators
        for year in years(calendar[indicator.code], until.as_of)
        for place in places[answers.KIND[indicator.reported_by]]
    ]


def _blank(
    calendar: Mapping[str, Schedule], indicator: Indicator, place: Place, year: int, today: dt.date
) -> Due:
    """A figure of which nobody has looked whether it stands."""
    period = nearby.proposed_period(indicator, year, None, today)
    by = due_on(calendar[indicator.code], year)
    return Due(indicator, place, year, by, DueState.NOT_DUE, None, period)


def due_on(schedule: Schedule, year: int) -> dt.date:
    """The day by which the figure of a year is due."""
    return dt.date(year + 1, schedule.due_month, schedule.due_day)


def _due(due: Due, heads: Mapping[Answered, Reported], today: dt.date) -> Due:
    head = heads.get((due.indicator.code, due.place.code, due.year))
    period = (head.measurement.period_start, head.measurement.period_end) if head else due.period
    state = _state(head, due.year, due.due_on, today)
    return replace(due, state=state, head=head, period=period)


def _state(head: Reported | None, year: int, due_on: dt.date, today: dt.date) -> DueState:
    if head is None:
        if today.year <= year:
            return DueState.NOT_DUE
        return DueState.DUE if today <= due_on else DueState.OVERDUE
    if head.state == FigureState.APPROVED:
        is_missing = head.measurement.missing_reason is not None
        return DueState.NO_DATA if is_missing else DueState.APPROVED
    return DueState.RETURNED if head.state == FigureState.RETURNED else DueState.SUBMITTED
