"""The world's series: means over years, and how much of the whole stands behind them."""

import datetime as dt
from dataclasses import replace

import pytest

from store.figures.approved import Reading
from store.models import Qualifier
from store.standing.method import Method
from store.standing.series import world_series
from tests.components.wording.standings import indicator, reading

REGIONS = ("R-AFR", "R-APA", "R-EUR", "R-LAC", "R-NAM")
YEARLY = indicator(kind="rate", reported_by="region", roll_up="sum", window_years=2)


def year(number: int, *regions: str, figure: float = 10) -> list[Reading]:
    """What these regions reported for a year."""
    days = {"period_start": dt.date(number, 1, 1), "period_end": dt.date(number, 12, 31)}
    return [reading(figure, place_code=region, **days) for region in regions]


@pytest.mark.parametrize("known", [(4, 5), (5, 4)])
def test_a_mean_of_two_years_knows_no_more_than_the_weaker_of_them(
    known: tuple[int, int],
) -> None:
    first, second = (
        year(number, *REGIONS[:count]) for number, count in zip((2024, 2025), known, strict=True)
    )
    mean = world_series(YEARLY, [*first, *second], [], REGIONS)[-1]
    assert (mean.figure, mean.known, mean.total) == (45, 4, 5)
    assert (mean.start, mean.end) == (dt.date(2024, 1, 1), dt.date(2025, 12, 31))
    assert mean.qualifier == "at least"
    assert len(mean.readings) == 9


def test_by_the_former_method_a_mean_counts_only_if_half_is_known_in_each_of_its_years() -> None:
    readings = [*year(2024, "R-AFR"), *year(2025, *REGIONS)]
    [former] = world_series(YEARLY, readings, [], REGIONS, Method.FORMER)
    assert not former.counts
    mean = world_series(YEARLY, readings, [], REGIONS)[-1]
    assert (mean.counts, mean.figure, mean.qualifier) == (True, 30, "at least")


def test_a_silent_year_breaks_the_run_of_the_former_method_and_leaves_a_bound_now() -> None:
    readings = [*year(2022, *REGIONS), *year(2024, *REGIONS), *year(2025, *REGIONS)]
    former = world_series(YEARLY, readings, [], REGIONS, Method.FORMER)
    assert [point.start.year for point in former] == [2024]
    now = world_series(YEARLY, readings, [], REGIONS)
    assert [(one.start.year, one.end.year, one.figure, one.qualifier) for one in now] == [
        (2021, 2022, 25, "at least"),
        (2023, 2024, 25, "at least"),
        (2024, 2025, 50, "exact"),
    ]
    assert all(point.counts for point in now)


def test_one_region_of_five_is_a_lower_bound_of_the_world_and_counts() -> None:
    count = indicator(reported_by="region", roll_up="sum")
    [point] = world_series(count, year(2025, "R-AFR"), [], REGIONS)
    assert (point.figure, point.qualifier, point.known) == (10, "at least", 1)
    assert point.counts
    [former] = world_series(count, year(2025, "R-AFR"), [], REGIONS, Method.FORMER)
    assert not former.counts


def test_upper_bounds_add_up_to_one_and_add_nothing_certain_to_a_lower_one() -> None:
    count = indicator(reported_by="region", roll_up="sum")
    every = year(2025, *REGIONS)
    at_most = [replace(one, qualifier=Qualifier.AT_MOST) for one in every]
    [point] = world_series(count, at_most, [], REGIONS)
    assert (point.figure, point.qualifier) == (50, "at most")
    [mixed] = world_series(count, [at_most[0], *every[1:4]], [], REGIONS)
    assert (mixed.figure, mixed.qualifier) == (30, "at least")


def test_a_share_is_not_judged_while_a_region_could_move_it() -> None:
    share = indicator(reported_by="region", roll_up="share", unit_type="share")
    parts = [replace(one, numerator=10.0, denominator=40.0) for one in year(2025, *REGIONS)]
    [whole] = world_series(share, parts, [], REGIONS)
    assert (whole.figure, whole.qualifier, whole.counts) == (25, "exact", True)
    [part] = world_series(share, parts[:4], [], REGIONS)
    assert (part.qualifier, part.counts) == ("about", False)
