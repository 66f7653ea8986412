"""The world's series: means over years, and how much of the whole stands behind them."""

import datetime as dt

import pytest

from store.figures.approved import Reading
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
    [mean] = world_series(YEARLY, [*first, *second], [], REGIONS)
    assert (mean.figure, mean.known, mean.total) == (45, 4, 5)
    assert (mean.start, mean.end) == (dt.date(2024, 1, 1), dt.date(2025, 12, 31))
    assert mean.qualifier == "at least"
    assert len(mean.readings) == 9


def test_a_mean_counts_only_if_enough_is_known_in_each_of_its_years() -> None:
    [mean] = world_series(YEARLY, [*year(2024, "R-AFR"), *year(2025, *REGIONS)], [], REGIONS)
    assert not mean.counts


def test_a_missing_year_breaks_the_run() -> None:
    readings = [*year(2022, *REGIONS), *year(2024, *REGIONS), *year(2025, *REGIONS)]
    assert [point.start.year for point in world_series(YEARLY, readings, [], REGIONS)] == [2024]
