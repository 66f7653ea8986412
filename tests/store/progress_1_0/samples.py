"""Indicators to vary in the tests of this folder."""

from collections.abc import Iterable
from typing import Any

from store.progress_1_0 import (
    Assessment,
    Indicator,
    Kind,
    Moment,
    Observation,
    Parameters,
    Target,
    Unit,
    assess,
)

COUNT = Indicator(
    kind=Kind.CUMULATIVE,
    unit=Unit.INTEGER,
    baseline=0,
    targets=(Target(2030, 98), Target(2050, 196)),
)
LEVEL = Indicator(kind=Kind.STOCK, unit=Unit.CONTINUOUS, baseline=0, targets=(Target(2030, 100),))
STEPS = Indicator(kind=Kind.STOCK, unit=Unit.INTEGER, baseline=0, targets=(Target(2030, 5),))


def card(
    indicator: Indicator,
    readings: Iterable[tuple[Moment, float]],
    as_of: Moment = 2025,
    **parameters: Any,
) -> Assessment:
    """Assess an indicator from (moment, value) pairs."""
    observations = [Observation(t, value) for t, value in readings]
    return assess(indicator, observations, as_of, Parameters(**parameters))
