import pytest

from store.progress_1_0 import (
    Parameters,
    Status,
    rollup_mean,
    rollup_share,
    rollup_sum,
)


def test_a_sum_with_a_silent_region_is_at_least() -> None:
    total = rollup_sum({"AFR": 3, "EUR": None})
    assert (total.value, total.coverage, total.at_least, total.show) == (3, 0.5, True, True)


def test_silence_everywhere_is_not_zero() -> None:
    silent = rollup_sum({"AFR": None, "EUR": None})
    assert (silent.value, silent.at_least, silent.show) == (None, True, False)
    reported_none = rollup_sum({"AFR": 0, "EUR": 0})
    assert (reported_none.value, reported_none.at_least, reported_none.show) == (0, False, True)


def test_a_sum_over_no_regions_says_nothing() -> None:
    empty = rollup_sum({})
    assert (empty.value, empty.coverage, empty.at_least, empty.show) == (None, 0, False, False)


def test_below_half_coverage_a_sum_keeps_its_value_and_is_not_shown() -> None:
    total = rollup_sum({"AFR": 3, "EUR": None, "LAC": None})
    assert (total.value, total.show) == (3, False)
    assert rollup_sum({"AFR": 3, "EUR": None, "LAC": None}, Parameters(coverage=0.3)).show


def test_shares_are_pooled_and_covered_by_denominator() -> None:
    pooled = rollup_share({"AFR": (10, 100), "EUR": (None, 100)})
    assert (pooled.share, pooled.coverage, pooled.show) == (0.1, 0.5, True)
    assert (pooled.low, pooled.high) == (0.05, 0.55)


def test_shares_of_silent_regions_are_only_bounded() -> None:
    silent = rollup_share({"AFR": (None, 100), "EUR": (None, 50)})
    assert (silent.share, silent.coverage, silent.low, silent.high) == (None, 0, 0, 1)
    assert not silent.show


@pytest.mark.parametrize("regions", [{}, {"AFR": (0, 0)}, {"AFR": (None, 0)}])
def test_nothing_to_share_gives_no_share(regions) -> None:
    pooled = rollup_share(regions)
    assert (pooled.share, pooled.low, pooled.high, pooled.show) == (None, None, None, False)


@pytest.mark.parametrize("silent", [None, (None, None), (5, None)])
def test_an_unknown_denominator_leaves_no_bounds(silent) -> None:
    pooled = rollup_share({"AFR": (10, 100), "EUR": silent})
    assert (pooled.share, pooled.low, pooled.high, pooled.coverage) == (0.1, None, None, 0.5)


def test_regions_are_capped_before_they_are_averaged() -> None:
    mean = rollup_mean({"AFR": 3.0, "EUR": -1.0}, expected=0.5)
    assert (mean.progress, mean.ratio, mean.weakest) == (0.5, 1, "EUR")
    assert mean.status is Status.ON_TRACK


@pytest.mark.parametrize(
    ("regions", "status"),
    [
        ({"AFR": 1.0, "EUR": 1.2}, Status.ACHIEVED),
        ({"AFR": 1.0, "EUR": None}, Status.ON_TRACK),
        ({"AFR": 1.0, "EUR": 0.9}, Status.ON_TRACK),
        ({"AFR": -0.1, "EUR": -0.02}, Status.REGRESSING),
        ({"AFR": -0.1, "EUR": None}, Status.REGRESSING),
        ({"AFR": -0.1, "EUR": 0.0}, Status.OFF_TRACK),
        ({"AFR": 0.6, "EUR": 0.0}, Status.BEHIND),
    ],
)
def test_the_mean_of_regions_earns_a_status(regions, status) -> None:
    assert rollup_mean(regions, expected=0.5).status is status


def test_below_half_the_regions_there_is_no_common_status() -> None:
    mean = rollup_mean({"AFR": 0.5, "EUR": None, "LAC": None}, expected=0.5)
    assert (mean.progress, mean.weakest, mean.ratio) == (None, None, None)
    assert (mean.status, mean.show) == (Status.NOT_ENOUGH_DATA, False)


@pytest.mark.parametrize("regions", [{}, {"AFR": None}])
def test_no_known_region_gives_no_mean(regions) -> None:
    mean = rollup_mean(regions, 0.5, Parameters(coverage=0))
    assert (mean.progress, mean.coverage, mean.status) == (None, 0, Status.NOT_ENOUGH_DATA)


def test_regions_cannot_be_behind_nothing() -> None:
    assert rollup_mean({"AFR": 0.0}, expected=0.0).status is Status.ON_TRACK
    assert rollup_mean({"AFR": 0.5}, expected=None).status is Status.NOT_ENOUGH_DATA


def test_what_is_enough_is_shown_and_one_country_is_enough_of_two() -> None:
    assert rollup_mean({"AFR": 0.5, "EUR": None}, 0.5).show is True
    half = rollup_share({"AFR": (0.25, 0.5)})
    assert (half.show, half.coverage, half.low, half.high) == (True, 1, 0.5, 0.5)


def test_regions_regress_together_only_beyond_the_tolerance() -> None:
    tolerance = Parameters().regress_tolerance
    at_it = rollup_mean({"AFR": -tolerance, "EUR": -tolerance}, 0.5)
    beyond = rollup_mean({"AFR": -tolerance - 0.001, "EUR": -0.5}, 0.5)
    assert (at_it.status, beyond.status) == (Status.OFF_TRACK, Status.REGRESSING)
