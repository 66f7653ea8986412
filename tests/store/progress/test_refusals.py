"""What the arithmetic cannot be asked."""

import pytest

from store import progress
from store.progress.beside import curves
from store.progress.way import Way

FROM_ZERO = Way(((2020.0, 0.0), (2030.0, 10.0)))  # nothing grows from zero at a constant rate


def test_a_rate_of_no_year_is_refused() -> None:
    with pytest.raises(ValueError, match="A rate needs at least one year"):
        progress.rate_value({"EUR": {2024: None}}, 2026.0, window=0)


def test_a_curve_has_no_level_where_it_is_not_defined() -> None:
    growth = curves.path(progress.PathName.GEOMETRIC, FROM_ZERO, progress.FROM_ZERO)
    assert not growth.is_defined(2025.0)
    with pytest.raises(ValueError, match="The curve is not defined here"):
        growth.expected_value(2025.0)
