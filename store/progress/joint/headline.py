"""From goals to the plan: one needle, one band, and the bounds over all goals."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from store.progress.card import UNKNOWN
from store.progress.joint.gauge import Gauge
from store.progress.joint.judged import Ends, mean_ends
from store.progress.parameters import DEFAULT, Parameters, reaches


@dataclass(frozen=True, slots=True)
class GoalShare:
    """What the headline takes of a goal: its needle, its band, and what it can be today."""

    progress: float | None = None
    band: Ends | None = None
    bounds: Ends = UNKNOWN


@dataclass(frozen=True, slots=True)
class Headline:
    """The whole plan in one figure; None where too few goals can be shown.

    Unit:   goals and band_goals are the numbers of goals with a needle, with a band.
    Source: data/METHODS.md#headline
    """

    progress: float | None
    goals: int
    show: bool
    band: Ends | None
    band_goals: int
    bounds: Ends


def goal_share(goal: Gauge) -> GoalShare:
    """What the headline takes of a gauge."""
    bounds = UNKNOWN if goal.low is None or goal.high is None else (goal.low, goal.high)
    band = None if goal.band is None else (goal.band.low, goal.band.high)
    return GoalShare(goal.progress, band, bounds)


def headline(goals: Mapping[str, GoalShare], parameters: Parameters = DEFAULT) -> Headline:
    """Average the goals that have a needle, those that have a band, and the bounds of all.

    Source: data/METHODS.md#headline
    """
    needles = [goal.progress for goal in goals.values() if goal.progress is not None]
    bands = [goal.band for goal in goals.values() if goal.band is not None]
    show = bool(needles) and reaches(len(needles), parameters.goals_for_headline)
    has_band = bool(bands) and reaches(len(bands), parameters.goals_for_headline)
    return Headline(
        progress=fmean(needles) if show else None,
        goals=len(needles),
        show=show,
        band=mean_ends(bands) if has_band else None,
        band_goals=len(bands),
        bounds=mean_ends(goal.bounds for goal in goals.values()) if goals else UNKNOWN,
    )
