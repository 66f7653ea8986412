from dataclasses import replace

import pytest

from store.progress_1_0 import Better, Flag, Kind, Range, Reason, Status, Target, Unit

from .samples import COUNT, LEVEL, STEPS, card

MILESTONE = replace(STEPS, kind=Kind.MILESTONE, unit=Unit.LEVEL)


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (60, Status.ON_TRACK),
        (47.5, Status.ON_TRACK),
        (47.4, Status.BEHIND),
        (30, Status.BEHIND),
        (29.9, Status.OFF_TRACK),
        (-1, Status.OFF_TRACK),
        (-1.1, Status.REGRESSING),
        (99.5, Status.ACHIEVED),
    ],
)
def test_thresholds_are_reached_at_the_threshold(value: float, status: Status) -> None:
    assert card(LEVEL, [(2025, value)]).status is status


@pytest.mark.parametrize("year", [2021, 2022, 2023, 2024, 2026, 2027, 2028, 2029])
def test_an_exact_tie_is_not_lost_to_binary_fractions(year: int) -> None:
    tied = card(LEVEL, [(year, 9.5 * (year - 2020))], as_of=year)
    assert tied.status is Status.ON_TRACK


def test_a_count_needs_its_last_unit_and_a_quantity_does_not() -> None:
    large = replace(COUNT, targets=(Target(2030, 1000),))
    assert card(large, [(2025, 999)]).status is Status.ON_TRACK
    assert card(replace(large, unit=Unit.CONTINUOUS), [(2025, 999)]).status is Status.ACHIEVED


def test_no_target_comes_before_no_observation_and_keeps_the_value() -> None:
    bare = replace(LEVEL, targets=(Target(2030, None), Target(2050, 100)), baseline=None)
    known = card(bare, [(2023, 4.0), (2024, 5.0)])
    assert (known.reason, known.value, known.active_year) == (Reason.NO_TARGET, 5.0, 2030)
    assert (known.progress_2050, known.expected, known.flags) == (None, None, set())
    silent = card(bare, [])
    assert (silent.status, silent.reason) == (Status.NOT_ENOUGH_DATA, Reason.NO_TARGET)
    assert card(replace(LEVEL, targets=()), [(2024, 1.0)]).active_year is None


def test_readings_after_the_as_of_date_leave_no_observation() -> None:
    later = card(COUNT, [(2024, 4)], as_of=2023)
    assert (later.reason, later.value, later.target) == (Reason.NO_OBSERVATION, None, 98)


def test_one_reading_without_baseline_is_achieved_only_where_it_meets_the_target() -> None:
    unknown = replace(LEVEL, baseline=None)
    below, there = card(unknown, [(2024, 99.9)]), card(unknown, [(2024, 100)])
    assert (below.reason, below.target, below.gap_abs) == (Reason.NO_BASELINE, 100, None)
    assert there.status is Status.ACHIEVED
    assert (there.progress, there.expected, there.gap_abs, there.gap_rel) == (1, 1, 0, 0)
    assert (there.progress_raw, there.ratio, there.pace_required) == (None, None, None)
    assert there.flags == frozenset()


def test_the_first_reading_becomes_a_late_baseline_and_starts_the_line() -> None:
    late = card(replace(LEVEL, baseline=None), [(2024, 35), (2022, 20)])
    assert (late.baseline, late.start, late.flags) == (20, 2022, {Flag.LATE_BASELINE})
    assert late.expected == 0.25


def test_a_late_baseline_needs_a_year_before_a_verdict() -> None:
    soon = card(replace(LEVEL, baseline=None), [(2024, 35), (2024.5, 60)])
    assert (soon.status, soon.reason) == (Status.NOT_ENOUGH_DATA, Reason.TOO_EARLY)


def test_two_readings_of_one_date_are_one_and_the_last_given_counts() -> None:
    unknown = replace(LEVEL, baseline=None)
    assert card(unknown, [(2024, 35), (2024, 36)]).reason is Reason.NO_BASELINE
    assert card(LEVEL, [(2024, 35), (2024, 36)]).value == 36


@pytest.mark.parametrize("readings", [[(2022, 5), (2024, 4)], [(2024, -1)]])
def test_a_running_total_that_falls_is_an_error(readings: list[tuple[float, float]]) -> None:
    fallen = card(COUNT, readings)
    assert (fallen.status, fallen.reason) == (Status.NOT_ENOUGH_DATA, Reason.DATA_ERROR)
    assert (fallen.progress, fallen.target) == (None, 98)
    assert fallen.value == readings[-1][1]


def test_an_error_hides_even_an_achieved_total_but_not_one_still_in_the_future() -> None:
    readings = [(2022, 120), (2024, 110)]
    assert card(COUNT, readings).reason is Reason.DATA_ERROR
    assert card(COUNT, readings, as_of=2023).status is Status.ACHIEVED


def test_a_total_inside_the_range_of_its_baseline_does_not_fall() -> None:
    vague = replace(COUNT, baseline=Range(5, 10))
    assert card(vague, [(2024, 7)]).reason is None
    assert card(vague, [(2024, 4)]).reason is Reason.DATA_ERROR


def test_less_than_a_year_is_too_early_unless_achieved() -> None:
    assert card(COUNT, [(2020.9, 50)]).reason is Reason.TOO_EARLY
    assert card(COUNT, [(2021, 50)]).status is not Status.NOT_ENOUGH_DATA
    assert card(COUNT, [(2020.9, 98)], as_of=2021).status is Status.ACHIEVED


