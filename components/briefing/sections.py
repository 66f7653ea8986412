"""Chapters of a briefing: an objective with its indicators, of the world or of one region."""

from components.briefing import figures
from components.briefing.content import Chapter, Chart, Section
from components.indicator import regions_chart, trajectory_chart
from components.language.text import _
from components.look import isolation
from components.look.status import label
from components.look.theme import LIGHT
from components.objective import objective_card
from components.reader.places import name
from components.reader.view import View
from components.regions import region_figures
from components.wording.figures import latest_fact, objective_fact
from components.wording.objectives import verdict
from components.wording.sentence import firmness
from components.wording.verdicts import why
from store.models.places import WORLD
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding

HEIGHT = 200  # pixels of a trajectory on paper


def chapter(plan: PlanStanding, objective: ObjectiveStanding, view: View) -> Chapter:
    """One objective; of a region only the indicators that regions report."""
    shown = [
        (
            indicator,
            _("What is judged by 2030")
            if indicator.is_part
            else _("Beside it, not counted for 2030"),
        )
        for indicator in objective.indicators
        if view.is_world or region_figures.is_regional(indicator)
    ]
    return Chapter(
        code=objective.code,
        goal=objective.objective.goal_code,
        title=objective.title,
        aim=objective.aim,
        status=objective.statuses,
        why=whose(verdict(plan, objective), view),
        firm=whose(firmness(plan, objective), view),
        fact=objective_fact(objective) or _("none reported"),
        share=objective.progress,
        due=objective.expected,
        sections=tuple(_section(indicator, role, view) for indicator, role in shown),
    )


def _section(standing: IndicatorStanding, role: str, view: View) -> Section:
    indicator = standing.indicator
    figure_rows, countries = figures.of(standing, view)
    is_world, charts = view.is_world, _charts(standing, view)
    return Section(
        code=indicator.code,
        name=indicator.name,
        role=role,
        definition=indicator.definition,
        status=standing.statuses,
        why=whose(why(standing), view),
        facts=tuple(objective_card.facts(standing) if is_world else _there(standing, view)),
        outlook=objective_card.outlook(standing) if is_world and charts else "",
        charts=charts,
        targets=figures.targets(standing),
        figures=figure_rows,
        countries=countries,
        answers=figures.answers(countries),
        notes=(*objective_card.notes(standing), *objective_card.sources(standing)),
    )


def whose(sentence: str, view: View) -> str:
    """A verdict, which is the world's; beside a region's figures that is said."""
    return sentence if view.is_world else _("The world: {said}", said=sentence)


def _there(standing: IndicatorStanding, view: View) -> list[tuple[str, str]]:
    """The region's figure beside the world's."""
    judged = standing.regions.get(view.place)
    return [
        (
            _("Latest figure, {place}", place=name(view.place)),
            region_figures.known(standing, view.place, view) or _("none reported"),
        ),
        *([(_("Status there"), label(judged.statuses))] if judged else []),
        (
            _("Latest figure, {place}", place=name(WORLD)),
            latest_fact(standing) or _("none reported"),
        ),
        *((f"{row.kind} {row.year}", row.said) for row in figures.targets(standing)),
    ]


def _charts(standing: IndicatorStanding, view: View) -> tuple[Chart, ...]:
    """What there is to see: without a figure, the table of facts says all that a path could."""
    drawn = [isolation.build(lambda: _regions(standing, view), _nothing)]
    if view.is_world and standing.series:
        drawn.insert(0, isolation.build(lambda: _trajectory(standing), _nothing))
    return tuple(chart for chart in drawn if chart is not None and not chart.frame.empty)


def _nothing(_sentence: str) -> Chart | None:
    """No chart: the table of its figures says which of them cannot be shown."""
    return None


def _trajectory(standing: IndicatorStanding) -> Chart:
    frame, spec = trajectory_chart.draw(standing, LIGHT)
    return Chart("", {**spec, "height": HEIGHT}, frame, trajectory_chart.describe(standing))


def _regions(standing: IndicatorStanding, view: View) -> Chart:
    frame, spec = regions_chart.draw(standing, view, LIGHT)
    alt = "" if frame.empty else regions_chart.describe(standing, frame)
    return Chart(regions_chart.heading(standing), spec, frame, alt)
