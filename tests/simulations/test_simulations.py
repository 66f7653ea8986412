"""The statements of the method that need no dice, and those that hold in every single draw."""

from random import Random

from tests.simulations.__main__ import by_rounding
from tests.simulations.sampled import lower_bounds, meetings


def test_counts_on_their_line_and_the_s_curve_are_as_in_the_table() -> None:
    assert [one for one in by_rounding() if abs(one[1] - one[2]) > one[3]] == []


def test_bounds_hold_and_no_verdict_on_a_lower_bound_is_wrong() -> None:
    assert lower_bounds(0.8, 60, Random(1))["v11_wrong"] == 0
    assert meetings(0.3, 60, Random(1))["v11_covers"] == 1
