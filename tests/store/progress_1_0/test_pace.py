"""The pace that the plan asks for, where earlier targets bend the way."""

from dataclasses import replace

import pytest

from store.progress_1_0 import Flag, Target
from tests.store.progress_1_0.samples import LEVEL, card

# 2 a year to the first target, then 18 a year.
BENT = replace(LEVEL, targets=(Target(2025, 10), Target(2030, 100)))


@pytest.mark.parametrize(("t", "pace"), [(2023, 2), (2025, 2), (2025.5, 18), (2030, 18)])
def test_at_a_bend_the_pace_asked_for_is_that_of_the_leg_which_ends_there(
    t: float, pace: float
) -> None:
    assert card(BENT, [(t, 5)], as_of=2030).pace_required == pace


def test_at_the_very_start_there_is_no_pace_yet() -> None:
    found = card(LEVEL, [(2020, 5)])
    assert (found.pace_actual, found.pace_required, found.arrival_year) == (None, 10, None)
    assert found.flags == set()


def test_who_would_arrive_after_2100_keeps_every_pace_but_is_told_no_year() -> None:
    slow = card(LEVEL, [(2025, 5)])
    assert slow.flags == {Flag.AFTER_2100}
    assert slow.arrival_year is None
    assert (slow.pace_required, slow.pace_actual) == (10, 1)
    assert (slow.pace_to_go, slow.acceleration) == (19, 19)
    in_time = card(LEVEL, [(2025, 6.25)])
    assert (in_time.arrival_year, in_time.flags) == (2100, set())
