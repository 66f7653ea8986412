"""The way on to 2050, beside the chart to 2030: the path over both targets, and how far it is."""

from typing import Any

import altair as alt
import pandas as pd

from components.elements.captions import Caption, cited
from components.figures import provenance
from components.indicator import trajectory_rows
from components.language.spoken import cached
from components.language.text import _, computed, percent
from components.look import colours, isolation, theme
from components.look.theme import Palette
from components.reader.view import View
from components.wording.figures import bare, quantity
from store.models import Target
from store.progress import year_index
from store.standing import IndicatorStanding

COLUMNS = ["kind", "year", "value", "short"]
HEIGHT = 150


def later(standing: IndicatorStanding) -> Target | None:
    """The last target, where it lies beyond the one that counts on the day."""
    ahead = [one for one in standing.targets if one.year > trajectory_rows.horizon(standing)]
    return max(ahead, key=lambda one: one.year, default=None)


def draw(standing: IndicatorStanding, palette: Palette) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The rows of the small chart and its specification; no rows where there is no path so far."""
    return frame(standing), build(palette)


def frame(standing: IndicatorStanding) -> pd.DataFrame:
    """The path over every target, the figures, today, and the targets with their words.

    Shape: columns are COLUMNS; `kind` is path, figure, target or today.
    Unit:  value in the indicator's unit; year is a year index.
    """
    card = standing.assessment
    if later(standing) is None or card.baseline is None or card.start is None:
        return pd.DataFrame(columns=COLUMNS)
    targets = [one for one in standing.targets if one.year > card.start]
    path = [(card.start, card.baseline), *((float(one.year), one.low) for one in targets)]
    figures = [(year_index(point.end), point.figure) for point in standing.judged]
    rows = [
        *(("path", year, value, "") for year, value in path),
        *(("figure", year, value, "") for year, value in figures),
        *(
            ("target", float(one.year), one.low, bare(standing.indicator, one.low))
            for one in targets
        ),
        *([] if card.as_of is None else [("today", card.as_of, 0.0, "")]),
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


@cached
def build(palette: Palette) -> dict[str, Any]:
    """The small chart as Vega-Lite without data: no grid, two years, a word at each target."""
    x = (
        alt.X("year:Q")
        .axis(format="d", values=[2020, 2030, 2050], grid=False, ticks=False, title=None)
        .scale(alt.Scale(zero=False, nice=False, padding=12))
    )
    y = alt.Y("value:Q").axis(None).scale(alt.Scale(zero=True))
    base = alt.Chart().encode(x=x, y=y)

    def of(kind: str) -> alt.Chart:
        return base.transform_filter(f"datum.kind == '{kind}'")

    words: dict[str, Any] = {"align": "right", "dx": -6, "dy": -8, "fontSize": 12.5}
    drawn = alt.layer(
        of("today")
        .mark_rule(color=palette.pick(colours.TIME), aria=False)
        .encode(y=alt.YValue(0), y2=alt.Y2Value(alt.expr("height"))),
        of("path").mark_line(strokeDash=[4, 3], strokeWidth=1.3, color=palette.ink, aria=False),
        of("figure").mark_line(strokeWidth=2.4, color=palette.ink, aria=False),
        of("figure").mark_circle(size=36, color=palette.ink, opacity=1, aria=False),
        of("target")
        .mark_text(**words, color=palette.ink, fontWeight=600)
        .encode(text=alt.Text("short:N")),
        data=alt.NamedData("source"),
    ).properties(height=HEIGHT, width="container")
    return theme.specify(drawn, palette, invented=False)  # no room: the chart beside it says that


@isolation.words
def heading(standing: IndicatorStanding) -> str:
    """What stands above the small chart."""
    target = later(standing)
    return "" if target is None else _("On to {year}", year=target.year)


@isolation.words
def said(standing: IndicatorStanding) -> str:
    """How far it is on that way, which also describes the chart to who does not see it."""
    target, card = later(standing), standing.assessment
    if target is None:
        return ""
    asked = quantity(standing.indicator, target.low)
    if card.progress_2050 is None:
        return _("{target} by {year}.", target=asked, year=target.year)
    return _(
        "{share} of the way to {target} by {year}.",
        share=percent(card.progress_2050),
        target=asked,
        year=target.year,
    )


@isolation.words
def pace(standing: IndicatorStanding) -> str:
    """How fast it went, and must go to the target that counts first; "" where that is not known."""
    card = standing.assessment
    if card.pace_to_go is None or card.pace_actual is None or card.active_year is None:
        return ""
    return _(
        "To {year}, {needed} a year are needed from now on; so far it was {pace}.",
        year=int(card.active_year),
        needed=bare(standing.indicator, card.pace_to_go, computed(card.pace_to_go)),
        pace=bare(standing.indicator, card.pace_actual, computed(card.pace_actual)),
    )


def caption(standing: IndicatorStanding, view: View) -> Caption:
    """Around the small chart once it left its page."""
    return Caption(
        title=f"{standing.indicator.objective_code} · {standing.indicator.name}",
        meaning=said(standing),
        source=cited(provenance.titles(standing, view)),
    )
