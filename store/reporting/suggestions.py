"""Figures that the store could count by itself. Nobody reported them: a person confirms each.

What is counted here is a floor: an activity that nobody entered is not in it. So a figure is only
suggested where none stands, or a lower one.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session, select

from store.activities import activities, twins
from store.figures import actions
from store.figures.draft import MeasurementDraft, figure
from store.figures.reported import Reported
from store.ledger.knowledge import Until
from store.models import Activity, Measurement, Place, Qualifier
from store.reporting import answers
from store.reporting.answers import Answered
from store.rights.rights import Actor

MEETING_COUNTS = ("D2-meetings", "A4-meetings", "A4-global-meetings")
TWIN_COUNT = "F1-countries"
SOURCE = "Activities and twin regions entered in this dashboard"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A figure for an indicator, a place and a year, and the names of what was counted.

    `head` is the figure that stands there, lower or declared missing; None for none.
    """

    indicator_code: str
    place_code: str
    period_start: dt.date
    period_end: dt.date
    figure: float
    counted: tuple[str, ...]
    head: Measurement | None

    @property
    def year(self) -> int:
        """The year that it speaks of."""
        return self.period_end.year


def suggested(session: Session, today: dt.date) -> list[Suggestion]:
    """Everything that could be counted by today and does not stand in the store, newest first."""
    meetings, pairs = _meetings(session, today), twins.known(session, Until.day(today))
    years = {year for _place, year in meetings} | {start.year for start, _ in _twin_periods(today)}
    heads = answers.heads(session, years, (*MEETING_COUNTS, TWIN_COUNT))
    candidates = [
        _suggestion(code, place, _whole(year), len(counted), counted, heads)
        for (place, year), counted in meetings.items()
        for code in MEETING_COUNTS
    ]
    candidates += [
        _suggestion(TWIN_COUNT, place, period, 1, counted, heads)
        for period in _twin_periods(today)
        for place, counted in twins.active_countries(pairs, period[1]).items()
    ]
    news = [suggestion for suggestion in candidates if suggestion is not None]
    return sorted(
        news,
        key=lambda suggestion: (-suggestion.year, suggestion.indicator_code, suggestion.place_code),
    )


def confirm(session: Session, actor: Actor, suggestion: Suggestion) -> Measurement:
    """Report the suggested figure in the actor's name; it waits for a review like any other.

    Errors: as `report.report`.
    """
    draft = MeasurementDraft(
        indicator_code=suggestion.indicator_code,
        place_code=suggestion.place_code,
        period_start=suggestion.period_start,
        period_end=suggestion.period_end,
        value=suggestion.figure,
        qualifier=Qualifier.EXACT
        if suggestion.indicator_code == TWIN_COUNT
        else Qualifier.AT_LEAST,
        source_title=SOURCE,
        note="; ".join(suggestion.counted),
        reason="Counted from what was entered here" if suggestion.head else "",
        corrects=suggestion.head.id if suggestion.head else None,
    )
    return actions.report(session, actor, draft)


def _meetings(session: Session, today: dt.date) -> Mapping[tuple[str, int], list[str]]:
    """Titles of the regional meetings held, by region and year; of years that are over."""
    places = {place.code: place for place in session.exec(select(Place))}
    days: dict[tuple[str, int], list[str]] = defaultdict(list)
    for row in activities.regional_meetings(activities.known(session, Until.day(today))):
        region = activities.region_of(row, places)
        if region is not None and row.starts_on.year < today.year:
            days[region, row.starts_on.year].append(_titled(row))
    return days


def _whole(year: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _twin_periods(today: dt.date) -> list[tuple[dt.date, dt.date]]:
    """The last day of the year that is over, and today: whether a country counts is a state."""
    last = dt.date(today.year - 1, 12, 31)
    return [(last, last), (today, today)]


def _titled(row: Activity) -> str:
    return f"{row.title}, {row.place_name}" if row.place_name else row.title


def _suggestion(
    indicator_code: str,
    place_code: str,
    period: tuple[dt.date, dt.date],
    count: int,
    counted: list[str],
    heads: Mapping[Answered, Reported],
) -> Suggestion | None:
    """What was counted as a suggestion; None where as much or more stands already."""
    start, end = period
    found = heads.get((indicator_code, place_code, end.year))
    head = found.measurement if found else None
    standing = figure(head) if head is not None else None
    if standing is not None and standing >= count:
        return None
    return Suggestion(
        indicator_code=indicator_code,
        place_code=place_code,
        period_start=head.period_start if head else start,
        period_end=head.period_end if head else end,
        figure=float(count),
        counted=tuple(counted),
        head=head,
    )
