"""The bars of four per mille beside what is emitted and what studies find possible."""

from collections.abc import Iterator
from typing import Any

import altair as alt
import pandas as pd

from components.exhibits.exhibit import cited, share
from components.language.spoken import cached
from components.language.text import _, number
from components.look import colours, theme
from components.look.theme import Palette
from store.soil import facts, stocks
from store.soil.budget import Year
from store.soil.comparison import Comparison
from store.soil.potentials import Potential
from store.soil.sources import Source

COLUMNS = ["row", "group", "name", "low", "high", "label", "tooltip"]
COLOURS = {
    "emitted": colours.EMITTED,
    "reckoned": colours.RECKONED,
    "possible": colours.POSSIBLE,
}
HEAD = "head"  # the kind of a row that names a group
STEP = 42  # pixels of a row


def frame(compared: Comparison) -> pd.DataFrame:
    """Every bar as a row, below a row that names its group.

    Shape: columns are COLUMNS; a row that names a group has neither low nor high.
    Unit:  low and high in Gt C a year; row counts from above.
    """
    rows = [{"row": at, **row} for at, row in enumerate(_rows(compared))]
    return pd.DataFrame(rows, columns=COLUMNS)


def _rows(compared: Comparison) -> Iterator[dict[str, object]]:
    year = compared.year
    if year is not None:
        yield {"group": HEAD, "name": _("Emitted")}
        name = _("Fossil CO₂, {year}", year=year.year)
        yield _bar("emitted", name, year.fossil, number(year.fossil, 2), [year.source])
        give = facts.facts()["land-use-uncertainty"].low
        said = _("{value} ± {give}", value=number(year.land_use, 2), give=number(give, 1))
        name = _("Land-use change, {year}", year=year.year)
        yield _bar("emitted", name, year.land_use, said, [year.source])
    yield {"group": HEAD, "name": _("Four per mille, as arithmetic")}
    name = _("4 ‰ of all topsoil (0–30 cm), forest and tundra included")
    yield _bar("reckoned", name, compared.reckoned, _of(compared.reckoned, year), [stocks.origin()])
    if compared.cropland is not None and compared.on_cropland is not None:
        said = _of(compared.on_cropland, year)
        name = _("4 ‰ of cropland topsoil (0–30 cm)")
        yield _bar("reckoned", name, compared.on_cropland, said, [compared.cropland.source])
    if compared.possible:
        yield {"group": HEAD, "name": _("What studies find possible")}
        yield from map(_possible, compared.possible)


def _bar(
    group: str, name: str, value: float, label: str, sources: list[Source]
) -> dict[str, object]:
    return {
        "group": group,
        "name": name,
        "low": 0.0,
        "high": value,
        "label": label,
        "tooltip": f"{name}: {label}. {cited(sources)}",
    }


def _of(value: float, year: Year | None) -> str:
    if year is None:
        return number(value, 2)
    return _(
        "{value} = {part} of fossil {year}",
        value=number(value, 2),
        part=share(value / year.fossil),
        year=year.year,
    )


def _possible(potential: Potential) -> dict[str, object]:
    name = {
        "zomer-2017": _("Cropland, technical (Zomer et al. 2017)"),
        "fuss-2018": _("Technically feasible (in Amelung et al. 2020)"),
        "sr15-2018": _("Potential in 2050 (IPCC 2018, SR1.5)"),
        "srccl-2019": _("Mineral soils, full range (IPCC 2019, SRCCL)"),
    }[potential.id]
    low, high = potential.yearly or (0.0, 0.0)
    label = f"{number(low, 2)}–{number(high, 2)}"
    read = _(
        "Land: {land}. Read: {reading}.", land=potential.land or "–", reading=potential.reading
    )
    return {
        "group": "possible",
        "name": name,
        "low": low,
        "high": high,
        "label": label,
        "tooltip": f"{name}: {label}. {read} {cited([potential.source])}",
    }


@cached
def build(palette: Palette, rows: int, *, invented: bool) -> dict[str, Any]:
    """Bars from zero and ranges, their names above them, as Vega-Lite without data."""
    y = alt.Y("row:O").axis(None)
    scale = alt.Scale(domain=[0, 12], nice=False)
    colour = alt.Color("group:N", legend=None).scale(
        domain=list(COLOURS), range=[palette.pick(colour) for colour in COLOURS.values()]
    )
    base = alt.Chart().encode(y=y)
    bars = base.transform_filter(f"datum.group != '{HEAD}'")
    marks = bars.mark_bar(height=14, yOffset=9, cornerRadius=1).encode(
        x=alt.X("low:Q")
        .scale(scale)
        .axis(
            title=_("Gt C a year (1 Gt C = 3.67 Gt CO₂)"),
            values=list(range(0, 13, 2)),
            format="d",
            domain=False,
            ticks=False,
        ),
        x2=alt.X2("high:Q"),
        color=colour,
        tooltip=[alt.Tooltip("tooltip:N", title=_("Figure"))],
    )
    values = bars.mark_text(
        align="left", dx=7, dy=9, fontSize=13, fontWeight=600, color=palette.ink
    ).encode(x=alt.X("high:Q").scale(scale), text=alt.Text("label:N"))
    halo, names = theme.names_above(bars, palette)
    heads = (
        base.transform_filter(f"datum.group == '{HEAD}'")
        .mark_text(align="left", dy=8, fontSize=13.5, fontWeight=600, color=palette.ink)
        .encode(x=alt.XValue(0), text=alt.Text("name:N"))
    )
    chart = alt.layer(halo, names, marks, values, heads, data=alt.NamedData("source")).properties(
        width="container", height=rows * STEP
    )
    return theme.specify(chart, palette, invented=invented)
