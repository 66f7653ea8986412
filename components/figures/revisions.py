"""What became of one figure: every revision with its difference, its reason and its review."""

import streamlit as st

from components.language.text import _, _c, day, given
from components.look import isolation
from components.look.markup import grid
from components.reader import access, people_names, sessions
from components.wording.figures import reported_figure
from store.figures import reported
from store.figures.draft import figure
from store.figures.judgement import is_yes_or_no
from store.figures.reported import FigureState, Reported, Slot
from store.ledger.knowledge import Until
from store.models import Indicator, Measurement
from store.reporting.nearby import Figure


def show(indicator: Indicator, slot: Slot, until: Until) -> None:
    """Draw the revisions of a slot that the reader may see, the newest first."""
    with sessions.reading() as session:
        history = reported.history(session, access.actor(), slot, until)
    if not history:
        return
    columns = [
        _("Revision"),
        _("Figure"),
        _("Difference"),
        _("Why corrected"),
        _("Source"),
        _("Reported by"),
        _c("review of a figure", "Review"),
    ]
    befores = [None, *(report.measurement for report in history)]
    rows = [
        _row(indicator, report, before) for report, before in zip(history, befores, strict=False)
    ]
    st.html(grid(columns, rows[::-1], stacked=True))


def _row(indicator: Indicator, report: Reported, before: Measurement | None) -> list[str]:
    row = report.measurement
    return [
        str(row.revision),
        reported_figure(indicator, row),
        difference(indicator, row, before) or "–",
        row.reason or "–",
        row.source_title,
        _(
            "{who} on {day}",
            who=people_names.display(row.reporter),
            day=day(row.recorded_at.date()),
        ),
        standing(report),
    ]


@isolation.words
def difference(indicator: Indicator, row: Measurement, before: Figure | None) -> str:
    """By how much a figure moved, with its sign; "" where one of the two is no number."""
    if is_yes_or_no(indicator, row.place_code):
        return ""
    now, was = figure(row), figure(before) if before is not None else None
    if now is None or was is None:
        return ""
    return f"+{given(now - was)}" if now > was else given(now - was)


@isolation.words
def standing(report: Reported | None) -> str:
    """Where the review of a figure stands, in words; None and no review are the same."""
    if report is None or report.review is None:
        return _("waits for the Secretariat")
    who = people_names.display(report.review.reviewer)
    if report.state == FigureState.APPROVED:
        return _("approved by {who}, known on {day}", who=who, day=day(report.review.known_on))
    return _("returned by {who}: {comment}", who=who, comment=report.review.comment)
