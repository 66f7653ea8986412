"""The regions: what each says of each objective, and who sits where; one indicator on the map."""

from components.reader import bar, cache
from components.regions import regions

view = bar.current()
regions.show(cache.plan_standing(view.plan, view.until), view)
