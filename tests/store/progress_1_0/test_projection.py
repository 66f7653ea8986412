from dataclasses import replace

import pytest

from store.progress_1_0 import Better, Flag, Kind, Outlook, Projection, Target
from store.progress_1_0.projection import t90, theil_sen_slope

from .samples import COUNT, LEVEL, card


def projected(indicator, readings, **settings) -> Projection:
    projection = card(indicator, readings, **settings).projection
    assert projection is not None
    return projection


def test_two_points_give_a_point_without_interval() -> None:
    point = projected(LEVEL, [(2024, 30)])
    assert (point.value, point.low, point.high, point.n) == (75, None, None, 2)
    assert (point.outlook, point.progress_theil_sen) == (Outlook.NO_INTERVAL, None)


def test_a_straight_series_has_no_scatter() -> None:
    point = projected(LEVEL, [(2022, 20), (2024, 40)])
    assert (point.low, point.value, point.high) == (100, 100, 100)
    assert point.outlook is Outlook.LIKELY


def test_the_interval_decides_the_outlook() -> None:
    assert projected(LEVEL, [(2022, 5), (2024, 10)]).outlook is Outlook.UNLIKELY
    assert projected(LEVEL, [(2022, 30), (2024, 40)]).outlook is Outlook.UNCERTAIN


def test_projections_stay_within_the_natural_limits() -> None:
    capped = replace(LEVEL, limits=(0, 110))
    assert projected(capped, [(2022, 50), (2024, 60)]).high == 110
    assert projected(LEVEL, [(2022, 30), (2024, 5)]).low == 0
    unbounded = replace(LEVEL, limits=(None, None))
    below = projected(unbounded, [(2022, 30), (2024, 5)]).low
    assert below is not None
    assert below < 0


def test_progress_is_taken_from_the_clamped_value() -> None:
    falling = replace(LEVEL, baseline=10)
    point = projected(falling, [(2024, 2)])
    assert (point.value, point.progress) == (0, pytest.approx(-10 / 90))


def test_a_running_total_is_not_projected_below_today() -> None:
    uneven = projected(COUNT, [(2022, 39), (2024, 40)])
    assert uneven.low == 40
    stock = projected(replace(COUNT, kind=Kind.STOCK), [(2022, 39), (2024, 40)])
    assert stock.low == 0


def test_the_lower_progress_belongs_to_the_higher_value_where_less_is_better() -> None:
    down = replace(LEVEL, baseline=60, targets=(Target(2030, 20),), better=Better.LOWER)
    point = projected(down, [(2022, 55), (2024, 42)])
    assert point.low is not None
    assert point.high is not None
    assert point.progress_low == pytest.approx((point.high - 60) / -40)
    assert point.progress_high == pytest.approx((point.low - 60) / -40)


def test_a_verdict_that_depends_on_the_slope_is_flagged() -> None:
    late_jump = [(2022, 2), (2023, 3), (2024, 4), (2025, 55)]
    seen = card(LEVEL, late_jump)
    assert seen.projection is not None
    assert seen.projection.progress >= 0.95
    assert (seen.projection.progress_theil_sen or 0) < 0.95
    assert Flag.TREND_SENSITIVE in seen.flags


def test_the_second_slope_needs_four_points_the_baseline_included() -> None:
    assert projected(LEVEL, [(2022, 2), (2025, 55)]).progress_theil_sen is None
    assert projected(LEVEL, [(2022, 2), (2023, 3), (2025, 55)]).progress_theil_sen is not None


def test_after_the_deadline_there_is_nothing_to_project() -> None:
    assert card(LEVEL, [(2022, 20), (2030, 50)], as_of=2031).projection is None


def test_the_interval_factor_falls_to_the_normal_one() -> None:
    assert (t90(1), t90(30), t90(31), t90(400)) == (3.078, 1.310, 1.282, 1.282)


def test_the_slope_ignores_pairs_of_one_date() -> None:
    assert theil_sen_slope(((0, 0), (0, 50), (1, 1), (2, 2))) == 1.0
