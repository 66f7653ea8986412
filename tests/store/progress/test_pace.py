"""The pace that the plan asks for, where earlier targets bend the way."""

from dataclasses import replace

import pytest

from store.progress import Target
from tests.store.progress.samples import LEVEL, card

# 2 a year to the first target, then 18 a year.
BENT = replace(LEVEL, targets=(Target(2025, 10), Target(2030, 100)))


@pytest.mark.parametrize(("t", "pace"), [(2023, 2), (2025, 2), (2025.5, 18), (2030, 18)])
def test_at_a_bend_the_pace_asked_for_is_that_of_the_leg_which_ends_there(
    t: float, pace: float
) -> None:
    assert card(BENT, [(t, 5)], as_of=2030).pace_required == pace
