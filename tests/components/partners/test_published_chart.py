"""The published totals over time, on the same axis of years as trajectories."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.elements import pictures
from components.indicator import trajectory_rows
from components.look import theme
from components.partners import published_chart
from store.standing import PlanStanding
from tests.components.briefing.briefings import standing_of

POINT = r'aria-label="960[^>]* 31 December 2025,[^>]*"point" transform="translate\(([\d.]+),'
TICK = r'translate\(([\d.]+),[\d.]+\)"[^>]*>2025<'


@pytest.fixture
def plan(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PlanStanding]:
    """Where the plan of the demonstration stands."""
    with standing_of(demo_store, monkeypatch) as found:
        yield found


def test_a_day_lies_where_trajectories_put_it(plan: PlanStanding) -> None:
    for standing in plan.context:
        trajectory = trajectory_rows.frame(standing)
        figures = trajectory[trajectory["kind"] == "figure"]
        assert list(published_chart.frame((standing,))["date"]) == list(figures["year"])


def test_the_last_day_of_a_year_stands_above_that_year(plan: PlanStanding) -> None:
    kinds = published_chart.kinds_of(plan.context)
    spec = published_chart.build(theme.LIGHT, kinds, invented=False)
    picture = pictures.svg(pictures.complete(spec, published_chart.frame(plan.context), 620))
    [point], [tick] = re.findall(POINT, picture), re.findall(TICK, picture)
    assert float(point) == pytest.approx(float(tick), abs=1)
