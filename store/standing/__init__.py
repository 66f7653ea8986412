"""Where the plan stands on a day: indicators, objectives, goals and the headline, judged.

Everything a page shows of the plan comes from here, so that no two pages disagree.
"""

from store.standing.cards import (
    PARTS_UNKNOWN,
    GoalStanding,
    IndicatorStanding,
    ObjectiveStanding,
    PlanStanding,
)
from store.standing.plan import assess_plan

__all__ = [
    "PARTS_UNKNOWN",
    "GoalStanding",
    "IndicatorStanding",
    "ObjectiveStanding",
    "PlanStanding",
    "assess_plan",
]
