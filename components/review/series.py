"""The series of the figure that waits, with its new point: the world's, or the place's own."""

from dataclasses import replace

import streamlit as st

from components.elements import chart
from components.elements.captions import Caption
from components.indicator import trajectory_chart
from components.indicator.beside import Beside, Proposed
from components.look import theme
from components.reader import cache, clock
from components.review import wording
from store.figures import approved
from store.figures.approved import Reading
from store.figures.draft import figure
from store.figures.judgement import is_yes_or_no
from store.models import PlaceKind
from store.models.places import WORLD
from store.progress import Assessment, year_index
from store.reporting.reviewing import Case
from store.standing import IndicatorStanding, PlanStanding
from store.standing.points import Point

HEIGHT = 250  # pixels


def show(case: Case, plan: PlanStanding) -> None:
    """Draw the chart; none of an answer of yes or no, or where there is nothing to compare with."""
    row, value = case.row, figure(case.row)
    standing = plan.indicator(row.indicator_code)
    if value is None or standing is None or is_yes_or_no(standing.indicator, row.place_code):
        return
    shown = _of_place(standing, row.place_code)
    if not (shown.series or shown.plan_numbers or case.background.plausible):
        return  # one dot alone shows no more than its number
    waits = Proposed(year_index(row.period_end), value, case.background.plausible)
    beside = Beside(proposed=waits)
    frame, spec = trajectory_chart.draw(shown, theme.current(), beside)
    said = trajectory_chart.describe(shown, beside)
    caption = Caption(title=wording.title(row), meaning=said, source=row.source_title)
    with st.container(key="review_chart"):
        chart.show("waiting", frame, {**spec, "height": HEIGHT}, caption, alt=said)


def _of_place(standing: IndicatorStanding, place: str) -> IndicatorStanding:
    """The indicator as it stands at the place; without a path where the plan asks none of it."""
    if place == WORLD:
        return standing
    series = tuple(_point(one) for one in _readings(standing, place) if one.figure is not None)
    if place in standing.regions:
        return replace(standing, series=series, assessment=standing.regions[place])
    bare = Assessment(as_of=standing.assessment.as_of, active_year=standing.assessment.active_year)
    return replace(standing, series=series, assessment=bare, baseline=None, targets=())


def _readings(standing: IndicatorStanding, place: str) -> list[Reading]:
    code = standing.indicator.code
    if cache.places()[place].kind == PlaceKind.COUNTRY:
        return cache.ask(approved.of_country, code, place, clock.until_today())
    return [reading for reading in standing.readings if reading.place_code == place]


def _point(reading: Reading) -> Point:
    return Point(
        start=reading.period_start,
        end=reading.period_end,
        figure=reading.figure or 0.0,
        qualifier=reading.qualifier,
        known=1,
        total=1,
        readings=(reading,),
    )
