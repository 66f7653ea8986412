"""The words of a step on the projector: one number, what was due, the regions, the pace needed."""

import datetime as dt
from html import escape

from components.indicator import regions_rows, trajectory_labels
from components.language.text import _, _c, computed, day, number
from components.look import isolation
from components.look.status import css_class
from components.meetings.reviewed import Review
from components.objective.objective_card import verdict
from components.reader.view import View
from components.wording.figures import latest_fact, qualified
from components.wording.shortfall import amount
from store.meetings import decisions
from store.models import Decision, RollUp
from store.standing import IndicatorStanding, ObjectiveStanding

MOST_ASKED = 1  # decisions beside the chart; the others stand behind the figures
COMPARABLE = (RollUp.MEAN, RollUp.SHARE)  # where a region can be held beside what the world owed


@isolation.piece
def build(
    review: Review, objective: ObjectiveStanding, standing: IndicatorStanding, demanded: str
) -> str:
    """All of it as HTML, with what is `demanded` of whom; a full step can spare the pace."""
    frozen = View(review.plan.until, review.plan.plan.code)
    number_and_regions = _number(review, objective, standing) + _regions(standing, frozen)
    return f"{number_and_regions}{demanded}{_pace(standing)}"


def _number(review: Review, objective: ObjectiveStanding, standing: IndicatorStanding) -> str:
    """The last figure, what it counts and what was due; without one why there is none."""
    name, latest = standing.indicator.name, standing.latest
    if latest is None:
        fact = latest_fact(standing)
        large = f'<p class="verdict"><b>{escape(fact)}</b></p>' if fact else ""
        said = verdict(review.plan, objective)
        return f'{large}<p class="verdict">{escape(name)}</p><p class="demand">{escape(said)}</p>'
    figure = qualified(trajectory_labels.bare(standing.indicator, latest.figure), latest.qualifier)
    is_asked = standing.assessment.expected_value is not None
    due = trajectory_labels.was_due(standing) if is_asked else ""
    return (
        f'<p class="large">{escape(figure)}</p><p class="verdict">'
        f"{escape(_('{indicator}, {day}.', indicator=name, day=day(latest.end)))}"
        f" <b>{escape(due)}</b></p>"
    )


def _regions(standing: IndicatorStanding, view: View) -> str:
    """The regions as bars with the mark of what was due; words where they answer yes or no."""
    frame = regions_rows.frame(standing, view)
    if frame.empty:
        return ""
    end = float(frame.loc[frame["kind"].isin(["end", "target"]), "value"].max())
    rows = frame[frame["kind"].isin(["last", "silent"])].sort_values("row")
    due = standing.assessment.expected_value
    is_due = due is not None and standing.indicator.roll_up in COMPARABLE
    drawn = "".join(
        _region(standing, row, end, due if is_due else None)
        for row in zip(rows["kind"], rows["place"], rows["value"], rows["short"], strict=True)
    )
    return f'<ul class="region-bars {css_class(standing.statuses)}">{drawn}</ul>'


def _region(
    standing: IndicatorStanding, row: tuple[str, str, float, str], end: float, due: float | None
) -> str:
    kind, place, value, short = row
    if kind == "silent":
        share, said = 0.0, _c("figure of a region", "none")
    elif regions_rows.answers_yes_or_no(standing):
        return f"<li><span>{escape(place)}</span><b>{escape(short)}</b></li>"
    else:
        share = min(1.0, value / end)
        said = trajectory_labels.bare(standing.indicator, value, computed(value))
    kind, due_at = ("bare", 0.0) if due is None else ("due", min(1.0, due / end))
    bar = f'<i class="{kind}" style="--x:{share:.3f};--due:{due_at:.3f}"></i>'
    return f"<li><span>{escape(place)}</span>{bar}<b>{escape(said)}</b></li>"


def _pace(standing: IndicatorStanding) -> str:
    """How fast it must go on, beside how fast it went."""
    needed, so_far = standing.assessment.pace_to_go, standing.assessment.pace_actual
    if needed is None or needed <= 0:
        return ""
    said = _("Needed from now: {pace} a year.", pace=amount(standing.indicator, round(needed, 1)))
    before = _("So far {pace}.", pace=number(so_far, 1)) if so_far is not None else ""
    return f'<p class="verdict"><b>{escape(said)}</b> {escape(before)}</p>'


@isolation.piece
def asked(row: Decision, as_of: dt.date) -> str:
    """What an open decision asks, and since or until when."""
    if row.due_on is None:
        said = row.text
    elif decisions.is_overdue(row, as_of):
        said = _("Overdue since {day}: {decision}", day=day(row.due_on), decision=row.text)
    else:
        said = _("Due on {day}: {decision}", day=day(row.due_on), decision=row.text)
    return f'<p class="demand due">{escape(said)}</p>'
