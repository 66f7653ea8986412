"""The timeline of activities: a bar each, or, where they are many, how many began in each year."""

import datetime as dt
from typing import Any

import altair as alt
import pandas as pd

from components.activities.wording import MARKS, colours, dates, state_name, what
from components.language.spoken import cached
from components.language.text import _, _c
from components.look import theme
from components.look.theme import Palette
from store.models import Activity
from store.models.activities import ActivityState

MOST_BARS = 24
STEP = 32
COLUMNS = ["row", "title", "what", "state", "word", "when", "start", "end"]


def frame(rows: list[Activity], as_of: dt.date) -> pd.DataFrame:
    """A row an activity, the first to begin on top; or a row a year and state, with its count.

    Shape: columns are COLUMNS, or year, state, word and count for more than MOST_BARS rows.
    """
    if len(rows) > MOST_BARS:
        return _counts(rows)
    ordered = sorted(rows, key=lambda row: (row.starts_on, row.title))
    data = pd.DataFrame(
        [
            {
                "row": position,
                "title": row.title,
                "what": what(row),
                "state": row.state,
                "word": state_name(row.state),
                "when": dates(row),
                "start": row.starts_on,
                "end": row.ends_on or max(as_of, row.starts_on),
            }
            for position, row in enumerate(ordered)
        ],
        columns=COLUMNS,
    )
    return data.assign(start=pd.to_datetime(data["start"]), end=pd.to_datetime(data["end"]))


def _counts(rows: list[Activity]) -> pd.DataFrame:
    counts = pd.DataFrame(
        {"year": [r.starts_on.year for r in rows], "state": [r.state for r in rows]}
    )
    counted = counts.value_counts(["year", "state"], sort=False).reset_index(name="count")
    return counted.assign(word=[state_name(state) for state in counted["state"]])


@cached
def build(palette: Palette, *, counted: bool, invented: bool) -> dict[str, Any]:
    """The timeline as Vega-Lite without data; it fits any width."""
    chart = _columns(palette) if counted else _bars(palette)
    return theme.specify(chart, palette, invented=invented)


def _colour(palette: Palette) -> alt.Color:
    names = [state_name(state) for state in ActivityState]
    scale = alt.Scale(domain=names, range=colours(palette))
    return alt.Color("word:N").scale(scale).legend(orient="top", symbolOpacity=1)


def _bars(palette: Palette) -> alt.TopLevelMixin:
    names = [state_name(state) for state in ActivityState]
    shapes = alt.Scale(domain=names, range=[MARKS[state].shape for state in ActivityState])
    y = alt.Y("row:O").axis(None)
    # Room for half a mark: at the edge of the picture the pointer would not meet it.
    # A year is named after its first day's line, so that its last day does not seem the next year.
    x = (
        alt.X("start:T")
        .axis(
            title=None,
            orient="top",
            format="%Y",
            tickCount="year",
            domain=False,
            ticks=False,
            labelAlign="left",
            labelOffset=4,
        )
        .scale(padding=12)
    )
    tooltip = [
        alt.Tooltip(field, title=title)
        for field, title in (
            ("title:N", _("Activity")),
            ("what:N", _c("kind of activity", "What")),
            ("word:N", _c("heading", "State")),
            ("when:N", _("When")),
        )
    ]
    base = alt.Chart().encode(y=y, x=x, tooltip=tooltip)
    low = 8
    lasting = base.transform_filter("datum.end > datum.start")
    bar = lasting.mark_bar(height=7, cornerRadius=3.5, opacity=0.75, yOffset=low).encode(
        x2=alt.X2("end:T"), color=_colour(palette)
    )
    point = base.mark_point(filled=True, size=70, opacity=1, yOffset=low).encode(
        color=_colour(palette),
        shape=alt.Shape("word:N").scale(shapes).legend(orient="top"),
    )
    labels = (
        alt.Chart()
        .mark_text(align="left", baseline="bottom", dy=-1, fontSize=12.5, limit=alt.expr("width"))
        .encode(y=y, x=alt.XValue(0), text=alt.Text("title:N"), tooltip=tooltip)
    )
    return alt.layer(bar, point, labels, data=alt.NamedData("source")).properties(
        width="container", height=alt.Step(STEP)
    )


def _columns(palette: Palette) -> alt.TopLevelMixin:
    title = _("activities by the year in which they began")
    x = alt.X("year:O").axis(title=title, labelAngle=0, labelOverlap=True)
    y = alt.Y("count:Q").axis(title=None, domain=False, ticks=False)
    tooltip = [
        alt.Tooltip("year:O", title=_("Year")),
        alt.Tooltip("word:N", title=_c("heading", "State")),
        alt.Tooltip("count:Q", title=_("Activities")),
    ]
    return (
        alt.Chart(alt.NamedData("source"))
        .mark_bar()
        .encode(x=x, y=y, color=_colour(palette), tooltip=tooltip)
        .properties(width="container", height=320)
    )
