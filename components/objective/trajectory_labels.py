"""The words inside a trajectory: they stand beside what they name, so that no legend is needed."""

from typing import Any

import altair as alt

from components.language.text import THIN_SPACE, _, given
from components.look.theme import Palette
from components.wording.figures import qualified
from store.figures.typed import is_in_percent
from store.models import Indicator
from store.progress import Kind
from store.standing import IndicatorStanding

BRIEF, FITTING = (f"width < {least} ? '' : datum.short" for least in (250, 500))
Row = dict[str, object]
Points = list[tuple[float, float]]
Fan = list[tuple[float, float, float]]


def rows(standing: IndicatorStanding, path: Points, fan: Fan) -> list[Row]:
    """The unit, the name of the required path, the latest figure, and what the fan means.

    `path` holds the ends of the path as (year, value), `fan` those of the projection as (year,
    low, high).
    """
    if not path and not standing.series:
        return []
    labels = [_unit(standing), *_latest(standing, path), *_path(standing, path)]
    return [row for row in [*labels, *_fan(standing, path, fan)] if row["short"]]


def _unit(standing: IndicatorStanding) -> Row:
    """A milestone's levels carry their names, other axes bare numbers."""
    is_milestone = standing.indicator.kind == Kind.MILESTONE
    return {"kind": "unit", "short": "" if is_milestone else standing.indicator.unit}


def _latest(standing: IndicatorStanding, path: Points) -> list[Row]:
    assessment, last = standing.assessment, standing.judged[-1:]
    if not last or assessment.t is None or standing.indicator.kind == Kind.MILESTONE:
        return []
    label = qualified(bare(standing.indicator, last[0].figure), last[0].qualifier)
    at = (assessment.t, last[0].figure)
    return [_beside("latest", at, label, path, below=_is_below(standing))]


def bare(indicator: Indicator, figure: float) -> str:
    """A number without its unit, which stands above the axis; a share keeps its sign."""
    sign = f"{THIN_SPACE}%" if is_in_percent(indicator) else ""
    return f"{given(figure)}{sign}"


def _is_below(standing: IndicatorStanding) -> bool:
    """Whether the figures lie below the path, as drawn."""
    assessment = standing.assessment
    if assessment.value is None or assessment.expected_value is None:
        return True
    return assessment.value <= assessment.expected_value


def _path(standing: IndicatorStanding, path: Points) -> list[Row]:
    """On the last stretch of the path, on the side on which no figure lies."""
    if not path:
        return []
    (start, first), (end, last) = path[-2:]
    middle = ((start + end) / 2, (first + last) / 2)
    # The labels of both targets stand above a level stretch.
    below = first == last or (len(path) == 2 and not _is_below(standing))
    return [_beside("word", middle, _("required path"), path, below=below)]


def _fan(standing: IndicatorStanding, path: Points, fan: Fan) -> list[Row]:
    """Behind the end of the fan, or along it where the chart ends with it."""
    if not fan:
        return []
    label = _("if the pace stays as it has been")
    (start, first_low, first_high), (end, low, high) = fan
    if path and path[-1][0] > end:
        wanted = next((value for year, value in path if year == end), low)
        at = (end, (low + high) / 2)
        return [{**_beside("word", at, label, path, below=at[1] <= wanted), "align": "left"}]
    below = _is_below(standing)
    edge = (first_low + low) / 2 if below else (first_high + high) / 2
    return [_beside("along", ((start + end) / 2, edge), label, path, below=below)]


def _beside(kind: str, at: tuple[float, float], label: str, path: Points, *, below: bool) -> Row:
    """Words beside a point: on the side that a rising or falling line leaves free."""
    falls = bool(path) and path[-1][1] < path[0][1]
    return {
        "kind": kind,
        "year": at[0],
        "value": at[1],
        "short": label,
        "align": "left" if below != falls else "right",
        "below": below,
    }


def layers(palette: Palette, base: alt.Chart) -> list[tuple[str, alt.Chart]]:
    """The layers of these rows, each with the kind of rows it draws."""
    beside: dict[str, Any] = {
        "align": alt.expr("datum.align"),
        "dx": alt.expr("datum.align == 'left' ? 9 : -9"),
        "dy": alt.expr("datum.below ? 13 : -10"),
        "fontSize": 12.5,
    }

    def of(kind: str) -> alt.Chart:
        return base.transform_filter(f"datum.kind == '{kind}'")

    unit = alt.Chart().transform_filter("datum.kind == 'unit'")
    return [
        (
            "unit",
            unit.mark_text(align="left", fontSize=12.5, color=palette.muted).encode(
                x=alt.value(0),
                y=alt.value(-24),  # above the label of a target
                text="short:N",
            ),
        ),
        (
            "word",
            of("word").mark_text(**beside, color=palette.muted, text=alt.expr(BRIEF)).encode(),
        ),
        # Along a short fan there is no room for a sentence; the words below the chart say it too.
        (
            "along",
            of("along").mark_text(**beside, color=palette.muted, text=alt.expr(FITTING)).encode(),
        ),
        (
            "latest",
            of("latest")
            .mark_text(**beside, color=palette.ink, fontWeight=600)
            .encode(text="short:N"),
        ),
    ]
