"""All indicators on one scale: how far short of what was due, or ahead, and the pace needed."""

from components.gaps import gaps
from components.overview import headline
from components.reader import bar, cache

view = bar.current()
plan = cache.plan_standing(view.plan, view.until)

if not plan.is_adopted:
    headline.show_not_adopted(plan)
gaps.show(plan)
