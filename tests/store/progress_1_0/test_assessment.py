from dataclasses import replace
from datetime import date

import pytest

from store.progress_1_0 import Better, Flag, Kind, Range, Reason, Status, Target, Unit

from .samples import COUNT, LEVEL, STEPS, card

HORIZONS = replace(LEVEL, targets=(Target(2030, 100), Target(2050, 200)))
KEEP = replace(LEVEL, baseline=100)


def test_lower_is_better_counts_the_same_way() -> None:
    down = replace(LEVEL, baseline=60, targets=(Target(2030, 20),), better=Better.LOWER)
    delay = card(down, [(2024, 42)])
    assert (delay.progress, delay.gap_abs, delay.pace_required) == (0.45, 22, -4)
    assert card(down, [(2024, 65)]).status is Status.REGRESSING
    assert card(down, [(2024, 65)]).gap_rel == pytest.approx(1.125)


def test_a_target_of_zero_is_an_ordinary_target() -> None:
    down = replace(LEVEL, baseline=40, targets=(Target(2030, 0),), better=Better.LOWER)
    assert card(down, [(2025, 20)]).progress == 0.5
    assert card(down, [(2025, 0)]).status is Status.ACHIEVED


def test_dates_and_year_indices_mean_the_same() -> None:
    by_date = card(LEVEL, [(date(2024, 12, 31), 30)], as_of=date(2025, 12, 31))
    assert by_date == card(LEVEL, [(2024, 30)], as_of=2025)


def test_the_order_of_readings_does_not_matter() -> None:
    readings = [(2022, 11.0), (2024, 31.0), (2025, 40.0)]
    assert card(COUNT, readings) == card(COUNT, readings[::-1])


@pytest.mark.parametrize("indicator", [KEEP, replace(KEEP, baseline=120)])
def test_a_baseline_at_or_beyond_the_target_is_to_be_kept(indicator) -> None:
    kept = card(indicator, [(2024, 110)])
    assert (kept.status, kept.progress, kept.expected) == (Status.ACHIEVED, 1, 1)
    assert (kept.progress_raw, kept.ratio, kept.pace_actual) == (None, None, None)
    assert kept.flags == {Flag.MAINTENANCE}


@pytest.mark.parametrize(("value", "progress"), [(80, 0.8), (99.9, 0.999), (-50, 0)])
def test_a_lost_target_is_regressing_by_what_is_lost(value: float, progress: float) -> None:
    lost = card(KEEP, [(2024, value)])
    assert lost.status is Status.REGRESSING
    assert lost.progress == pytest.approx(progress)
    assert lost.gap_rel == pytest.approx(1 - progress)
    assert (lost.expected, lost.expected_value, lost.gap_abs) == (1, 100, 100 - value)
    assert lost.flags == {Flag.MAINTENANCE}


def test_a_lost_target_of_zero_is_lost_entirely() -> None:
    none = replace(LEVEL, baseline=0, targets=(Target(2030, 0),), better=Better.LOWER)
    lost = card(none, [(2024, 3)])
    assert (lost.progress, lost.gap_rel, lost.gap_abs) == (0, 1, 3)
    assert card(none, [(2024, 0)]).status is Status.ACHIEVED


def test_what_is_kept_can_go_stale_or_be_too_early_to_call_lost() -> None:
    old = card(KEEP, [(2022, 100)], as_of=2025)
    assert (old.status, old.last_status) == (Status.STALE, Status.ACHIEVED)
    assert card(KEEP, [(2020.5, 90)]).reason is Reason.TOO_EARLY


def test_what_is_kept_until_2030_still_shows_the_way_to_2050() -> None:
    kept = card(replace(HORIZONS, baseline=100), [(2024, 150)])
    assert (kept.progress, kept.progress_2050) == (1, 0.5)


