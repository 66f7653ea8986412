"""A figure that waits for its review, in an indicator's chart: a ring, and what is plausible."""

import altair as alt

from components.indicator.beside import Proposed
from components.indicator.trajectory_labels import Row
from components.language.text import _, computed, given
from components.look.theme import Palette
from components.wording.figures import bare
from store.progress import year_index
from store.standing import IndicatorStanding

BAND = 46  # pixels: how wide the plausible range is drawn


def rows(standing: IndicatorStanding, waits: Proposed | None) -> list[Row]:
    """The plausible range, the way from the figure before, the figure itself."""
    if waits is None:
        return []
    found: list[Row] = []
    if waits.plausible is not None:
        low, high = waits.plausible
        found.append({"kind": "plausible", "year": waits.year, "low": low, "high": high})
    before = [point for point in standing.series if year_index(point.end) < waits.year]
    ends = [(year_index(point.end), point.figure) for point in before[-1:]]
    if ends:
        ends.append((waits.year, waits.value))
        found += [{"kind": "step", "year": year, "value": value} for year, value in ends]
    label = _("waits for a review: {figure}", figure=_written(standing, waits.value))
    return [*found, {"kind": "proposed", "year": waits.year, "value": waits.value, "label": label}]


def words(standing: IndicatorStanding, waits: Proposed | None) -> list[Row]:
    """What the figure is, and how far the plausible range reaches, beside their marks."""
    if waits is None:
        return []
    said = _("{figure} waits", figure=_written(standing, waits.value))
    found = [_word(waits.year, waits.value, said, "right", -14, "ink")]
    if waits.plausible is not None:
        low, high = waits.plausible
        reach = _("plausible to {high}", high=bare(standing.indicator, high, computed(high)))
        is_covered = abs(high - waits.value) < 0.08 * max(abs(high), abs(low), abs(waits.value))
        found.append(_word(waits.year, high, reach, "left", 18 if is_covered else 6, "muted"))
    return found


def said(standing: IndicatorStanding, waits: Proposed | None) -> list[str]:
    """The same in sentences, for readers who do not see the chart."""
    return [str(row["short"]) for row in words(standing, waits)]


def _written(standing: IndicatorStanding, value: float) -> str:
    return bare(standing.indicator, value, given(value))


def _word(year: float, value: float, label: str, align: str, dy: int, tone: str) -> Row:
    where = {"year": year, "value": value, "align": align, "dy": dy}
    return {"kind": "word", "short": label, "brief": label, "tone": tone, "least": 0, **where}


def behind(palette: Palette, base: alt.Chart) -> list[tuple[str, alt.Chart]]:
    """What lies behind all other marks, each layer with the kind of rows it draws."""
    band = base.transform_filter("datum.kind == 'plausible'").mark_bar(
        size=BAND, color=palette.muted, opacity=0.16, aria=False
    )
    return [("plausible", band.encode(y=alt.Y("low:Q"), y2=alt.Y2("high:Q")))]


def before(palette: Palette, base: alt.Chart) -> list[tuple[str, alt.Chart]]:
    """What lies before all other marks, each layer with the kind of rows it draws."""
    step = base.transform_filter("datum.kind == 'step'")
    point = base.transform_filter("datum.kind == 'proposed'")
    said = alt.Tooltip("label:N", title=_("Figure"))
    ink = palette.ink
    return [
        (
            "step",
            step.mark_line(strokeWidth=2.6, strokeDash=[3, 3], color=palette.muted, aria=False),
        ),
        ("proposed", point.mark_point(size=420, color=ink, strokeWidth=1.5, aria=False)),
        (
            "proposed",
            point.mark_point(filled=True, size=110, color=ink, opacity=1).encode(tooltip=[said]),
        ),
    ]
