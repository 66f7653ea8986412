"""Who stands behind the figures of a meeting's step: who reported, for where, who approved."""

from collections.abc import Sequence

from components.language.text import _, day, listed
from components.meetings.reviewed import Review
from components.reader import cache, people_names
from components.reader.places import name
from components.wording.figures import reading_figure
from store.figures import approved
from store.figures.approved import Reading
from store.models import Indicator, ReportedBy
from store.standing import IndicatorStanding, ObjectiveStanding

MOST_PLACES = 3


def sentences(review: Review, objective: ObjectiveStanding) -> list[str]:
    """One sentence for each reporter, approver and source, whose newest figure is the newest."""
    pairs = [
        (reading, standing.indicator)
        for standing in objective.indicators
        for reading in _readings(review, standing)
    ]
    groups: dict[object, list[tuple[Reading, Indicator]]] = {}
    for reading, indicator in sorted(pairs, key=lambda pair: pair[0].known_on, reverse=True):
        who = reading.reporter, reading.approver, reading.source_title
        groups.setdefault(who, []).append((reading, indicator))
    return [_sentence(group) for group in groups.values()]


def _sentence(group: Sequence[tuple[Reading, Indicator]]) -> str:
    """What a reporter gave, the newest first; a single figure is said itself."""
    newest, indicator = group[0]
    places = list(dict.fromkeys(name(reading.place_code) for reading, _indicator in group))
    if len(places) > MOST_PLACES:
        places = [
            *places[: MOST_PLACES - 1],
            _("{count} more", count=len(places) - MOST_PLACES + 1),
        ]
    figure = reading_figure(indicator, newest) + ", " if len(group) == 1 else ""
    return _(
        "{places}, known on {day}: {reporter}, approved by {approver}. {source}",
        places=figure + listed(places),
        day=day(newest.known_on),
        reporter=people_names.display(newest.reporter),
        approver=people_names.display(newest.approver),
        source=newest.source_title,
    )


def _readings(review: Review, standing: IndicatorStanding) -> Sequence[Reading]:
    """What was reported of an indicator: by the world and the regions, or by countries."""
    indicator = standing.indicator
    if indicator.reported_by != ReportedBy.COUNTRY:
        return standing.readings
    return cache.ask(approved.country_readings, indicator.code, review.plan.until)
