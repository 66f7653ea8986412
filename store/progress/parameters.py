"""The numbers the method rests on. They are conventions: published, and open to change."""

from dataclasses import dataclass, replace

METHOD_VERSION = "1.1"  # of data/METHODS.md; a meeting keeps the one it was held under

# Thresholds are met "at 95 % or more". Binary fractions would otherwise decide exact ties.
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Parameters:
    """Thresholds of the method.

    Unit:   shares and ratios are plain numbers; spans are years; counts are counts.
    Source: data/METHODS.md#parameters
    """

    on_track: float = 0.95
    behind: float = 0.60
    coverage: float = 0.50
    achieved_continuous: float = 0.995
    regress_tolerance: float = 0.01
    min_span_years: float = 1.0
    small_count: float = 10
    stale_after_years: float = 2.0
    too_old_factor: float = 2.5
    goals_for_headline: float = 4
    about: float = 0.05
    about_most: float = 0.20
    measured_width: float = 0.10
    dated_within: float = 0.25
    chance_flag: float = 0.10
    poisson_max: float = 100
    threshold_shift: float = 0.05
    logistic_floor: float = 0.025
    band_objectives: float = 2
    band_share: float = 1 / 3
    reporting_lag_years: float = 0.5

    def shifted(self) -> "tuple[Parameters, Parameters]":
        """The same with both thresholds of pace a little lower, and a little higher."""
        return (self._moved(-self.threshold_shift), self._moved(self.threshold_shift))

    def _moved(self, by: float) -> "Parameters":
        return replace(self, on_track=self.on_track + by, behind=self.behind + by)


DEFAULT = Parameters()


def reaches(value: float, threshold: float) -> bool:
    """Value is at the threshold or above it, a rounding error forgiven."""
    return value >= threshold - ROUNDING


def exceeds(value: float, threshold: float) -> bool:
    """Value is above the threshold by more than a rounding error."""
    return value > threshold + ROUNDING
