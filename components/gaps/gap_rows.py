"""The rows of the target gaps: one a part of each objective, measured or not."""

from typing import Any

import pandas as pd

from components.gaps import gap_lines, gap_words
from components.gaps.gap_chart import LEFT
from components.language.text import _, given
from components.look import isolation, status
from components.wording.figures import latest_fact, quantity, span
from components.wording.verdicts import objective_reason, reason
from store.progress import End, Grade, Kind, Status
from store.standing import IndicatorStanding, ObjectiveStanding, PlanStanding


def rows(plan: PlanStanding) -> pd.DataFrame:
    """One row a part of each objective; an objective without parts keeps one row of its own.

    Shape: columns are COLUMNS and what the table and the sorting need.
    Unit:  shown, due and later are shares of the way, shown clipped to the drawn scale.
    """
    found = [
        _silent_row(plan, objective) if part is None else _part_row(objective, part)
        for objective, part in gap_lines.parts(plan)
    ]
    return pd.DataFrame(found)


def _silent_row(plan: PlanStanding, objective: ObjectiveStanding) -> dict[str, Any]:
    fact = next((f for f in map(latest_fact, objective.indicators) if f), "")
    return {
        "code": objective.code,
        "goal": objective.objective.goal_code,
        "name": f"{objective.code} {objective.title}",
        "indicator": "–",
        "status": objective.statuses[0],
        "word": status.label(objective.statuses),
        "zero": 0.0,
        "one": 1.0,
        "figure": fact or _("no 2030 figure in the plan"),
        "brief": "",
        "why": objective_reason(objective, plan),
    }


def _part_row(objective: ObjectiveStanding, part: IndicatorStanding) -> dict[str, Any]:
    indicator = part.indicator
    target, later = part.target(2030), part.target(2050)
    return {
        "code": objective.code,
        "goal": objective.objective.goal_code,
        "name": f"{objective.code} {gap_words.part_name(objective, part)}",
        "indicator": indicator.name,
        "status": part.statuses[0],
        "word": status.label(part.statuses),
        "zero": 0.0,
        "one": 1.0,
        "figure": _label(part),
        "brief": _brief(part),
        "baseline": "–" if part.baseline is None else span(indicator, part.baseline),
        "target": "–" if target is None else span(indicator, target),
        "target_2050": "–" if later is None else span(indicator, later),
        "why": _why(objective, part),
        "latest": latest_fact(part),
    } | _figures(part)


def _why(objective: ObjectiveStanding, part: IndicatorStanding) -> str:
    if part.status is not Status.NOT_ENOUGH_DATA:
        return ""
    return reason(part, is_recorded=objective.grade is Grade.DOCUMENTED)


def _figures(part: IndicatorStanding) -> dict[str, float | None]:
    """The numbers of the worse end of what is known, and how far the better one has come."""
    if part.status is Status.NOT_ENOUGH_DATA:
        return {}  # a figure from the first year is known, but says nothing of the pace yet
    low, high = part.assessment.ends
    share, best = (_share(end) for end in (low, high))
    if share is None:
        return {}
    return {
        "shown": _drawn(share),
        "best": None if best in (None, share) else best,
        "open": None if best in (None, share) else _drawn(best or 0),
        "due": low.expected,
        "later": None if low.progress_2050 is None else min(max(low.progress_2050, 0), 1),
        "progress": share,
        "gap_abs": low.gap_abs,
        "pace": low.pace_actual,
        "needed": low.pace_to_go,
        "faster": low.acceleration,
    }


def _share(end: End) -> float | None:
    return end.progress if end.progress_raw is None else end.progress_raw


def _drawn(share: float) -> float:
    return min(max(share, LEFT), 1.0)


@isolation.words
def _label(part: IndicatorStanding) -> str:
    """Where it is and where it must be, in its own unit: "61 → 98 Parties"."""
    assessment, indicator, target = part.assessment, part.indicator, part.target(2030)
    if target is None:
        return ""
    wanted = (
        span(indicator, target)
        if indicator.kind != Kind.MILESTONE
        else quantity(indicator, target.low)
    )
    if assessment.value is not None:
        return f"{given(assessment.value)} → {wanted}"
    return wanted


@isolation.words
def _brief(part: IndicatorStanding) -> str:
    """The same without units, for a narrow screen."""
    assessment, target = part.assessment, part.target(2030)
    if target is None or assessment.value is None:
        return ""
    return f"{given(assessment.value)} → {given(target.low)}"
