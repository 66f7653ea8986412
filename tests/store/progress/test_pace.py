"""The pace that the plan asks for, where the line bends at an earlier target."""

from dataclasses import replace

import pytest

from store.progress import Target
from tests.store.progress.samples import LEVEL, card

# 10 a year to the first target, then 20 a year.
BENT = replace(LEVEL, targets=(Target(2030, 100), Target(2050, 500)))


@pytest.mark.parametrize(("t", "pace"), [(2026, 10), (2030, 10), (2030.5, 20), (2050, 20)])
def test_at_a_bend_the_pace_asked_for_is_that_of_the_leg_which_ends_there(
    t: float, pace: float
) -> None:
    assert card(BENT, [(t, 50)], as_of=2050).pace_required == pace
