"""One indicator as a page of the site shows it: verdict, charts, numbers, notes, every figure."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.figures import provenance, remarks, rivals, telling
from components.indicator import regions_chart
from components.language.text import _
from components.look import isolation
from components.look.markup import Html, grid, on, source
from components.objective import objective_card
from components.reader import cache
from components.reader.view import View
from components.site import charts
from components.site.charts import Chart
from components.wording.verdicts import why
from store.figures.remarks import annotations
from store.standing import IndicatorStanding

MOST_STACKED = 12  # rows that a phone shows below each other; more are easier read as a table


@dataclass(frozen=True, slots=True)
class Section:
    """What the page says of an indicator."""

    code: str
    name: str
    role: str
    badge: Html
    why: str
    trajectory: Chart | None
    nothing: str
    outlook: str
    regions: Chart | None
    by_region: str
    facts: list[tuple[str, str]]
    notes: list[str]
    remarks: list[str]
    count: int
    cut: str
    measurements: Html
    rivals: Html
    tell: Html


def section(standing: IndicatorStanding, view: View) -> Section:
    """What the page on screen shows of the indicator, put together once for all its pages."""
    key = (standing.indicator.code, view)
    return cache.derived("site_section", key, lambda: _section(standing, view))


def _section(standing: IndicatorStanding, view: View) -> Section:
    indicator = standing.indicator
    readings = provenance.of(standing, view)
    trajectory = isolation.build(lambda: charts.trajectory(standing, view), _nothing)
    return Section(
        code=indicator.code,
        name=indicator.name,
        role=objective_card.role(standing),
        badge=Html(objective_card.badge(standing.statuses)),
        why=why(standing),
        trajectory=trajectory,
        nothing="" if trajectory else objective_card.nothing_to_draw(standing),
        outlook=objective_card.outlook(standing),
        regions=isolation.build(lambda: charts.regions(standing, view), _nothing),
        by_region=regions_chart.heading(standing),
        facts=objective_card.facts(standing),
        notes=[*objective_card.notes(standing), *objective_card.sources(standing)],
        remarks=remarks.lines(readings, cache.ask(annotations, view.until)),
        count=len(readings),
        cut=provenance.cut(readings),
        measurements=table(provenance.rows(standing, readings, view)) if readings else Html(),
        rivals=Html(rivals.build(indicator, readings, view)),
        tell=Html(telling.by_mail(indicator, readings, view.as_of)),
    )


def _nothing(_sentence: str) -> Chart | None:
    """No chart: the table of its figures says which of them cannot be shown."""
    return None


def table(rows: pd.DataFrame) -> Html:
    """Figures as a table, each with its source as a link; what no figure has gets no column."""
    names = [_("Place"), _("Period"), _("Figure"), _("Source"), _("Note"), _("Why corrected")]
    names += [_("Reported by"), _("Approved by"), _("Known on"), _("Entry")]
    columns = [name for name in names if rows[name].astype(str).any()]
    cells = [[_cell(row, name) for name in columns] for row in rows.to_dict("records")]
    return Html(grid(columns, cells, stacked=len(cells) <= MOST_STACKED))


def _cell(row: dict[Hashable, Any], name: str) -> str:
    if name == _("Source"):
        return source(str(row[name]), str(row[_("Link")]))
    if name == _("Known on"):
        return on(row[name])
    return str(row[name])
