"""The calls for project assessment: what is published, and what may be reported."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.activities import calls
from store.activities.call_draft import CallDraft
from store.ground.errors import ConflictError, NotAllowedError
from store.ledger.knowledge import Until
from store.models import RoleKind
from store.rights.rights import Actor, Grant

LEA = Actor("Lea", (Grant(RoleKind.TASK_FORCE_LEADER, "A2"),))
OTHER = Actor("Eli", (Grant(RoleKind.TASK_FORCE_LEADER, "A3"),))
TODAY = dt.date(2026, 3, 2)


def seventh(**changes: Any) -> CallDraft:
    """A call that was judged."""
    content: dict[str, Any] = {
        "number": 7,
        "opened_on": dt.date(2025, 5, 1),
        "closed_on": dt.date(2025, 7, 31),
        "results_on": dt.date(2025, 11, 30),
        "received": 20,
        "in_line": 8,
        "sent_back": 12,
        "source_title": "Results of call 7",
        "known_on": TODAY,
    }
    return CallDraft(**content | changes)


def test_the_published_calls_are_there_and_only_the_first_has_results(shared: sa.Engine) -> None:
    with Session(shared) as session:
        found = {one.number: one for one in calls.known(session, Until.day(TODAY))}
    assert sorted(found) == [1, 2, 3, 4, 6]
    assert (found[1].received, found[1].in_line, found[1].sent_back) == (13, 4, 9)
    assert {one.received for number, one in found.items() if number > 1} == {None}
    assert found[4].opened_on == dt.date(2022, 4, 1)


def test_a_call_is_known_from_its_day_on(shared: sa.Engine) -> None:
    with Session(shared) as session:
        days = (dt.date(2020, 1, 30), dt.date(2020, 1, 31), dt.date(2021, 7, 18))
        assert [len(calls.known(session, Until.day(day))) for day in days] == [0, 1, 3]


def test_the_leader_reports_a_call_and_corrects_it(shared: sa.Engine) -> None:
    with Session(shared) as session:
        first = calls.report(session, LEA, seventh(in_line=None, sent_back=None))
        calls.report(session, LEA, seventh(), first.id)
        newest = calls.known(session, Until.day(TODAY))[0]
        assert (newest.number, newest.in_line, newest.revision) == (7, 8, 1)
        with pytest.raises(ConflictError):
            calls.report(session, LEA, seventh(), first.id)


def test_nobody_else_reports_a_call(shared: sa.Engine) -> None:
    with Session(shared) as session, pytest.raises(NotAllowedError):
        calls.report(session, OTHER, seventh())


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"number": 0}, "Calls are numbered from 1 on."),
        ({"closed_on": dt.date(2025, 4, 1)}, "A call opens, closes and has results in this order."),
        (
            {"results_on": dt.date(2026, 3, 3)},
            "What is to be decided in the future cannot be known yet.",
        ),
        ({"received": -1}, "A count is not below zero."),
        ({"received": 19}, "More were judged than received."),
        ({"source_title": ""}, "Name the source: which document or register says so"),
        ({"source_link": "ftp://x"}, "A link starts with https:// or http://."),
        (
            {"opened_on": None, "closed_on": None, "results_on": None},
            "Give at least one of its days.",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    shared: sa.Engine, changes: dict[str, Any], sentence: str
) -> None:
    with Session(shared) as session, pytest.raises(ValidationError, match=sentence):
        calls.report(session, LEA, seventh(**changes))