@pytest.mark.parametrize(
    ("better", "baseline", "target", "stretch"),
    [(Better.HIGHER, 0, 10, 0.4), (Better.LOWER, 40, 20, 32 / 30)],
)
def test_a_target_range_counts_from_its_weakest_bound(better, baseline, target, stretch) -> None:
    ranged = replace(LEVEL, baseline=baseline, targets=(Target(2030, 10, 20),), better=better)
    seen = card(ranged, [(2024, 8)])
    assert (seen.target, seen.flags) == (target, {Flag.TARGET_RANGE})
    assert seen.stretch == pytest.approx(stretch)


def test_the_order_of_the_bounds_does_not_matter() -> None:
    one, other = Target(2030, 10, 20), Target(2030, 20, 10)
    assert (one.weakest(Better.LOWER), one.strongest(Better.LOWER)) == (20, 10)
    assert other.weakest(Better.HIGHER) == 10


def test_two_equal_bounds_are_no_range() -> None:
    single = card(replace(LEVEL, targets=(Target(2030, 10, 10),)), [(2024, 5)])
    assert (single.stretch, single.flags) == (None, set())


def test_a_baseline_range_counts_from_its_middle_and_shows_both_ends() -> None:
    vague = replace(LEVEL, baseline=Range(0, 20), targets=(Target(2030, 110),))
    seen = card(vague, [(2024, 60)])
    assert (seen.baseline, seen.progress, seen.flags) == (10, 0.5, {Flag.BASELINE_RANGE})
    assert (seen.progress_low, seen.progress_high) == pytest.approx((40 / 90, 60 / 110))
    assert not seen.ranges_touch


def test_touching_ranges_are_said_to_touch() -> None:
    a2 = replace(COUNT, baseline=Range(5, 10), targets=(Target(2030, 10, 20),))
    seen = card(a2, [(2024, 9)])
    assert seen.ranges_touch
    assert (seen.baseline, seen.target) == (7.5, 10)
    assert seen.flags == {Flag.BASELINE_RANGE, Flag.TARGET_RANGE}
    assert seen.progress_low == seen.progress_high == 0.8


def test_until_the_last_day_of_2030_the_verdict_concerns_2030() -> None:
    last = card(HORIZONS, [(2030, 100)], as_of=date(2030, 12, 31))
    assert (last.active_year, last.status, last.progress_2050) == (2030, Status.ACHIEVED, 0.5)
    after = card(HORIZONS, [(2030, 100)], as_of=date(2031, 1, 1))
    assert (after.active_year, after.target, after.progress) == (2050, 200, 0.5)
    assert after.progress_2050 is None


def test_after_2030_the_line_bends_at_the_2030_target_and_the_baseline_stays() -> None:
    bent = card(
        replace(HORIZONS, targets=(Target(2030, 100), Target(2050, 500))), [(2040, 240)], 2040
    )
    assert (bent.start, bent.baseline, bent.expected_value) == (2020, 0, 300)
    assert (bent.expected, bent.progress) == pytest.approx((0.6, 0.48))
    assert (bent.pace_required, bent.pace_actual) == (20, 12)
    assert (bent.ratio, bent.status) == (pytest.approx(0.8), Status.BEHIND)


def test_a_reading_before_2030_is_compared_on_the_first_leg_even_after_2030() -> None:
    bent = card(HORIZONS, [(2029, 90)], as_of=2030.5)
    assert (bent.expected_value, bent.expected, bent.pace_required) == (90, 0.45, 10)


def test_an_earlier_target_without_a_figure_does_not_bend_the_line() -> None:
    straight = replace(LEVEL, targets=(Target(2030, None), Target(2050, 300)))
    seen = card(straight, [(2035, 150)], as_of=2035)
    assert (seen.expected_value, seen.flags) == (150, set())


