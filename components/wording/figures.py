"""Figures and verdicts in sentences: what is known, why it is judged so, what is missing."""

from components.language.text import (
    THIN_SPACE,
    _,
    _c,
    computed,
    given,
    listed,
    number,
    percent,
    period,
)
from components.look import isolation
from components.reader.places import name
from components.wording.short import answer
from store.figures.approved import Reading
from store.figures.draft import MeasurementDraft, figure
from store.figures.judgement import is_yes_or_no
from store.figures.typed import is_in_percent
from store.models import Indicator, Measurement, Qualifier, ReportedBy, Target
from store.models.places import WORLD
from store.progress import Kind
from store.standing import IndicatorStanding, ObjectiveStanding
from store.standing.points import Point

NO_BREAK = "\u00a0"


def level(step: float) -> str:
    """A step of the milestone scale by its name.

    Range: a whole step, 0 to 5.
    """
    names = (
        _c("milestone", "not started"),
        _c("milestone", "planned"),
        _c("milestone", "in development"),
        _c("milestone", "pilot or partial"),
        _c("milestone", "operational"),
        _c("milestone", "adopted and in use"),
    )
    return _("level {step}, {name}", step=number(step), name=names[int(step)])


def quantity(indicator: Indicator, figure: float, qualifier: Qualifier = Qualifier.EXACT) -> str:
    """A figure with its unit and its qualifier: "at least 6 partnerships".

    Unit: `figure` is in the indicator's unit, a share in percent, a milestone's on the scale 0 to
    5; a mean between two steps is written as a number.
    """
    if indicator.kind == Kind.MILESTONE:
        text = level(figure) if figure == int(figure) else given(figure)
    else:
        text = in_unit(indicator, figure, given(figure))
    return qualified(text, qualifier)


def in_unit(indicator: Indicator, figure: float, written: str) -> str:
    """A figure as it was `written`, with its unit behind it, in the singular for one."""
    unit = indicator.unit_one if figure == 1 else indicator.unit
    return f"{written}{THIN_SPACE if is_in_percent(indicator) else NO_BREAK}{unit}"


def bare(indicator: Indicator, figure: float, written: str = "") -> str:
    """A number without its unit, which is said once, beside it; a share keeps its sign."""
    if indicator.kind == Kind.MILESTONE and not written:
        return _("level {step}", step=number(figure))
    sign = f"{THIN_SPACE}%" if is_in_percent(indicator) else ""
    return f"{written or given(figure)}{sign}"


def qualified(text: str, qualifier: Qualifier) -> str:
    """Put "at least", "at most" or "about" before a figure that is not exact."""
    if qualifier == Qualifier.AT_LEAST:
        return _("at least {figure}", figure=text)
    if qualifier == Qualifier.AT_MOST:
        return _("at most {figure}", figure=text)
    return _("about {figure}", figure=text) if qualifier == Qualifier.ABOUT else text


@isolation.words
def span(indicator: Indicator, target: Target) -> str:
    """A target or baseline as the plan has it: one figure or a range."""
    if target.low == target.high:
        return quantity(indicator, target.low)
    return _("{low} to {high}", low=given(target.low), high=quantity(indicator, target.high))


@isolation.words
def point_fact(indicator: Indicator, point: Point) -> str:
    """A world figure with its period, and how many places are in it."""
    text = _(
        "{figure}, {period}",
        figure=quantity(indicator, point.figure, point.qualifier),
        period=_when(indicator, point),
    )
    if not point.is_rolled_up:
        return text
    if indicator.reported_by == ReportedBy.COUNTRY:
        return _(
            "{said} ({known} of {total} known)", said=text, known=point.known, total=point.total
        )
    return _("{said} ({known} of {total} regions)", said=text, known=point.known, total=point.total)


def _when(indicator: Indicator, point: Point) -> str:
    """The period of a point; for a sum over places, the year of the newest of them."""
    if not point.is_rolled_up or indicator.window_years > 1:
        return period(point.start, point.end)
    return str(point.end.year)


