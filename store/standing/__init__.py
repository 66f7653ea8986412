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
from store.standing.method import IN_FORCE_SINCE, Method
from store.standing.plan import assess_plan

__all__ = [
    "IN_FORCE_SINCE",
    "PARTS_UNKNOWN",
    "GoalStanding",
    "IndicatorStanding",
    "Method",
    "ObjectiveStanding",
    "PlanStanding",
    "assess_plan",
]
