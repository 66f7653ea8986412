"""The nine numbers the method rests on. They are conventions: published, and open to change."""

from dataclasses import dataclass

# Thresholds are met "at 95 % or more". Binary fractions would otherwise decide exact ties.
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Parameters:
    """Thresholds of the method.

    Unit:   shares and ratios are plain numbers; spans are years; counts are counts.
    Source: data/METHODS_1_0.md#parameters
    """

    on_track: float = 0.95
    behind: float = 0.60
    coverage: float = 0.50
    achieved_continuous: float = 0.995
    regress_tolerance: float = 0.01
    min_span_years: float = 1.0
    small_count: float = 10
    stale_after_years: float = 2.0
    goals_for_headline: float = 4


DEFAULT = Parameters()


def reaches(value: float, threshold: float) -> bool:
    """Value is at the threshold or above it, a rounding error forgiven."""
    return value >= threshold - ROUNDING
