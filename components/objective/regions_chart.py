"""The regions side by side: a row each, a dot a year, on one scale."""

from typing import Any

import altair as alt
import pandas as pd

from components.elements import chart
from components.elements.captions import Caption, cited
from components.language.spoken import cached
from components.language.text import _, given
from components.look import isolation, theme
from components.look.markup import show_note
from components.look.theme import Palette
from components.reader import cache
from components.reader.places import name
from components.reader.view import View
from components.wording.figures import reading_figure, reading_period
from store.figures.approved import Reading
from store.figures.judgement import is_yes_or_no
from store.models import Indicator
from store.models.places import REGIONS
from store.standing import IndicatorStanding

COLUMNS = ["place", "year", "value", "short", "label"]


def heading(standing: IndicatorStanding) -> str:
    """What stands above the chart: what its numbers count, unless regions answer yes or no."""
    if is_yes_or_no(standing.indicator, f"R-{REGIONS[0]}"):
        return _("By region")
    return _("By region, in {unit}", unit=standing.indicator.unit)


def frame(standing: IndicatorStanding, view: View) -> pd.DataFrame:
    """The regions' figures as rows; a region that said nothing keeps an empty row.

    Shape: columns are COLUMNS.
    Unit:  value in the indicator's unit; year is the calendar year the period ends in.
    """
    readings = region_readings(standing, view)
    rows = [
        {
            "place": name(reading.place_code),
            "year": reading.period_end.year,
            "value": reading.figure,
            "short": brief(standing.indicator, reading),
            "label": f"{reading_period(reading)}: {reading_figure(standing.indicator, reading)}",
        }
        for reading in readings
    ]
    if not rows:
        return pd.DataFrame(columns=COLUMNS)
    silent = [code for code in _places(view) if code not in {r.place_code for r in readings}]
    years = [reading.period_end.year for reading in readings]
    rows += [{"place": name(code), "year": max(years)} for code in silent]
    return pd.DataFrame(rows, columns=COLUMNS)


def region_readings(standing: IndicatorStanding, view: View) -> list[Reading]:
    """The figures of the regions, or of the one chosen."""
    places = _places(view)
    return [
        reading
        for reading in standing.readings
        if reading.place_code in places and reading.figure is not None
    ]


def _places(view: View) -> list[str]:
    return [f"R-{code}" for code in REGIONS] if view.is_world else [view.place]


@cached
def build(palette: Palette, *, invented: bool) -> dict[str, Any]:
    """One row a region, one column a year, as Vega-Lite without data; it fits any width."""
    x = alt.X("year:O").axis(
        title=None, orient="top", domain=False, ticks=False, labelAngle=0, labelOverlap=True
    )
    y = alt.Y("place:N").axis(
        title=None, domain=False, ticks=False, labelColor=palette.ink, labelLimit=150
    )
    tooltip = [alt.Tooltip("label:N", title=_("Figure"))]
    known = alt.Chart().transform_filter("isValid(datum.value)").encode(x=x, y=y, tooltip=tooltip)
    dot = known.mark_circle(color=palette.ramp[2], opacity=1, yOffset=8).encode(
        size=alt.Size("value:Q").scale(alt.Scale(rangeMin=12, rangeMax=420)).legend(None)
    )
    labels = known.mark_text(dy=-12, fontSize=12.5, color=palette.ink).encode(text="short:N")
    silent = (
        alt.Chart()
        .transform_filter("!isValid(datum.value)")
        .mark_text(dy=8, fontSize=12.5, color=palette.muted, text=_("no figure"))
        .encode(x=x, y=y)
    )
    rows = alt.layer(dot, labels, silent, data=alt.NamedData("source")).properties(
        width="container", height=alt.Step(46)
    )
    return theme.specify(rows, palette, invented=invented)


@isolation.words
def brief(indicator: Indicator, reading: Reading) -> str:
    """The bare number, with a sign where it is not exact; yes or no where that is the answer."""
    if is_yes_or_no(indicator, reading.place_code):
        return reading_figure(indicator, reading)
    sign = {"at least": "≥", "at most": "≤", "about": "~"}.get(reading.qualifier, "")
    return f"{sign}{given(reading.figure or 0)}"


@isolation.words
def describe(standing: IndicatorStanding, data: pd.DataFrame) -> str:
    """The rows in one sentence."""
    known = data.dropna(subset=["label"])
    facts = "; ".join(f"{row.place} {row.label}" for row in known.itertuples())
    return _("{name} by region. {facts}.", name=standing.indicator.name, facts=facts)


def caption(standing: IndicatorStanding, view: View) -> Caption:
    """Around the regions side by side."""
    return Caption(
        title=f"{standing.indicator.objective_code} · {standing.indicator.name}",
        meaning=heading(standing),
        source=cited(reading.source_title for reading in region_readings(standing, view)),
    )


def show(standing: IndicatorStanding, view: View) -> None:
    """Draw a row for each region, or for the region chosen."""
    data = frame(standing, view)
    if data.empty:
        return
    show_note(heading(standing))
    chart.show(
        f"regions_{standing.indicator.code}",
        data,
        build(theme.current(), invented=cache.is_invented()),
        caption(standing, view),
        alt=describe(standing, data),
    )
