"""The figures that the first questions ask for, as rows of a sheet, and what each would open."""

import datetime as dt
from collections.abc import Iterable

from sqlmodel import Session

from store.ledger.knowledge import Until
from store.plan import contents
from store.reporting import dues, nearby
from store.reporting.dues import Due, DueState
from store.standing.answers import Need
from store.standing.questions import Opening

Asked = tuple[Due, str]  # with the objective that its answer helps to open


def asked(session: Session, openings: Iterable[Opening], today: dt.date) -> list[Asked]:
    """A row for each figure asked for, in the order of the questions, and the objective it opens.

    A target number is no figure: the plan is changed for it, and no sheet carries it.
    """
    known = {
        (due.indicator.code, due.place.code, due.year): due for due in dues.owed(session, today)
    }
    places = {place.code: place for place in contents.places(session)}
    calendar = dues.schedules(session, Until.day(today))
    rows: list[Asked] = []
    for opening in openings:
        for question in opening.questions:
            if question.need is Need.TARGET:
                continue
            indicator = question.indicator
            for code, day in question.slots:
                due = known.get((indicator.code, code, day.year)) or Due(
                    indicator,
                    places[code],
                    day.year,
                    dues.due_on(calendar[indicator.code], day.year),
                    DueState.NOT_DUE if day.year == today.year else DueState.OVERDUE,
                    None,
                    nearby.proposed_period(indicator, day.year, None, today),
                )
                rows.append((due, opening.code))
    return rows
