"""The pages of one build: what each shows, from the same places as the pages on screen."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from math import isnan

import pandas as pd

from components.about import documents, examples, metadata
from components.about.prose import prose
from components.gaps import gap_chart, gap_rows
from components.gaps.gaps import as_table
from components.language.text import _, _c, number, percent
from components.look.markup import Html, grid
from components.objective import former, objective_card, versions, why
from components.overview import gauge, headline, tiles
from components.reader.view import View
from components.site import charts, decided, downloads, entries, home, indicators, layout, soil
from components.site.builds import Build
from components.site.places import regions, twins
from components.site.template import Frame, render, stamp
from components.wording.objectives import verdict
from components.wording.short import answer
from store.standing import GoalStanding, ObjectiveStanding, PlanStanding

Place = Callable[[str], Frame]  # where the page of this name lies


def make(plan: PlanStanding, view: View, place: Place) -> Iterator[tuple[str, bytes]]:
    """Every file of a build in one language, by its path in the site."""
    for page, draw in _drawn(plan, view, place).items():
        if content := draw():
            yield place(page).path, content
    for file in downloads.offered(plan, view):
        yield place(file.path).path, file.content


def one(plan: PlanStanding, view: View, place: Place, page: str) -> bytes | None:
    """One file of a build by its name; None where there is none of this name."""
    if draw := _drawn(plan, view, place).get(page):
        return draw()
    files = {file.path: file.content for file in downloads.offered(plan, view)}
    return files.get(page)


def _drawn(plan: PlanStanding, view: View, place: Place) -> dict[str, Callable[[], bytes | None]]:
    """What draws each page."""
    framed: dict[str, Callable[[Frame], bytes | None]] = {
        layout.HOME: partial(home.page, plan, view),
        **{layout.goal(goal.code): partial(_goal, plan, goal, view) for goal in plan.goals},
        **{
            layout.objective(objective.code): partial(_objective, plan, objective, view)
            for objective in plan.objectives
        },
        layout.REGIONS: partial(regions.page, plan, view),
        layout.TWINS: partial(twins.page, plan, view),
        layout.SOIL: partial(soil.page, view),
        layout.SOIL_MAP: lambda _frame: soil.picture_of_map(view),
        layout.METHOD: partial(_method, plan),
        layout.SEARCH: partial(_search, plan, view),
        layout.DATA: partial(_data, plan, view),
    }
    return {page: partial(draw, place(page)) for page, draw in framed.items()}


def _grid(columns: list[str], rows: list[list[str]]) -> Html:
    return Html(grid(columns, rows, stacked=True) if rows else "")


def _goal(plan: PlanStanding, goal: GoalStanding, view: View, frame: Frame) -> bytes:
    rows = gap_rows.rows(plan)
    gaps = as_table(rows[rows["goal"] == goal.code])
    shares = {
        _("Share of the way"),
        _("Share of the way at best"),
        _c("share of the way expected by now", "Due"),
        _("Share of the way to 2050"),
    }
    gaps = gaps[[column for column in gaps if gaps[column].replace("–", pd.NA).notna().any()]]
    numbers = [
        [_cell(cell, is_share=column in shares) for column, cell in row.items()]
        for row in gaps.to_dict("records")
    ]
    return render(
        "goal.html",
        frame,
        f"{goal.code} · {goal.name}",
        description=goal.aim,
        goal=goal,
        gauge=Html(gauge.build(goal)),
        verdict=gauge.describe(goal),
        tiles=Html(
            tiles.group(plan, goal.objectives, lambda code: frame.link(layout.objective(code)))
        ),
        legend=gap_chart.legend(),
        chart=charts.gaps(plan, goal, invented=frame.build.is_invented),
        numbers=Html(grid(list(gaps.columns), numbers, whole=True, stacked=True)),
        decided=decided.about(goal.code, view, frame),
    )


def _cell(cell: object, *, is_share: bool) -> str:
    if isinstance(cell, float):
        if isnan(cell):
            return "–"
        return percent(cell) if is_share else number(cell, 2)
    return str(cell) or "–"


def _objective(plan: PlanStanding, objective: ObjectiveStanding, view: View, frame: Frame) -> bytes:
    neighbours = [
        other
        for pair in pairwise(plan.objectives)
        if objective in pair
        for other in pair
        if other is not objective
    ]
    method = frame.link(layout.METHOD)
    return render(
        "objective.html",
        frame,
        f"{objective.code} · {objective.title}",
        description=objective.aim,
        plan=plan,
        not_adopted=headline.not_adopted(plan),
        goal=next(goal for goal in plan.goals if objective in goal.objectives),
        objective=objective,
        badge=Html(objective_card.badge(objective.statuses)),
        verdict=verdict(plan, objective),
        former=former.label(),
        former_verdict=Html(former.build(objective, view)),
        firm=Html(why.build(plan, objective, lambda rule: f"{method}#{rule}")),
        indicators=[indicators.section(indicator, view) for indicator in objective.indicators],
        versions=Html(versions.build(objective, view)),
        decided=decided.about(objective.code, view, frame),
        neighbours=neighbours,
    )


def _method(plan: PlanStanding, frame: Frame) -> bytes:
    plain, formulas, after = documents.method()
    return render(
        "method.html",
        frame,
        _("How progress is measured"),
        plain=prose(plain),
        examples=Html(examples.build(plan)),
        formulas=prose(formulas),
        parameters=Html(documents.parameters()),
        after=prose(after),
        metadata=Html(metadata.build(plan)),
    )


def _search(plan: PlanStanding, view: View, frame: Frame) -> bytes:
    return render("search.html", frame, _c("page", "Search"), groups=entries.groups(plan, view))


def _data(plan: PlanStanding, view: View, frame: Frame) -> bytes:
    rows = [
        [
            Html(f'<a href="{frame.link(file.path)}" download>{file.name}</a>'),
            file.title,
            _("{size} kB", size=number(len(file.content) / 1000, 0)),
        ]
        for file in downloads.offered(plan, view)
    ]
    return render(
        "data.html",
        frame,
        _("Data to take along"),
        files=_grid([_("File"), _("What is in it"), _("Size")], rows),
        sources=prose(documents.sources()),
    )


def archive(builds: list[Build], frame: Frame) -> bytes:
    """The page that lists every build."""
    rows = [
        [
            Html(
                f'<a href="{frame.shared(layout.archived(build.key) + layout.HOME)}">'
                f'<span class="day">{build.as_of}</span></a>'
            ),
            _("Plan {version}", version=build.plan),
            stamp(build.built_at),
            number(build.entry),
            answer(is_yes=build.is_invented),
        ]
        for build in builds
    ]
    columns = [
        _("Figures known on"),
        _("Plan version"),
        _("Built on"),
        _("Audit entry"),
        _("Invented figures"),
    ]
    return render("archive.html", frame, _("Archive of builds"), builds=_grid(columns, rows))
