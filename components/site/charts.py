"""A chart of the site: a picture for a wide and a narrow screen, and the data that enliven it.

The picture is in the page itself and needs no script; its colours follow the reader's theme.
"""

import re
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree  # to write; what is read goes through defusedxml

import defusedxml.ElementTree
import pandas as pd

from components.elements import pictures
from components.elements.captions import Caption
from components.gaps import gap_chart, gap_rows
from components.indicator import beside, regions_chart, trajectory_chart
from components.look import theme
from components.look.markup import Html
from components.reader import cache
from components.reader.view import View
from store.standing import GoalStanding, IndicatorStanding, PlanStanding

WIDE, NARROW = 720, 350  # pixels
SAVED = 860  # pixels of the plot in a picture that a reader saves
# What the renderer says of every mark, the page says once or the style sheet does.
IDLE = ("class", "role", "pointer-events", "font-family", "version")
UNSAID = {  # what holds without being said
    ("opacity", "1"),
    ("stroke-width", "1"),
    ("text-anchor", "start"),
    ("transform", "translate(0,0)"),
    ("x2", "0"),
    ("y2", "0"),
}
UNSEEN = ("background", "foreground")
SVG = "http://www.w3.org/2000/svg"
_LONG = re.compile(r"(\d+\.\d)\d{2,}")
_ARCS = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?")


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: what it says in words, its pictures, and its specification with its rows."""

    label: str
    wide: Html
    narrow: Html
    spec: dict[str, Any]


def trajectory(standing: IndicatorStanding, view: View) -> Chart | None:
    """The indicator over time; None where there is nothing to draw."""
    around_it = beside.of(standing, view)
    frame, spec = trajectory_chart.draw(standing, theme.EITHER, around_it)
    if frame.empty:
        return None
    around = _saved(
        f"trajectory-{standing.indicator.code}",
        trajectory_chart.caption(standing, view, around_it),
        view,
    )
    return _chart(spec, frame, trajectory_chart.describe(standing, around_it), around)


def regions(standing: IndicatorStanding, view: View) -> Chart | None:
    """The regions side by side; None where none of them reported."""
    frame, spec = regions_chart.draw(standing, view, theme.EITHER)
    if frame.empty:
        return None
    around = _saved(
        f"regions-{standing.indicator.code}", regions_chart.caption(standing, view), view
    )
    return _chart(spec, frame, regions_chart.describe(standing, frame), around)


def gaps(plan: PlanStanding, goal: GoalStanding, *, invented: bool) -> Chart:
    """How far each objective of a goal is, drawn once for all its pages."""
    key = (plan.plan.code, plan.until, goal.code)
    return cache.derived("site_gaps", key, lambda: _gaps(plan, goal, invented=invented))


def _gaps(plan: PlanStanding, goal: GoalStanding, *, invented: bool) -> Chart:
    rows = gap_rows.rows(plan)
    goal_rows = rows[rows["goal"] == goal.code]
    frame = goal_rows.assign(row=range(len(goal_rows))).reindex(columns=gap_chart.COLUMNS)
    spec = gap_chart.build(theme.EITHER, gap_chart.kinds(frame), invented=invented)
    view = View(plan.until, plan.plan.code)
    around = _saved(f"gaps-{goal.code}", gap_chart.caption(f"{goal.code} · {goal.name}"), view)
    return _chart(spec, frame, gap_chart.describe(frame), around)


def _saved(name: str, caption: Caption, view: View) -> dict[str, Any]:
    """What the script makes of the chart when a reader saves it: a name, and words around it."""
    prefix = "invented-" if cache.is_invented() else ""
    around = pictures.entitle(
        {"width": SAVED, "config": {}}, theme.LIGHT, caption.title, caption.below(view)
    )
    return {"name": f"{prefix}4p1000-{name}-plan{view.plan}-{view.as_of}", "around": around}


def _chart(
    spec: dict[str, Any],
    frame: pd.DataFrame,
    label: str,
    around: dict[str, Any],
) -> Chart:
    """A chart with its pictures for a wide and a narrow screen."""
    fixed = {**spec, "autosize": {"type": "fit-x", "contains": "padding"}}
    large, small = (pictures.complete(fixed, frame, width) for width in (WIDE, NARROW))
    live = pictures.complete({**spec, "description": label}, frame, WIDE)
    return Chart(
        label=label,
        wide=_picture(large, "wide", label),
        narrow=_picture(small, "narrow", label),
        spec={**live, "width": "container", "usermeta": around},
    )


def still(spec: dict[str, Any], frame: pd.DataFrame, label: str, width: int) -> Html:
    """A picture without script, in one size that any screen scales."""
    layers = [layer for layer in spec["layer"] if not _is_halo(layer)]
    fixed = {**spec, "layer": layers, "autosize": {"type": "fit-x", "contains": "padding"}}
    return _picture(pictures.complete(fixed, frame, width), "still", label)


def _is_halo(layer: dict[str, Any]) -> bool:
    """Whether a layer only sets words off what lies below them: on a light page it is left out."""
    mark = layer.get("mark", {})
    return isinstance(mark, dict) and mark.get("type") == "text" and "stroke" in mark


def _picture(spec: dict[str, Any], name: str, label: str) -> Html:
    """The drawing as an element of a page, without what the page says of it anyway."""
    root = defusedxml.ElementTree.fromstring(pictures.svg(spec))
    for parent in root.iter():
        for child in [child for child in parent if child.get("class") in UNSEEN]:
            parent.remove(child)
    for element in root.iter():
        # Which prefix a namespace is written with is the process's, and the feed has its own.
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        attributes = {
            key: _LONG.sub(r"\1", value) for key, value in element.items() if _says(key, value)
        }
        element.attrib = attributes
        _round(element)
    root.attrib |= {"class": name, "role": "img", "aria-label": label, "xmlns": SVG}
    return Html(ElementTree.tostring(root, encoding="unicode"))


def _round(element: ElementTree.Element) -> None:
    """A circle that Vega writes as two arcs, as a circle: four times as short."""
    arcs = _ARCS.fullmatch(element.get("d", ""))
    if arcs:
        element.tag = element.tag.replace("path", "circle")
        element.attrib.pop("d")
        element.set("r", arcs[1])


def _says(key: str, value: str) -> bool:
    return not (key in IDLE or key.startswith("aria-") or (key, value) in UNSAID)
