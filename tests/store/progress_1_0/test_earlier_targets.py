"""Targets before the active one: met in time, met late, or missed; and few whole steps."""

from dataclasses import replace

import pytest

from store.progress_1_0 import (
    Better,
    Flag,
    Range,
    Status,
    Target,
    late_flag,
    missed_flag,
)
from store.progress_1_0.status import worst
from store.progress_1_0.versions import baseline_interval
from tests.store.progress_1_0.samples import LEVEL, STEPS, card

TARGETS = (Target(2025, 10), Target(2030, 100))


@pytest.mark.parametrize("targets", [TARGETS, TARGETS[::-1]])
@pytest.mark.parametrize(
    ("readings", "flags"),
    [
        ([(2024, 12)], set()),
        ([(2022, 11), (2024, 12)], set()),
        ([(2022, 12), (2024, 9)], {missed_flag(2025), Flag.RECENT_REVERSAL}),
        ([(2024, 9), (2026, 12)], {late_flag(2025)}),
        ([(2024, 9)], {missed_flag(2025)}),
        ([], set()),
    ],
)
def test_what_counts_is_the_last_figure_by_the_deadline(
    targets: tuple[Target, ...], readings: list[tuple[float, float]], flags: set[str]
) -> None:
    found = card(replace(LEVEL, targets=targets), readings, as_of=2027).flags
    assert found - {Flag.AFTER_2100} == flags


def test_a_way_of_two_steps_asks_for_one_of_them_halfway() -> None:
    two = replace(STEPS, targets=(Target(2030, 2),))
    assert card(two, [(2025, 1)]).steps_short == 0
    assert card(two, [(2025, 0)]).steps_short == 1
    down = replace(STEPS, baseline=4, better=Better.LOWER, targets=(Target(2030, 0),))
    assert card(down, [(2025, 2)]).steps_short == 0
    assert card(down, [(2025, 3)]).steps_short == 1


def test_after_every_deadline_the_last_target_still_counts() -> None:
    both = replace(LEVEL, targets=(Target(2030, 100), Target(2050, 200)))
    late = card(both, [(2060, 150)], as_of=2060)
    assert (late.active_year, late.target, late.as_of) == (2050, 200, 2060)


def test_a_first_figure_that_meets_its_target_is_where_it_should_be() -> None:
    met = card(replace(LEVEL, baseline=None), [(2024, 120)])
    assert (met.status, met.value, met.expected_value) == (Status.ACHIEVED, 120, 100)


def test_of_no_status_at_all_nothing_is_known() -> None:
    assert worst([]) is Status.NOT_ENOUGH_DATA


@pytest.mark.parametrize(
    ("baseline", "target", "value", "ends"),
    [
        (Range(10, 20), 100, 55, (35 / 80, 0.5)),
        (Range(10, 20), 0, 5, (0.5, 0.75)),
        (Range(10, 20), 20.5, 20.25, (0.5, 10.25 / 10.5)),
        (Range(10, 20), 20, 15, (0.5, 0.5)),
        (Range(20, 20), 20, 15, (None, None)),
    ],
)
def test_an_end_of_a_baseline_range_on_the_target_has_no_way_to_go(
    baseline: Range, target: float, value: float, ends: tuple[float | None, float | None]
) -> None:
    found = baseline_interval(baseline, target, value)
    assert (found.low, found.high) == ends
    assert found.touch == (target == baseline.high)


def test_two_targets_of_one_year_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^An indicator has two targets for the same year\.$"):
        replace(LEVEL, targets=(Target(2030, 1), Target(2030, 2)))
