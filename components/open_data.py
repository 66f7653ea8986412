"""Everything on screen as tables to take along, each row with its source."""

import pandas as pd

from components import address, gap_rows, people_names, provenance, table
from components.facts import show_note
from components.gaps import as_table
from components.text import _
from components.view import View
from components.words import span
from store.standing import PlanStanding


def show(plan: PlanStanding, view: View) -> None:
    """Let the reader pick a table, see it, and save it."""
    tables = {
        "measurements": _("Measurements, with reporter, approver and source"),
        "targets": _("Baselines and targets of this plan version"),
        "status": _("Status and pace of every objective"),
        "indicators": _("Indicators and their definitions"),
    }
    chosen = address.choose("table", _("Table"), tables, default="measurements")
    frame = {
        "measurements": measurements,
        "targets": targets,
        "status": status,
        "indicators": indicators,
    }[chosen](plan, view)
    show_note(_("{rows} rows, as known on the day chosen above.", rows=len(frame)))
    table.offer_csv(chosen, lambda: frame, f"4p1000-{chosen}-plan{view.plan}-{view.as_of}")
    table.show(chosen, frame, height=560)


def measurements(plan: PlanStanding, view: View) -> pd.DataFrame:
    """Every approved figure of the view, newest first within its indicator."""
    frames = [
        provenance.rows(standing, found, view).assign(
            **{
                _("Objective"): standing.indicator.objective_code or "–",
                _("Indicator"): standing.indicator.name,
                _("Code"): standing.indicator.code,
            }
        )
        for standing in plan.indicators
        if (found := provenance.of(standing, view))
    ]
    if not frames:
        return pd.DataFrame()
    joined = pd.concat(frames, ignore_index=True)
    first = [_("Objective"), _("Indicator"), _("Code")]
    return joined[[*first, *(column for column in joined if column not in first)]]


def targets(plan: PlanStanding, _view: View) -> pd.DataFrame:
    """Every baseline and target with its flags and source."""
    return pd.DataFrame(
        [
            {
                _("Objective"): standing.indicator.objective_code,
                _("Indicator"): standing.indicator.name,
                _("Kind"): row.role,
                _("Year"): row.year,
                _("Low"): row.low,
                _("High"): row.high,
                _("In words"): span(standing.indicator, row),
                _("Flags"): ", ".join(row.flags),
                _("Note"): row.note,
                _("Source"): row.source_title,
                _("Link"): row.source_link,
                _("Known on"): row.known_on,
                _("Coded by"): people_names.shown(row.reporter),
            }
            for standing in plan.indicators
            for row in [*([standing.baseline] if standing.baseline else []), *standing.targets]
        ]
    )


def status(plan: PlanStanding, _view: View) -> pd.DataFrame:
    """What the target-gap page shows."""
    return as_table(gap_rows.rows(plan))


def indicators(plan: PlanStanding, _view: View) -> pd.DataFrame:
    """What is counted, in which unit, by whom."""
    return pd.DataFrame(
        [
            {
                _("Code"): one.indicator.code,
                _("Objective"): one.indicator.objective_code or "–",
                _("Indicator"): one.indicator.name,
                _("Kind"): one.indicator.kind,
                _("Unit"): one.indicator.unit,
                _("Reported by"): one.indicator.reported_by,
                _("Rolled up"): one.indicator.roll_up,
                _("Denominator"): one.indicator.denominator or "–",
                _("Definition"): one.indicator.definition,
            }
            for one in plan.indicators
        ]
    )
