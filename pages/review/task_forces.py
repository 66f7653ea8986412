"""The 24 task forces: which seats are filled, who sits where, and how to join."""

from components.reader import bar, cache
from components.task_forces import task_forces

view = bar.current()
task_forces.show(cache.plan_standing(view.plan, view.until), view)