@pytest.mark.parametrize(
    ("readings", "flags"),
    [
        ([(2030, 80), (2034, 90)], {"missed_2030"}),
        ([(2030, 80), (2034, 120)], {"late_2030"}),
        ([(2030, 80), (2032, 120), (2034, 95)], {"late_2030", "recent_reversal"}),
        ([(2029, 100), (2034, 120)], set()),
        ([(2029, 100), (2034, 95)], {"recent_reversal"}),
        ([(2034, 120)], {"late_2030"}),
    ],
)
def test_unmet_2030_targets_are_remembered(readings, flags) -> None:
    assert card(HORIZONS, readings, as_of=2034).flags == flags


def test_deadlines_of_any_year_are_remembered() -> None:
    dashboard = replace(
        STEPS, kind=Kind.MILESTONE, unit=Unit.LEVEL, targets=(Target(2023, 4), Target(2050, 5))
    )
    assert card(dashboard, [(2023, 2), (2025, 3)]).flags == {"missed_2023"}
    assert card(dashboard, [(2023, 2), (2025, 4)]).flags == {"late_2023"}
    assert card(dashboard, [(2023, 4), (2025, 4)]).flags == set()


def test_a_late_baseline_after_2030_starts_its_line_there() -> None:
    unknown = replace(HORIZONS, baseline=None)
    late = card(unknown, [(2035, 50), (2040, 100)], as_of=2040)
    assert (late.expected, late.flags) == (pytest.approx(1 / 3), {"late_baseline", "late_2030"})


def test_a_late_baseline_after_the_only_deadline_still_gives_a_verdict() -> None:
    late = card(replace(LEVEL, baseline=None), [(2031, 50), (2033, 60)], as_of=2033)
    assert (late.status, late.expected, late.pace_required) == (Status.OFF_TRACK, 1, None)


def test_nothing_is_expected_yet_means_no_ratio_and_on_track() -> None:
    flat = replace(LEVEL, baseline=100, targets=(Target(2030, 100), Target(2050, 200)))
    seen = card(flat, [(2030, 100)], as_of=2030.5)
    assert (seen.expected, seen.ratio, seen.status) == (0, None, Status.ON_TRACK)


def test_an_arrival_after_2100_is_a_flag_and_no_year() -> None:
    slow, at_the_edge = card(LEVEL, [(2025, 6)]), card(LEVEL, [(2025, 6.25)])
    assert (slow.arrival_year, slow.flags) == (None, {Flag.AFTER_2100})
    assert (at_the_edge.arrival_year, at_the_edge.flags) == (2100, set())


@pytest.mark.parametrize("value", [0, -20])
def test_standing_still_or_going_back_has_no_arrival_and_no_flag(value: float) -> None:
    seen = card(LEVEL, [(2025, value)])
    assert (seen.arrival_year, seen.acceleration) == (None, None)
    assert Flag.AFTER_2100 not in seen.flags


@pytest.mark.parametrize(("last", "is_flagged"), [(29, False), (28.9, True)])
def test_a_step_back_of_more_than_a_hundredth_of_the_way_is_flagged(last, is_flagged) -> None:
    seen = card(LEVEL, [(2022, 30), (2024, last)])
    assert (Flag.RECENT_REVERSAL in seen.flags) == is_flagged


def test_what_is_achieved_has_nothing_to_go_and_no_arrival() -> None:
    done = card(HORIZONS, [(2022, 60), (2024, 120)])
    assert (done.pace_to_go, done.acceleration, done.arrival_year) == (None, None, None)
    assert (done.projection, done.gap_rel, done.pace_actual) == (None, 0, 30)


def test_two_targets_of_one_year_are_refused() -> None:
    with pytest.raises(ValueError, match="same year"):
        replace(LEVEL, targets=(Target(2030, 1), Target(2030, 2)))


def test_the_card_says_what_its_sentence_needs() -> None:
    seen = card(COUNT, [(2024, 31)], as_of=date(2025, 12, 31))
    assert (seen.baseline, seen.start, seen.target, seen.target_2050) == (0, 2020, 98, 196)
    assert (seen.expected_value, seen.age) == (pytest.approx(39.2), 1)
