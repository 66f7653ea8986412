"""The marks of an indicator over time as rows: paths, figures, the gap, targets, what could be."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.indicator import proposed, trajectory_labels, zones
from components.indicator.beside import ALONE, Beside, Proposed
from components.indicator.trajectory_labels import Row, Scene
from components.language.text import _, _c, period
from components.wording.figures import quantity, span
from components.wording.shortfall import gap, is_short
from store.models import Target, TargetRole
from store.progress import year_index
from store.standing import IndicatorStanding
from store.standing.answers import START
from store.standing.points import Point

COLUMNS = [
    "kind",
    "year",
    "value",
    "low",
    "high",
    "short",
    "brief",
    "label",
    "qualifier",
    "status",
    "source",
    "align",
    "dy",
    "tone",
    "least",
]


def frame(standing: IndicatorStanding, beside: Beside = ALONE) -> pd.DataFrame:
    """Every mark of the chart as a row.

    Shape: columns are COLUMNS; `kind` is path, other, fan, figure, baseline, target, due, gap,
           zone, today, above, plausible, step, proposed, or one of words.
    Unit:  value, low and high in the indicator's unit; year is a year index.
    """
    path = ends_of_path(standing)
    others = [(named, ends) for named, one in beside.others if (ends := ends_of_path(one))]
    marks = [
        *_lines("path", [path]),
        *_lines("other", [ends for _named, ends in others]),
        *_targets(standing),
        *_figures(standing),
        *_fan(standing),
        *_gap(standing),
        *proposed.rows(standing, beside.proposed),
        *(pieces := zones.rows(standing, beside.meaning)),
    ]
    if not marks:
        return pd.DataFrame(columns=COLUMNS)
    today = _today(standing, pieces)
    scene = Scene(standing, path, others, beside.own, [*marks, *today], beside.meaning)
    words = [*trajectory_labels.rows(scene), *proposed.words(standing, beside.proposed)]
    rows = [*marks, *today, *words]
    return pd.DataFrame(rows, columns=COLUMNS)


def horizon(standing: IndicatorStanding) -> int:
    """The year with which the chart ends: that of the target which counts on the day."""
    active = standing.assessment.active_year
    if active is not None:
        return int(active)
    return min((target.year for target in standing.targets), default=2030)


def years(standing: IndicatorStanding, waits: Proposed | None = None) -> tuple[float, float]:
    """The first and the last year on the axis; what is known is never left out."""
    known = [year_index(point.end) for point in standing.series]
    known += [waits.year] if waits is not None else []
    starts = [standing.assessment.start] if standing.assessment.start is not None else []
    first = min(float(START), *starts, *known) if starts or known else float(START)
    return first, max([float(horizon(standing)), *known])


def ends_of_path(standing: IndicatorStanding) -> list[tuple[float, float]]:
    """The required path as (year, value), up to the target that counts; [] where there is none."""
    card = standing.assessment
    if card.baseline is None or card.start is None:
        return []
    ends = [
        (float(target.year), target.low)
        for target in standing.targets
        if card.start < target.year <= horizon(standing)
    ]
    return [(card.start, card.baseline), *ends] if ends else []


def _lines(kind: str, lines: Sequence[list[tuple[float, float]]]) -> list[Row]:
    return [
        {"kind": kind, "year": year, "value": value, "label": str(number)}
        for number, line in enumerate(lines)
        for year, value in line
    ]


def _targets(standing: IndicatorStanding) -> list[Row]:
    first, last = years(standing)
    return [
        _target(standing, target)
        for target in standing.plan_numbers
        if target.role != TargetRole.TARGET or first <= target.year <= last
    ]


def _target(standing: IndicatorStanding, target: Target) -> Row:
    is_target = target.role == TargetRole.TARGET
    return {
        "kind": target.role,
        "year": target.year,
        "value": target.low if is_target else (target.low + target.high) / 2,
        "low": target.low,
        "high": target.high,
        "label": f"{target.year}: {span(standing.indicator, target)}",
        "source": target.source_title,
    }


def _figures(standing: IndicatorStanding) -> list[Row]:
    return [_figure(standing, point) for point in standing.series]


def _figure(standing: IndicatorStanding, point: Point) -> Row:
    source = point.readings[0].source_title if point.readings else _("rolled up from countries")
    when = period(point.start, point.end) if not point.is_rolled_up else str(point.end.year)
    label = quantity(standing.indicator, point.figure, point.qualifier)
    return {
        "kind": "figure" if point.counts else "thin",
        "year": year_index(point.end),
        "value": point.figure,
        "label": _("{when}: {figure}", when=when, figure=label),
        "qualifier": point.qualifier,
        "status": _shown_status(standing),
        "source": source if len(point.readings) < 2 else _("rolled up from regions"),
    }


def _shown_status(standing: IndicatorStanding) -> str:
    return standing.assessment.last_status or standing.assessment.statuses[0]


def _fan(standing: IndicatorStanding) -> list[Row]:
    assessment = standing.assessment
    ahead = assessment.projection
    if ahead is None or assessment.t is None or assessment.value is None or ahead.low is None:
        return []
    ends = [
        (assessment.t, assessment.value, assessment.value, assessment.value),
        (assessment.active_year, ahead.low, ahead.value, ahead.high),
    ]
    return [
        {
            "kind": "fan",
            "year": year,
            "low": low,
            "value": middle,
            "high": high,
            "status": _shown_status(standing),
        }
        for year, low, middle, high in ends
    ]


def _gap(standing: IndicatorStanding) -> list[Row]:
    """What was due on the date of the last figure, and the line between both where one is short."""
    card = standing.assessment
    if gap(standing) is None or card.t is None or card.baseline is None:
        return []
    due: Row = {
        "kind": "due",
        "year": card.t,
        "value": card.expected_value,
        "label": trajectory_labels.was_due(standing),
    }
    if not is_short(standing):
        return [due]
    between: dict[str, Any] = {"low": card.value, "high": card.expected_value}
    return [{"kind": "gap", "year": card.t, "status": _shown_status(standing), **between}, due]


def _today(standing: IndicatorStanding, pieces: Sequence[Row]) -> list[Row]:
    """The day of the view, where it lies on the axis: above its bar, else at the foot."""
    now = standing.assessment.as_of
    if now is None or not years(standing)[0] <= now <= years(standing)[1]:
        return []
    row: Row = {"year": now, "short": _c("day", "today")}
    if pieces and pieces[-1]["year"] == now:
        return [row | {"kind": "above", "value": pieces[-1]["high"]}]
    return [row | {"kind": "today"}]
