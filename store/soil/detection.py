"""After how many years a change of a stock can be told from the error of its samplings."""

import math

from store.ground.errors import InvalidError

ALMOST_SURE = 1.96  # standard errors to each side, 95 % confidence
FOUR_IN_FIVE = 0.84  # more of them, so that four of five such sites show it


class InvalidDetectionError(InvalidError):
    """An error or a change from which no number of years follows."""


def years_even(change: float, error: float) -> float:
    """Years until a true change equals the margin: an even chance that it shows.

    Unit:   change in t C/ha a year, error (standard error of each sampling) in t C/ha.
    Errors: InvalidDetectionError for no change and for no error.
    Source: data/METHODS.md#change-between-two-samplings
    """
    return _years(ALMOST_SURE, change, error)


def years_likely(change: float, error: float) -> float:
    """Years until four chances in five that a true change shows. Otherwise as `years_even`."""
    return _years(ALMOST_SURE + FOUR_IN_FIVE, change, error)


def _years(errors: float, change: float, error: float) -> float:
    if not (change and error > 0 and math.isfinite(change) and math.isfinite(error)):
        raise InvalidDetectionError(
            "Give a change a year that is not 0, and a standard error above 0."
        )
    return errors * math.sqrt(2) * error / abs(change)
