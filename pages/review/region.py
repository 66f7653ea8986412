"""One region among the five: what it reports and owes, who sits there, what happened."""

from components.briefing import offer
from components.reader import bar, cache
from components.regions import compared, region_card

view = bar.current()
plan = cache.plan_standing(view.plan, view.until)

if view.is_world:
    compared.show(plan, view)
else:
    region_card.show(plan, view)
    offer.show_region(plan, view)
