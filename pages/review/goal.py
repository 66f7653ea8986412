"""One goal: how far it is, what holds it back and why, what was decided, who works on it."""

from components.goal import goal
from components.overview import headline
from components.reader import address, bar, cache

view = bar.current()
plan = cache.plan_standing(view.plan, view.until)
goals = {one.code: one for one in plan.goals}

code = address.follow("goal", list(goals), default="A")
if not plan.is_adopted:
    headline.show_not_adopted(plan)
goal.show(plan, goals[code], view)
