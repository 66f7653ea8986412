"""Parties whose texts have words of a group, in the first round and in the newest text."""

from typing import Any

import altair as alt
import pandas as pd

from components.language.spoken import cached
from components.language.text import _, number
from components.look import colours, theme
from components.look.theme import Palette
from store.ndc.counts import Counts

COLUMNS = ["row", "name", "when", "parties", "other", "label", "tooltip"]
STEP = 40  # pixels of a row
LARGE = "soil_carbon"  # the group that the title speaks of


def names() -> dict[str, str]:
    """The groups of words, as a reader calls them."""
    return {
        "soil": _("Soil, in any sense"),
        "soil_practices": _("Compost, residues, no-till, manure, agroecology"),
        "wetland": _("Wetlands"),
        "grassland": _("Grassland, pasture, rangeland"),
        "agroforestry": _("Agroforestry, silvopasture"),
        "soil_health": _("Soil health or fertility"),
        "soil_carbon": _("Soil carbon or soil organic matter"),
        "soil_carbon_outside_pool_lists": _("of these not only in a list of carbon pools"),
        "peatland": _("Peatland, organic soils"),
    }


def frame(counts: Counts) -> pd.DataFrame:
    """Two rows a group.

    Shape: columns are COLUMNS; `other` is the count at the other end of the line between both.
    Unit:  Parties, of those with a first and a later text.
    """
    named, rows = names(), []
    for row, one in enumerate(counts.groups):
        said = _(
            "{group}: {first} of {all} at first, {newest} now",
            group=named[one.group],
            first=number(one.first),
            all=number(counts.parties),
            newest=number(one.newest),
        )
        for when, parties, other in (
            ("first", one.first, one.newest),
            ("newest", one.newest, one.first),
        ):
            label = {"name": named[one.group], "label": number(parties), "tooltip": said}
            rows.append({"row": row, "when": when, "parties": parties, "other": other, **label})
    return pd.DataFrame(rows, columns=COLUMNS)


@cached
def build(palette: Palette, *, rows: int, parties: int, invented: bool) -> dict[str, Any]:
    """Two dots a row with the name above them, as Vega-Lite without data."""
    scale = alt.Scale(domain=[0, parties], nice=False)
    whens = ["first", "newest"]
    legend = alt.Legend(
        orient="top",
        symbolSize=110,
        labelExpr=f"datum.value == 'first' ? '{_('first NDC')}' : '{_('newest text')}'",
    )
    grey, green = palette.pick(colours.EMITTED), palette.pick(colours.POSSIBLE)
    base = alt.Chart().encode(y=alt.Y("row:O").axis(None), x=alt.X("parties:Q").scale(scale))
    first = base.transform_filter("datum.when == 'first'")
    newest = base.transform_filter("datum.when == 'newest'")
    link = first.mark_rule(color=palette.muted, strokeWidth=2, opacity=0.6, yOffset=9, aria=False)
    dots = base.mark_circle(size=120, opacity=1, yOffset=9).encode(
        x=alt.X("parties:Q")
        .scale(scale)
        .axis(
            title=_("Parties whose text has the words, of {all}", all=number(parties)),
            domain=False,
            ticks=False,
            format="d",
            tickCount=8,
        ),
        color=alt.Color("when:N", legend=legend).scale(domain=whens, range=[grey, green]),
        tooltip=[alt.Tooltip("tooltip:N", title=_("Figure"))],
    )
    text = {"dy": 9, "fontSize": 13, "aria": False}
    before = first.mark_text(align="right", dx=-10, color=palette.muted, **text)
    after = newest.mark_text(align="left", dx=10, fontWeight=600, color=palette.ink, **text)
    halo, names = theme.names_above(first, palette)
    layers = (
        halo,
        names,
        link.encode(x2=alt.X2("other:Q")),
        dots,
        before.encode(text=alt.Text("label:N")),
        after.encode(text=alt.Text("label:N")),
    )
    chart = alt.layer(*layers, data=alt.NamedData("source"))
    return theme.specify(
        chart.properties(width="container", height=rows * STEP), palette, invented=invented
    )
