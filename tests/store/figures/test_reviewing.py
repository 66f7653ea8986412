"""What a reviewer may do with a figure: approve the newest one, or return it with a comment."""

import datetime as dt

import pytest
from sqlmodel import Session

from store.figures import actions
from store.ground.errors import ConflictError, InvalidTextError
from store.rights.rights import LOCAL_USER
from tests.store.writing import ANA, BO, MONDAY, draft

pytestmark = pytest.mark.same_sql


def test_a_figure_that_was_corrected_is_not_approved_any_more(session: Session) -> None:
    first = actions.report(session, ANA, draft(value=5))
    correction = actions.report(session, ANA, draft(value=7, corrects=first.id))
    with pytest.raises(ConflictError, match="A newer figure has already taken its place"):
        actions.approve(session, BO, first, MONDAY)
    with pytest.raises(ConflictError, match="A newer figure has already taken its place"):
        actions.send_back(session, BO, first, MONDAY, "Counted twice")
    assert actions.approve(session, BO, correction, MONDAY).measurement_id == correction.id


def test_a_local_user_signs_as_reporter_only_what_they_reported(session: Session) -> None:
    own = actions.report(session, LOCAL_USER, draft(value=5))
    of_ana = actions.report(session, ANA, draft(value=5, period_end=dt.date(2026, 1, 31)))
    assert actions.approve(session, LOCAL_USER, own, MONDAY).reviewer == "its reporter (local copy)"
    assert actions.approve(session, LOCAL_USER, of_ana, MONDAY).reviewer == LOCAL_USER.name


@pytest.mark.parametrize("comment", ["", "  ", "No", "  No  "])
def test_a_figure_is_not_returned_without_a_word_of_why(session: Session, comment: str) -> None:
    row = actions.report(session, ANA, draft())
    with pytest.raises(InvalidTextError, match="“comment”"):
        actions.send_back(session, BO, row, MONDAY, comment)


def test_three_letters_are_enough_to_return_a_figure(session: Session) -> None:
    row = actions.report(session, ANA, draft())
    assert actions.send_back(session, BO, row, MONDAY, " Why ").comment == "Why"
