"""Indicators to vary in the tests of this folder, and figures as a person would write them."""

from collections.abc import Iterable
from typing import Any

from store.progress import (
    LEVELS,
    Assessment,
    Basis,
    Indicator,
    Kind,
    Moment,
    Observation,
    Qualifier,
    Target,
    Unit,
    assess,
    between,
)

Seen = tuple[Any, ...]  # (t, value) or (t, value, qualifier); t a moment or (first, last)

COUNT = Indicator(
    kind=Kind.CUMULATIVE,
    unit=Unit.INTEGER,
    baseline=0,
    targets=(Target(2030, 98), Target(2050, 196)),
)
LEVEL = Indicator(kind=Kind.STOCK, unit=Unit.CONTINUOUS, baseline=0, targets=(Target(2030, 100),))
TEN = Indicator(kind=Kind.CUMULATIVE, unit=Unit.INTEGER, baseline=0, targets=(Target(2030, 10),))
STEPS = Indicator(
    kind=Kind.MILESTONE,
    unit=Unit.LEVEL,
    baseline=1,
    targets=(Target(2030, 4),),
    limits=LEVELS,
)
CODED = Indicator(
    kind=Kind.STOCK,
    unit=Unit.CONTINUOUS,
    baseline=0,
    basis=Basis.CODED,
    targets=(Target(2030, 100),),
)


def card(indicator: Indicator, seen: Iterable[Seen], as_of: Moment = 2025) -> Assessment:
    """Assess an indicator by what was seen."""
    return assess(indicator, [observation(indicator, *one) for one in seen], as_of)


def observation(
    indicator: Indicator, t: Any, value: Any, qualifier: Qualifier = Qualifier.EXACT
) -> Observation:
    """One figure: a number with a qualifier, or (low, high)."""
    first, last = t if isinstance(t, tuple) else (t, t)
    if isinstance(value, tuple):
        low, high = value
        return Observation(first, last, between(low, high, indicator.limits))
    return Observation(first, last, indicator.figure(value, qualifier))
