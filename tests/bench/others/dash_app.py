"""The Overview's content in Dash: `dash_app.py VIEWS PORT`."""

import json
import sys
from pathlib import Path

from dash import Dash, Input, Output, dash_table, dcc, html
from dash_vega_components import Vega

VIEWS = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))


def tile(one: dict) -> html.Div:
    """One objective."""
    return html.Div(
        [
            html.Div([html.Span(one["mark"], style={"color": one["colour"]}), html.B(one["name"])]),
            html.Div(one["status"]),
            html.Div(one["fact"]),
        ]
    )


def table(one: dict) -> dash_table.DataTable:
    """The first page of the rows; the others are there to turn to."""
    named = [dict(zip(one["columns"], row, strict=True)) for row in one["rows"]]
    columns = [{"name": name, "id": name} for name in one["columns"]]
    return dash_table.DataTable(named, columns, page_size=10, sort_action="native")


app = Dash(title="Overview")
app.layout = html.Div(
    [
        dcc.RadioItems([{"label": f"Plan {p}", "value": p} for p in VIEWS], "2022", id="plan"),
        html.H1("Where the Initiative stands"),
        Vega(id="gauges"),
        html.H2("24 objectives"),
        html.Div(id="tiles", style={"display": "grid", "gridTemplateColumns": "repeat(6, 1fr)"}),
        html.H2("What changed"),
        html.Div(id="changes"),
    ]
)


@app.callback(
    Output("gauges", "spec"),
    Output("tiles", "children"),
    Output("changes", "children"),
    Input("plan", "value"),
)
def show(plan: str) -> tuple:
    """Answer a click."""
    view = VIEWS[plan]
    return view["gauges"], [*map(tile, view["tiles"])], [*map(table, view["changes"])]


app.run(port=sys.argv[2], debug=False)
