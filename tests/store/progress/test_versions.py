from datetime import date

import pytest

from store.progress import (
    PlanLine,
    Range,
    Reason,
    baseline_interval,
    decompose,
    expected_geometric,
    rate_value,
)


def test_a_move_between_versions_is_split_in_two() -> None:
    move = decompose(PlanLine(0, 100), PlanLine(0, 200), 20, 50)
    assert (move.real_change, move.replanning, move.total) == pytest.approx((0.3, -0.25, 0.05))


def test_the_split_uses_raw_progress() -> None:
    move = decompose(PlanLine(0, 10), PlanLine(20, 40), 5, 15)
    assert (move.real_change, move.replanning) == pytest.approx((1.0, -1.75))


def test_a_version_without_a_way_to_go_leaves_the_split_open() -> None:
    move = decompose(PlanLine(0, 100), PlanLine(50, 50), 20, 50)
    assert (move.real_change, move.replanning, move.total) == (pytest.approx(0.3), None, None)


def test_a_baseline_range_spreads_progress() -> None:
    spread = baseline_interval(Range(5, 15), 20, 16)
    assert (spread.low, spread.mid, spread.high) == pytest.approx((0.2, 0.6, 11 / 15))
    assert (spread.middle, spread.touch) == (10, False)


@pytest.mark.parametrize("target", [10, 9])
def test_an_end_on_the_target_or_beyond_has_no_way_to_go(target: float) -> None:
    spread = baseline_interval(Range(5, 10), target, 8)
    assert spread.touch
    assert spread.low == spread.high == 3 / (target - 5)


def test_a_range_on_the_way_down_spreads_too() -> None:
    spread = baseline_interval(Range(60, 80), 20, 50)
    assert (spread.low, spread.high) == (0.25, 0.5)


def test_only_complete_calendar_years_make_a_rate() -> None:
    counts = {2023: 4, 2024: 6, 2025: 1}
    assert rate_value(counts, date(2025, 12, 30)).value == 6
    assert rate_value(counts, date(2025, 12, 31)).value == 1
    two = rate_value(counts, date(2025, 6, 30), span=2)
    assert (two.value, two.t, two.years) == (5, 2024, (2023, 2024))


def test_a_year_without_a_figure_is_not_a_year_of_zero() -> None:
    counts = {2021: 2, 2022: 4, 2023: None, 2024: 8}
    assert rate_value(counts, 2024, span=2).years == (2021, 2022)
    assert rate_value({2022: 4, 2024: 8}, 2024, span=2).reason is Reason.NO_OBSERVATION
    assert rate_value({}, 2024).value is None
    assert rate_value({2023: 0}, 2024).value == 0


def test_a_rate_over_no_year_is_refused() -> None:
    with pytest.raises(ValueError, match="one year"):
        rate_value({2023: 1}, 2024, span=0)


@pytest.mark.parametrize(("baseline", "target"), [(0, 2), (-1, 2), (2, 0), (2, -1)])
def test_growth_needs_levels_above_zero(baseline: float, target: float) -> None:
    point = expected_geometric((2020, baseline), (2030, target), 2025)
    assert (point.value, point.expected, point.reason) == (None, None, "not_positive")


def test_growth_runs_from_the_baseline_to_the_target() -> None:
    line = (2020, 100), (2030, 400)
    assert expected_geometric(*line, 2025).value == pytest.approx(200)
    assert expected_geometric(*line, 2020).expected == 0
    assert expected_geometric(*line, 2031).value == 400
    assert expected_geometric((2020, 5), (2030, 5), 2025).expected == 1
    assert expected_geometric((2030, 5), (2030, 6), 2030).reason == "no_time"
