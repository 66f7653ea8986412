"""Twin regions: every pair on the map, one of them side by side, and the pilot."""

from components.reader import bar, cache
from components.twins import twins

view = bar.current()
twins.show(cache.plan_standing(view.plan, view.until), view)
