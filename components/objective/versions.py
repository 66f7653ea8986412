"""The plan versions of an objective beside each other, where they differ."""

from itertools import pairwise

import streamlit as st

from components.indicator import beside
from components.language.text import _, _c
from components.look.markup import Html, grid, heading
from components.look.status import label
from components.reader import cache
from components.reader.view import View
from components.wording.figures import span
from components.wording.verdicts import objective_reason
from store.standing import IndicatorStanding, ObjectiveStanding


def show(objective: ObjectiveStanding, view: View) -> None:
    """Draw what each version asks of the objective and how it is judged under it."""
    key = (objective.code, view)
    if drawn := cache.derived("versions of an objective", key, lambda: build(objective, view)):
        st.html(Html(f"{heading(_('What each plan version asks'))}{drawn}"))


def build(objective: ObjectiveStanding, view: View) -> str:
    """The table as HTML; "" where the versions adopted by the day ask the same."""
    plans = [cache.plan_standing(version.code, view.until) for version in beside.adopted(view)]
    standings = [(plan, standing) for plan in plans if (standing := plan.objective(objective.code))]
    if not any(_differs(old, new) for (_p, old), (_q, new) in pairwise(standings)):
        return ""
    rows = []
    for plan, in_version in standings:
        verdict = f"{label(in_version.statuses)} {objective_reason(in_version, plan)}".strip()
        named = _("Plan {version}", version=plan.plan.code)
        rows.append([named, in_version.title, "–", "–", "–", verdict])
        rows += [_row(named, standing) for standing in in_version.indicators if standing.targets]
    return grid(
        [
            _("Version"),
            _c("by the plan", "Asked"),
            _("Baseline"),
            _("2030"),
            _("2050"),
            _("Verdict"),
        ],
        rows,
        whole=True,
        stacked=True,
    )


def _differs(old: ObjectiveStanding, new: ObjectiveStanding) -> bool:
    """Whether two plan versions ask something else of an objective."""
    return _asked(old) != _asked(new)


def _asked(objective: ObjectiveStanding) -> list[tuple[object, ...]]:
    return [(one.indicator.code, *beside.numbers(one)) for one in objective.indicators]


def _row(plan: str, standing: IndicatorStanding) -> list[str]:
    indicator = standing.indicator
    ends = {year: standing.target(year) for year in (2030, 2050)}
    start = standing.baseline
    return [
        plan,
        indicator.name,
        "–" if start is None else f"{span(indicator, start)} ({start.year})",
        *("–" if target is None else span(indicator, target) for target in ends.values()),
        label(standing.statuses),
    ]
