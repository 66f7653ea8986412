"""What a milestone would show if its levels were not equally spaced."""

from collections.abc import Callable, Iterable
from math import isfinite, sqrt

from store.progress.evidence import Evidence
from store.progress.way import clip

SPACINGS: tuple[Callable[[float], float], ...] = (lambda level: level * level, sqrt)


def spacing(evidence: Evidence, values: Iterable[float]) -> tuple[float, float] | None:
    """Progress with levels spaced as their squares and as their roots: lowest, highest.

    Range: 0 to 1; None for anything but a milestone on its way.
    Source: data/METHODS.md#milestones
    """
    way = evidence.way
    if not evidence.indicator.is_milestone or way is None or evidence.is_kept:
        return None
    levels = (way.baseline, way.target, *values)
    if not all(isfinite(level) and level >= 0 for level in levels):
        return None
    shares = [
        clip((space(value) - space(way.baseline)) / (space(way.target) - space(way.baseline)))
        for value in levels[2:]
        for space in SPACINGS
    ]
    return min(shares), max(shares)
