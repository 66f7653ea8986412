"""How fast measured soils changed at first and later, beside four per mille a year."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from components.exhibits.exhibit import Exhibit, Missing, Panel, kept, not_yet
from components.language.spoken import cached
from components.language.text import _, number
from components.look import colours, theme
from components.look.theme import Palette
from components.reader import cache
from components.soil import names
from store.soil import experiments, facts, rates
from store.soil.rates import Rates, Slope
from store.soil.stocks import PER_MILLE

KEY = "soil_rates"
COLUMNS = ["row", "name", "when", "rate", "other", "label", "tooltip"]
STEP = 38  # pixels of a row
LINES = (0, PER_MILLE)  # per mille a year


@kept
def exhibit(as_of: dt.date) -> Exhibit | Missing:
    """The chart; before any series was known the sentence that says so."""
    known = experiments.known(as_of)
    called = _("How fast")
    if not known:
        first = min(experiments.series(), key=lambda series: series.source.known_on)
        return Missing(KEY, called, not_yet(as_of, first.source))
    rated, invented = rates.of(known), cache.is_invented()
    data = frame(rated)
    poulton = facts.known("poulton-rate", as_of)
    sources = [series.source for series in known]
    return Exhibit(
        key=KEY,
        name=called,
        title=_title(rated),
        reading=_(
            "Measured change a year, per mille of the stock at the start. Dot: first two to four"
            " decades. Diamond: last half of the series. A slope between two samplings, not a fit."
        ),
        panels=(Panel(data, lambda palette: build(palette, len(rated), invented=invented)),),
        alt=_describe(rated),
        caption=_caption(as_of),
        caveats=(
            _("Most starts of the 19th century are estimates, so the first slopes are too."),
            _(
                "Per mille of the first stock, not of the present one: a line of 4 ‰ here is the"
                " dashed line of the charts above."
            ),
        ),
        table=_table(rated),
        sources=(*sources, poulton.source) if poulton else tuple(sources),
    )


def _title(rated: Sequence[Rates]) -> str:
    return _(
        "Fast at first, slower later: {early} of {all} series began above four per mille a year,"
        " {late} stayed there",
        early=number(sum(pair.early.per_mille > PER_MILLE for pair in rated)),
        all=number(len(rated)),
        late=number(
            sum(min(pair.early.per_mille, pair.late.per_mille) > PER_MILLE for pair in rated)
        ),
    )


def frame(rated: Sequence[Rates]) -> pd.DataFrame:
    """Two rows a series.

    Shape: columns are COLUMNS; `other` is the rate at the other end of the line between both.
    Unit:  rates in per mille of the first stock a year.
    """
    rows = []
    for row, pair in enumerate(rated):
        for when, slope, other in (
            ("early", pair.early, pair.late),
            ("late", pair.late, pair.early),
        ):
            said = f"{names.whole(pair.series)}: {_said(slope)}"
            rows.append(
                {
                    "row": row,
                    "name": _(
                        "{series}, {depth} cm",
                        series=names.whole(pair.series),
                        depth=names.depth(pair.series),
                    ),
                    "when": when,
                    "rate": slope.per_mille,
                    "other": other.per_mille,
                    "label": number(slope.per_mille, 0),
                    "tooltip": said,
                }
            )
    return pd.DataFrame(rows, columns=COLUMNS)


def _said(slope: Slope) -> str:
    return _(
        "{rate} ‰ a year, {start} to {end} ({years} years)",
        rate=number(slope.per_mille, 1),
        start=slope.start.year,
        end=slope.end.year,
        years=slope.years,
    )


@cached
def build(palette: Palette, rows: int, *, invented: bool) -> dict[str, Any]:
    """Two marks a row with the name above them, as Vega-Lite without data."""
    y = alt.Y("row:O").axis(None)
    scale = alt.Scale(domain=[-20, 45], nice=False)
    x = alt.X("rate:Q").scale(scale)
    early, late = palette.pick(colours.POSSIBLE), palette.pick(colours.TREATMENTS["stopped"])
    rust, is_asked = palette.pick(colours.RECKONED), f"datum.at == {PER_MILLE}"
    whens, shapes = ["early", "late"], ["circle", "diamond"]
    said = f"datum.value == 'early' ? '{_('first decades')}' : '{_('last half')}'"
    legend = alt.Legend(orient="top", labelExpr=said, symbolSize=110)
    base = alt.Chart().encode(y=y, x=x)
    lines = (
        alt.Chart(alt.Data(values=[{"at": at, "text": f"{at} ‰"} for at in LINES]))
        .mark_rule(strokeWidth=1.3)
        .encode(
            x=alt.X("at:Q").scale(scale),
            color=alt.condition(is_asked, alt.value(rust), alt.value(palette.ink)),
            strokeDash=alt.condition(is_asked, alt.value([5, 4]), alt.value([1, 0])),
        )
    )
    heads = (
        alt.Chart(alt.Data(values=[{"at": PER_MILLE, "text": f"{PER_MILLE} ‰"}]))
        .mark_text(y=-8, fontWeight=600, fontSize=13, color=rust)
        .encode(x=alt.X("at:Q").scale(scale), text=alt.Text("text:N"))
    )
    link = (
        base.transform_filter("datum.when == 'early'")
        .mark_rule(color=palette.muted, strokeWidth=1.4, opacity=0.6, yOffset=8, aria=False)
        .encode(x2=alt.X2("other:Q"))
    )
    marks = base.mark_point(filled=True, size=100, opacity=1, yOffset=8).encode(
        x=x.axis(
            title=_("Change a year, ‰ of the stock at the start"),
            values=[-20, -10, 0, 10, 20, 30, 40],
            domain=False,
            ticks=False,
        ),
        color=alt.Color("when:N", legend=legend).scale(domain=whens, range=[early, late]),
        shape=alt.Shape("when:N", legend=legend).scale(domain=whens, range=shapes),
        tooltip=[alt.Tooltip("tooltip:N", title=_("Figure"))],
    )
    beginnings = base.transform_filter("datum.when == 'early'")
    halo, named = theme.names_above(beginnings, palette)
    chart = alt.layer(
        lines, heads, halo, named, link, marks, data=alt.NamedData("source")
    ).properties(width="container", height=rows * STEP)
    return theme.specify(chart, palette, invented=invented)


def _describe(rated: Sequence[Rates]) -> str:
    each = "; ".join(
        _(
            "{series}: {early} ‰ a year at first, {late} ‰ later",
            series=names.whole(pair.series),
            early=number(pair.early.per_mille, 1),
            late=number(pair.late.per_mille, 1),
        )
        for pair in rated
    )
    return _("{title}. {series}.", title=_title(rated), series=each)


def _caption(as_of: dt.date) -> str:
    rate, part = facts.known("poulton-rate", as_of), facts.known("poulton-share", as_of)
    count = facts.known("poulton-comparisons", as_of)
    if rate is None or part is None or count is None:
        return _("A gain is early and finite: under an unchanged practice soil nears a new level.")
    return _(
        "A gain is early and finite. {rate} ‰ at 0–23 cm is about 4 ‰ at 0–40 cm; Poulton et al."
        " 2018 found more than that in {part} % of {count} comparisons, and severe limits in"
        " practice.",
        rate=number(rate.low),
        part=number(part.low),
        count=number(count.low),
    )


def _table(rated: Sequence[Rates]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Experiment"): names.experiment(pair.series),
                _("Treatment"): names.treatment(pair.series),
                _("Depth, cm"): pair.series.depth,
                _("First decades, ‰ a year"): round(pair.early.per_mille, 1),
                _("First years"): f"{pair.early.start.year}–{pair.early.end.year}",
                _("Last half, ‰ a year"): round(pair.late.per_mille, 1),
                _("Last years"): f"{pair.late.start.year}–{pair.late.end.year}",
            }
            for pair in rated
        ]
    )
