"""The Overview's content in Panel: `panel_app.py VIEWS PORT`."""

import json
import sys
from copy import deepcopy
from html import escape
from pathlib import Path

import panel as pn

VIEWS = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
pn.extension("vega")


def tiles(view: dict) -> str:
    """The objectives as a grid."""
    cards = "".join(
        f'<div><div><span style="color:{one["colour"]}">{one["mark"]}</span>'
        f"<b>{escape(one['name'])}</b></div><div>{escape(one['status'])}</div>"
        f"<div>{escape(one['fact'])}</div></div>"
        for one in view["tiles"]
    )
    return f'<div style="display:grid;grid-template-columns:repeat(6,1fr)">{cards}</div>'


def table(one: dict) -> str:
    """All rows of one table."""
    head = "".join(f"<th>{escape(name)}</th>" for name in one["columns"])
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in one["rows"])
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def page() -> pn.Column:
    """One visitor's page."""
    plan = pn.widgets.RadioButtonGroup(
        options={f"Plan {code}": code for code in VIEWS}, value="2022"
    )
    gauges = pn.pane.Vega()
    grid, changes = pn.pane.HTML(sizing_mode="stretch_width"), pn.pane.HTML()

    def show(code: str) -> None:
        view = VIEWS[code]
        gauges.object = deepcopy(view["gauges"])  # Panel takes the data out of what it is given
        grid.object = tiles(view)
        changes.object = "".join(map(table, view["changes"]))

    show(plan.value)
    plan.param.watch(lambda event: show(event.new), "value")
    title = pn.pane.HTML("<h1>Where the Initiative stands</h1>")
    return pn.Column(plan, title, gauges, grid, changes, sizing_mode="stretch_width")


pn.serve({"": page}, port=int(sys.argv[2]), address="127.0.0.1", show=False)
