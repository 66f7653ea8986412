"""The page Regions of the site: the message and the grid of the page on screen."""

from components.look.markup import Html
from components.overview import headline
from components.reader.view import View
from components.regions import regions
from components.regions.ways_in import Ways
from components.site import layout
from components.site.template import Frame, render
from store.standing import PlanStanding


def page(plan: PlanStanding, view: View, frame: Frame) -> bytes:
    """The whole page; every cell leads to its objective, which has the figures of the regions."""

    def to_objective(code: str) -> str:
        return frame.link(layout.objective(code))

    ways = Ways(objective=to_objective, cell=lambda cell: to_objective(cell.objective.code))
    title, below = regions.build(plan, view, ways)
    why = "" if plan.is_adopted else headline.not_adopted(plan)
    return render("regions.html", frame, title, not_adopted=why, below=Html(below))
