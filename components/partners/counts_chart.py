"""Partners and members over the years, a row a group: bars on one scale, names above them."""

from typing import Any

import altair as alt
import pandas as pd

from components.language.spoken import cached
from components.language.text import _, _c, _n
from components.look import theme
from components.look.theme import Palette
from store.partners.register import Count

COLUMNS = ["year", "foot", "partners", "members", "title", "label"]
STEP, AXIS = 68, 30  # pixels of a row, and of the years below them all
TALLEST, TITLE = 0.52, 0.7  # how high the tallest bar and the title stand, in rows


def frame(counted: dict[str, list[Count]]) -> pd.DataFrame:
    """Every bar as a row of the chart.

    Shape: columns are COLUMNS; the first bar of a group carries its title.
    Unit:  foot, partners and members are heights in rows of the chart, counted from below.
    """
    most = max(count.partners for counts in counted.values() for count in counts)
    rows: list[dict[str, object]] = []
    for position, (group, counts) in enumerate(counted.items()):
        foot = len(counted) - 1 - position
        rows += [
            {
                "year": count.day.year,
                "foot": foot,
                "partners": foot + TALLEST * count.partners / most,
                "members": foot + TALLEST * count.members / most,
                "title": _title(group, counts[-1]) if count is counts[0] else "",
                "label": f"{group}, {count.day}: {sentence(count)}",
            }
            for count in counts
        ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _title(group: str, last: Count) -> str:
    return f"{group[:1].upper()}{group[1:]}: {sentence(last)}"


def sentence(count: Count) -> str:
    """A count in words."""
    partners = _n("{count} partner", "{count} partners", count.partners)
    if not count.members:
        return partners
    members = _n("{count} member", "{count} members", count.members)
    return _("{partners} ({members})", partners=partners, members=members)


@cached
def build(palette: Palette, rows: int, *, invented: bool) -> dict[str, Any]:
    """So many rows as Vega-Lite without data; they fit any width."""
    scale = alt.Scale(domain=[0, rows], nice=False)
    y = alt.Y("partners:Q").scale(scale).axis(None)
    base = alt.Chart().encode(
        x=alt.X("year:O").axis(
            title=None, domain=False, ticks=False, labelAngle=0, labelOverlap=True
        ),
        tooltip=[alt.Tooltip("label:N", title=_c("number of organisations", "Count"))],
    )
    named = alt.Chart().transform_filter("datum.title != ''")
    layers = alt.layer(
        named.mark_rule(color=palette.line, aria=False).encode(
            x=alt.XValue(0), x2=alt.X2Value("width"), y=alt.Y("foot:Q").scale(scale).axis(None)
        ),
        base.mark_bar(color=palette.ramp[1]).encode(y=y, y2=alt.Y2("foot:Q")),
        base.mark_bar(color=palette.ramp[4], aria=False).encode(
            y=alt.Y("members:Q").scale(scale).axis(None), y2=alt.Y2("foot:Q")
        ),
        named.transform_calculate(above=f"datum.foot + {TITLE}")
        .mark_text(align="left", fontSize=14, color=palette.ink)
        .encode(
            x=alt.XValue(0), y=alt.Y("above:Q").scale(scale).axis(None), text=alt.Text("title:N")
        ),
        data=alt.NamedData("source"),
    ).properties(width="container", height=rows * STEP + AXIS)
    return theme.specify(layers, palette, invented=invented)
