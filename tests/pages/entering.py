"""Who enters a figure, and what becomes of it: agreements signed by the end of 2025."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from sqlmodel import col, select
from streamlit.testing.v1 import AppTest

from store.figures import actions
from store.models import Measurement
from tests.pages.acting import TODAY, press, writing
from tests.pages.words import words
from tests.store.writing import ANA, BO, draft

OpenForm = Callable[[], AppTest]

SLOT = {"indicator": "D4-signed", "place": "WLD", "year": "2025"}
LAST = dt.date(2025, 12, 31)
YEAR = {"period_start": dt.date(2025, 1, 1), "period_end": LAST}
DAY = {"period_start": LAST, "period_end": LAST}


def said(app: AppTest) -> str:
    """What the page says, without what keeps Markdown from being made of it."""
    assert not app.exception
    return words(app).replace("\\", "")


def group(app: AppTest, part: str) -> Any:
    """A choice among buttons, by a part of its key."""
    [found] = [one for one in app.button_group if part in str(one.key)]
    return found


def labels(app: AppTest) -> set[str]:
    """What can be pressed."""
    return {one.label for one in app.button}


def field(app: AppTest, part: str) -> str:
    """What a field holds, by a part of its key."""
    [found] = [one for one in app.text_input if part in str(one.key)]
    return found.value or ""


def send(app: AppTest) -> str:
    """Submit; what the page says then."""
    return said(press(app, "Submit"))


def stored(indicator: str = "D4-signed") -> list[Measurement]:
    """The figures of 2025 in the ledger, in the order in which they were written."""
    with writing() as session:
        rows = session.exec(
            select(Measurement)
            .where(Measurement.indicator_code == indicator, Measurement.period_end == LAST)
            .order_by(col(Measurement.id))
        ).all()
        session.expunge_all()
    return list(rows)


def report(**content: Any) -> Measurement:
    """A figure that somebody else reported."""
    with writing() as session:
        row = actions.report(session, ANA, draft(**content))
        session.flush()
        session.expunge(row)
    return row


def stand() -> Measurement:
    """Seven agreements signed by the last day of 2025, approved."""
    with writing() as session:
        row = actions.report(session, ANA, draft(value=7, note="Counted twice", **DAY))
        actions.approve(session, BO, row, TODAY)
        session.flush()
        session.expunge(row)
    return row
