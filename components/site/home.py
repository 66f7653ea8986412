"""The front of the site: message, squares, six goals, what needs attention, three doors, news."""

import os

from components.language.text import _, _c, _n, number
from components.look.markup import Html, stacked
from components.meetings import decisions
from components.overview import attention, changes, gauge, message, race, squares, tiles
from components.reader import cache
from components.reader.view import View
from components.site import decided, layout
from components.site.template import Frame, render
from store.people import task_forces
from store.standing import PlanStanding

INITIATIVE = "https://4p1000.org"


def page(plan: PlanStanding, view: View, frame: Frame) -> bytes:
    """The page as a file."""

    def to_objective(code: str) -> str:
        return frame.link(layout.objective(code))

    since = changes.year_before(view.as_of)
    readings = changes.news(plan, view, since)
    figures = changes.figure_rows(plan, readings)
    older = len(figures) - changes.NEWEST
    said = message.of(plan)
    return render(
        "home.html",
        frame,
        said.title,
        lead=said.lead,
        race=Html(race.build(plan) if plan.is_adopted else ""),
        squares=Html(squares.build(plan, to_objective)),
        gauges=Html(
            "".join(
                f'<div class="column">{gauge.build(goal, frame.link(layout.goal(goal.code)))}</div>'
                for goal in plan.goals
            )
        ),
        legend=gauge.legend(),
        tiles=Html(tiles.group(plan, plan.objectives, to_objective)),
        attention=Html(attention.build(plan, to_objective)),
        helps=Html(attention.build_helps(plan, to_objective)),
        doors=_doors(view, frame),
        decided=decided.waiting(view, frame),
        kept=decisions.kept(view),
        changes=changes.summary(view, since, readings),
        verdicts=Html(changes.cards(plan, view, since, to_objective)),
        by_method=Html(changes.by_method(plan, view, since)),
        figures=_grid(changes.figure_columns(), figures[: changes.NEWEST]),
        more=_n("{count} older row:", "{count} older rows:", older) if older > 0 else "",
    )


def _grid(columns: list[str], rows: list[list[str]]) -> Html:
    return Html(stacked(columns, rows) if rows else "")


def _doors(view: View, frame: Frame) -> list[tuple[str, str, str, str]]:
    """What a reader may do next: title, sentence, where that is, and what the way is called."""
    seats = cache.ask(task_forces.seats, view.as_of)
    vacant = sum(not seat.holders for seat in seats)
    return [
        (
            _("Take the data"),
            _("Every figure with its source, as CSV, as a data package and by an API."),
            frame.link(layout.DATA),
            _c("way to a page", "Data"),
        ),
        (
            _("See how it is judged"),
            _("When is something “behind”? All rules and limits, with examples."),
            frame.link(layout.METHOD),
            _c("way to a page", "Method"),
        ),
        (
            _("Take part"),
            _(
                "{vacant} of {all} seats in the task forces are vacant. Members and partners of the"
                " Initiative can ask for one.",
                vacant=number(vacant),
                all=number(len(seats)),
            ),
            _to_task_forces(frame),
            _("Join a task force"),
        ),
    ]


def _to_task_forces(frame: Frame) -> str:
    """To the app where this site knows where it is, else to the Initiative's own site."""
    if frame.original:
        return layout.relative(frame.path, "../task-forces")
    public = os.environ.get("PUBLIC_ADDRESS", "").rstrip("/")
    return f"{public}/task-forces" if public else INITIATIVE