@isolation.words
def reading_figure(indicator: Indicator, reading: Reading) -> str:
    """A figure in words; where places are counted, yes or no; or why there is none."""
    if reading.figure is None:
        return _("no data: {reason}", reason=reading.missing_reason)
    if is_yes_or_no(indicator, reading.place_code):
        return answer(is_yes=reading.figure >= 1)
    return _amount(indicator, reading, reading.figure)


def _amount(
    indicator: Indicator, report: Reading | Measurement | MeasurementDraft, figure: float
) -> str:
    """A figure with its unit; a share with the counts that it was computed from."""
    if report.numerator is None or report.denominator is None:
        return quantity(indicator, figure, report.qualifier)
    return _(
        "{figure} ({numerator} of {denominator})",
        figure=qualified(in_unit(indicator, figure, computed(figure)), report.qualifier),
        numerator=given(report.numerator),
        denominator=given(report.denominator),
    )


@isolation.words
def reading_fact(indicator: Indicator, reading: Reading) -> str:
    """One reported figure with its place and period."""
    text = _(
        "{figure}, {period}",
        figure=reading_figure(indicator, reading),
        period=reading_period(reading),
    )
    if reading.place_code == WORLD:
        return text
    return _("{place}: {said}", place=name(reading.place_code), said=text)


@isolation.words
def reported_figure(indicator: Indicator, row: Measurement | MeasurementDraft) -> str:
    """A figure as it was or will be reported, in words; or why there is none."""
    value = figure(row)
    if value is None:
        return _("no data: {reason}", reason=row.missing_reason)
    if is_yes_or_no(indicator, row.place_code):
        return answer(is_yes=value >= 1)
    return _amount(indicator, row, value)


@isolation.words
def reading_period(reading: Reading) -> str:
    """The period of a reading."""
    return period(reading.period_start, reading.period_end)


def declared_gaps(standing: IndicatorStanding) -> list[str]:
    """Where the newest word of the world or a region is that there is no figure, and why."""
    newest = {reading.place_code: reading for reading in standing.readings}
    return [
        _(
            "{place}, {period}: no data. {reason}",
            place=name(reading.place_code),
            period=reading_period(reading),
            reason=reading.missing_reason,
        )
        for reading in newest.values()
        if reading.figure is None
    ]


@isolation.words
def latest_fact(standing: IndicatorStanding) -> str:
    """The newest thing known of an indicator; "" when nothing was ever reported."""
    known = [
        assessment for assessment in standing.regions.values() if assessment.progress is not None
    ]
    if known and standing.assessment.progress is not None:
        return _(
            "{share} of the way on average, {known} of {total} regions",
            share=percent(standing.assessment.progress),
            known=len(known),
            total=len(standing.regions),
        )
    if standing.latest is not None:
        return point_fact(standing.indicator, standing.latest)
    if standing.readings:
        return reading_fact(standing.indicator, standing.readings[-1])
    return ""


@isolation.words
def objective_fact(objective: ObjectiveStanding) -> str:
    """The newest thing known of an objective, its parts before the indicators beside them."""
    facts = [fact for fact in map(latest_fact, objective.indicators) if fact]
    return facts[0] if facts else ""


def turns(objective: ObjectiveStanding) -> str:
    """Who can add the figures that an objective lacks."""
    who = {
        standing.indicator.reported_by: turn(standing.indicator)
        for standing in objective.indicators
    }
    if ReportedBy.REGION in who:
        who.pop(ReportedBy.COUNTRY, None)  # the same people
    return listed(who[reporter] for reporter in ReportedBy if reporter in who)


def turn(indicator: Indicator) -> str:
    """Who can add a figure."""
    return {
        ReportedBy.SECRETARIAT: _("the Secretariat"),
        ReportedBy.REGION: _("the Regional Representatives"),
        ReportedBy.COUNTRY: _("the Regional Representatives for their countries"),
    }[indicator.reported_by]
