"""After how many years a change can be seen at all."""

import pytest

from store.ground.errors import StoreError
from store.soil.detection import years_even, years_likely


def test_the_years_of_the_worked_case() -> None:
    assert years_even(0.2, 2) == pytest.approx(27.7, abs=0.05)
    assert years_likely(0.2, 2) == pytest.approx(39.6, abs=0.05)
    assert years_even(-0.2, 2) == years_even(0.2, 2)
    assert years_even(0.4, 2) == pytest.approx(years_even(0.2, 2) / 2)


@pytest.mark.parametrize(("change", "error"), [(0, 2), (0.2, 0), (0.2, -1), (float("inf"), 2)])
def test_no_change_and_no_error_give_no_years(change: float, error: float) -> None:
    with pytest.raises(StoreError, match="Give a change a year that is not 0"):
        years_even(change, error)
