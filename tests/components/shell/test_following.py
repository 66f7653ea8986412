"""When an open page is drawn anew: what concerns its reader, not at once with all others."""

import datetime as dt
from collections.abc import Iterator

import pytest
from sqlmodel import Session

from components.shell.following import PAUSE, SPREAD, Following
from store.database import engine
from store.figures import actions
from store.ledger import audit
from store.ledger.knowledge import EVER
from store.models import Measurement
from store.plan import contents, planning
from store.plan.target_draft import TargetDraft
from tests.store.writing import ANA, BO, MONDAY, draft, on_top

NOW = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
LONG_AGO = NOW - dt.timedelta(hours=1)
READER = "visitor"


@pytest.fixture
def session(filled_sqlite_url: str) -> Iterator[Session]:
    made = engine.connect(filled_sqlite_url)
    with Session(made) as opened:
        yield opened
    made.dispose()


def opened(session: Session, drawn_at: dt.datetime = LONG_AGO) -> Following:
    return Following(drawn_at=drawn_at, looked=audit.latest_id(session))


def report(session: Session) -> Measurement:
    return actions.report(session, ANA, on_top(session, draft()))


def when_due(page: Following, session: Session, reader: str = READER) -> int:
    """Seconds from now until the page is drawn, as it looks every second; -1 for never."""
    for seconds in range(2 * int((PAUSE + SPREAD).total_seconds())):
        if page.is_due(session, reader, NOW + dt.timedelta(seconds=seconds)):
            return seconds
    return -1


def test_a_figure_that_only_waits_draws_no_page_of_a_reader(session: Session) -> None:
    page = opened(session)
    report(session)
    assert when_due(page, session) == -1


def test_an_approval_draws_the_pages_of_readers_one_after_the_other(session: Session) -> None:
    pages = [opened(session) for _ in range(40)]
    actions.approve(session, BO, report(session), MONDAY)
    times = [when_due(page, session) for page in pages]
    assert min(times) >= 0
    assert max(times) <= SPREAD.total_seconds() + 1
    assert len(set(times)) > 5


def test_a_page_just_drawn_waits_however_much_is_approved(session: Session) -> None:
    page = opened(session, drawn_at=NOW)
    actions.approve(session, BO, report(session), MONDAY)
    assert when_due(page, session) >= PAUSE.total_seconds()


def test_what_is_approved_later_does_not_put_off_a_page(session: Session) -> None:
    page = opened(session)
    row = report(session)
    actions.approve(session, BO, row, MONDAY)
    assert not page.is_due(session, READER, NOW - SPREAD)
    due = page.due
    form = draft(value=6, corrects=row.id)
    actions.approve(session, BO, actions.report(session, ANA, form), MONDAY)
    page.is_due(session, READER, NOW - SPREAD)
    assert page.due == due


def test_a_change_of_the_plan_draws_the_pages_of_readers(session: Session) -> None:
    page = opened(session)
    old = next(one for one in contents.targets(session, EVER) if one.high is not None)
    higher = TargetDraft.of(old, high=(old.high or 0) + 1, known_on=MONDAY)
    planning.set_target(session, ANA, higher)
    assert when_due(page, session) >= 0


def test_what_the_reader_wrote_in_another_window_is_shown_at_once(session: Session) -> None:
    page = opened(session, drawn_at=NOW)
    report(session)
    assert when_due(page, session, ANA.name) == 0


@pytest.mark.parametrize(
    ("indicator", "place", "seconds"),
    [("D4-signed", "WLD", 0), ("D4-signed", "R-AFR", -1), ("F2-budget", "WLD", -1)],
)
def test_a_form_shows_at_once_what_somebody_else_reports_of_its_figure(
    session: Session, indicator: str, place: str, seconds: int
) -> None:
    page = opened(session, drawn_at=NOW)
    page.pair = (indicator, place)
    report(session)
    assert when_due(page, session) == seconds


def test_a_page_of_what_waits_shows_it_at_once(session: Session) -> None:
    page = opened(session, drawn_at=NOW)
    page.everything = True
    report(session)
    assert when_due(page, session) == 0
