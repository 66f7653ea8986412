from datetime import date

import pytest

from store.progress import as_year, year_index
from store.progress.evidence import start_year


@pytest.mark.parametrize(
    ("day", "index"),
    [
        (date(2020, 12, 31), 2020.0),
        (date(2021, 1, 1), 2020 + 1 / 365),
        (date(2024, 2, 29), 2023 + 60 / 366),
        (date(2024, 12, 30), 2023 + 365 / 366),
    ],
)
def test_a_day_is_the_year_before_plus_its_part_of_the_year(day: date, index: float) -> None:
    assert year_index(day) == index


def test_whole_numbers_are_calendar_years() -> None:
    assert as_year(2024) == as_year(date(2024, 12, 31))


@pytest.mark.parametrize(
    ("said", "used"), [(2019, 2020), (2020, 2020), (2021, 2020), (2022, 2020), (2015, 2015)]
)
def test_the_line_starts_in_2020_where_a_baseline_row_says_a_year_beside_it(
    said: float, used: float
) -> None:
    assert start_year(said) == used
