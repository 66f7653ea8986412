"""The figures of one region beside the world's: a row an indicator that regions report."""

from components.language.text import _, number
from components.look import isolation
from components.look.status import label
from components.reader import cache
from components.reader.places import name
from components.reader.view import View
from components.wording.figures import latest_fact, reading_figure, reading_period
from store.figures import approved
from store.models import ReportedBy
from store.models.places import WORLD
from store.standing import IndicatorStanding, PlanStanding


def regional_indicators(plan: PlanStanding) -> list[IndicatorStanding]:
    """The indicators of the plan that regions, or countries for them, report."""
    return [
        indicator
        for objective in plan.objectives
        for indicator in objective.indicators
        if is_regional(indicator)
    ]


def is_regional(standing: IndicatorStanding) -> bool:
    """Whether regions, or countries for them, report the indicator."""
    return standing.indicator.reported_by in (ReportedBy.REGION, ReportedBy.COUNTRY)


@isolation.words
def known(standing: IndicatorStanding, place: str, view: View) -> str:
    """The newest thing known of the indicator in the region; "" for nothing."""
    if standing.indicator.reported_by == ReportedBy.COUNTRY:
        return _countries(standing, place, view)
    readings = [reading for reading in standing.readings if reading.place_code == place]
    if not readings:
        return ""
    newest = readings[-1]  # oldest first
    return f"{reading_figure(standing.indicator, newest)}, {reading_period(newest)}"


def rows(plan: PlanStanding, view: View) -> list[list[str]]:
    """Objective and indicator, figure and status in the region, then the world's."""
    return [
        [
            f"{standing.indicator.objective_code} {standing.indicator.name}",
            known(standing, view.place, view) or _("none published"),
            label(standing.regions[view.place].statuses) if view.place in standing.regions else "–",
            latest_fact(standing) or _("none published"),
            label(standing.statuses),
        ]
        for standing in regional_indicators(plan)
    ]


def columns(view: View) -> list[str]:
    """The heads of the rows."""
    return [
        _("Indicator"),
        name(view.place),
        _("Status there"),
        name(WORLD),
        _("Status of the world"),
    ]


def _countries(standing: IndicatorStanding, place: str, view: View) -> str:
    """How many of the region's countries say yes, of those that answered."""
    places = cache.places()
    answers = [
        reading.figure
        for reading in cache.ask(approved.newest_words, standing.indicator.code, view.until)
        if places[reading.place_code].region_code == place and reading.figure is not None
    ]
    if not answers:
        return ""
    return _(
        "{yes} of {known} countries that answered",
        yes=number(sum(answer >= 1 for answer in answers)),
        known=number(len(answers)),
    )