def test_too_early_comes_before_regressing_and_never_goes_stale() -> None:
    early = card(LEVEL, [(2020.5, -50)], as_of=2026)
    assert (early.status, early.reason) == (Status.NOT_ENOUGH_DATA, Reason.TOO_EARLY)
    assert early.progress_raw == -0.5
    assert early.projection is None


def test_a_reading_before_the_start_is_shown_but_gives_no_pace() -> None:
    old = card(LEVEL, [(2018, 10)])
    assert (old.reason, old.value, old.expected) == (Reason.TOO_EARLY, 10, 0)
    assert (old.ratio, old.pace_actual, old.arrival_year) == (None, None, None)


def test_readings_before_the_start_do_not_enter_the_projection() -> None:
    with_old = card(LEVEL, [(2018, 90), (2022, 15), (2024, 40)]).projection
    assert with_old == card(LEVEL, [(2022, 15), (2024, 40)]).projection


@pytest.mark.parametrize(
    ("value", "status"), [(60, Status.BEHIND), (59.9, Status.OFF_TRACK), (-2, Status.REGRESSING)]
)
def test_at_the_deadline_the_share_decides(value: float, status: Status) -> None:
    missed = card(LEVEL, [(2030, value)], as_of=2030)
    assert missed.status is status
    assert (Flag.DEADLINE_MISSED in missed.flags) == (status is not Status.REGRESSING)
    assert (missed.pace_to_go, missed.acceleration, missed.projection) == (None, None, None)
    assert missed.pace_required == 10


def test_after_the_last_deadline_the_line_stays_at_the_target() -> None:
    missed = card(LEVEL, [(2032, 80)], as_of=2032)
    assert (missed.expected, missed.expected_value, missed.ratio) == (1, 100, 0.8)
    assert missed.arrival_year == 2035
    assert missed.flags == {Flag.DEADLINE_MISSED}


def test_the_small_rule_ends_at_the_deadline() -> None:
    missed = card(STEPS, [(2030, 4)], as_of=2030)
    assert (missed.status, missed.steps_short) == (Status.BEHIND, None)


@pytest.mark.parametrize(
    ("value", "status", "short"),
    [
        (4, Status.ON_TRACK, 0),
        (3, Status.ON_TRACK, 0),
        (2, Status.BEHIND, 1),
        (1, Status.OFF_TRACK, 2),
        (-1, Status.REGRESSING, None),
        (5, Status.ACHIEVED, None),
    ],
)
def test_whole_steps_decide_small_counts(value: float, status: Status, short: float | None) -> None:
    small = card(STEPS, [(2027, value)], as_of=2027)
    assert (small.status, small.steps_short) == (status, short)


def test_two_short_is_not_off_track_while_the_ratio_holds() -> None:
    ten = replace(STEPS, targets=(Target(2030, 10),))
    assert card(ten, [(2027, 5)], as_of=2027).status is Status.BEHIND


def test_steps_round_in_favour_of_the_indicator_on_the_way_down() -> None:
    down = replace(STEPS, baseline=9, targets=(Target(2030, 4),), better=Better.LOWER)
    due = card(down, [(2025, 7)])
    assert due.expected_value == 6.5
    assert (due.status, due.steps_short) == (Status.ON_TRACK, 0)


def test_a_way_of_more_than_ten_units_is_not_small() -> None:
    eleven = replace(STEPS, targets=(Target(2030, 11),))
    assert card(eleven, [(2024, 4)], as_of=2024).steps_short is None
    assert card(eleven, [(2024, 4)], as_of=2024, small_count=11).steps_short == 0


@pytest.mark.parametrize(
    ("year", "status"), [(2024, Status.ON_TRACK), (2025, Status.BEHIND), (2029, Status.BEHIND)]
)
@pytest.mark.parametrize("indicator", [STEPS, MILESTONE])
def test_a_single_step_is_due_from_the_half_way_date(indicator, year, status) -> None:
    single = replace(indicator, baseline=3, targets=(Target(2030, 4),))
    assert card(single, [(year, 3)], as_of=year).status is status


def test_a_single_step_from_a_late_baseline_is_due_half_way_on_its_own_line() -> None:
    single = replace(MILESTONE, baseline=None, targets=(Target(2030, 4),))
    assert card(single, [(2024, 3), (2026, 3)], as_of=2026).status is Status.ON_TRACK
    assert card(single, [(2024, 3), (2027, 3)], as_of=2027).status is Status.BEHIND


def test_a_milestone_has_no_pace_and_no_projection_but_may_fall_back() -> None:
    level = card(replace(MILESTONE, baseline=1), [(2022, 3), (2024, 2)])
    assert (level.pace_required, level.arrival_year, level.projection) == (None, None, None)
    assert level.flags == {Flag.RECENT_REVERSAL}


def test_a_far_milestone_never_carries_an_arrival_flag() -> None:
    slow = replace(COUNT, kind=Kind.MILESTONE)
    assert Flag.AFTER_2100 not in card(slow, [(2025, 1)]).flags
    assert Flag.AFTER_2100 in card(COUNT, [(2025, 1)]).flags


def test_parameters_move_the_thresholds() -> None:
    readings = [(2025, 45)]
    assert card(LEVEL, readings).status is Status.BEHIND
    assert card(LEVEL, readings, on_track=0.9).status is Status.ON_TRACK
    assert card(LEVEL, readings, behind=0.93).status is Status.OFF_TRACK
    assert card(LEVEL, [(2025, -3)], regress_tolerance=0.05).status is Status.OFF_TRACK
    assert card(LEVEL, readings, achieved_continuous=0.4).status is Status.ACHIEVED
    assert card(LEVEL, readings, min_span_years=6).reason is Reason.TOO_EARLY
    assert card(LEVEL, readings, as_of=2026.5, stale_after_years=1).status is Status.STALE
