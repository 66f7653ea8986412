"""Documented facts: who records and withdraws one, and what each day shows of it."""

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.findings import findings
from store.findings.finding_draft import FindingDraft
from store.ground.errors import ConflictError, InvalidTextError, NotAllowedError
from store.ledger.knowledge import Until
from store.models import RoleKind
from store.rights.rights import VISITOR, Actor, Grant
from tests.store.findings.test_finding_draft import CONTENT
from tests.store.writing import ANA, MONDAY, TUESDAY

pytestmark = pytest.mark.same_sql

LEADER = Actor("Lea", (Grant(RoleKind.TASK_FORCE_LEADER, "A6"),))
OTHER = Actor("Ola", (Grant(RoleKind.TASK_FORCE_LEADER, "A1"),))
FACT = FindingDraft.model_validate(CONTENT | {"known_on": MONDAY})


def test_a_withdrawn_fact_is_gone_from_that_day_on(filled: sa.Engine) -> None:
    with Session(filled) as session:
        row = findings.record(session, LEADER, FACT)
        back = findings.withdraw(session, ANA, row, TUESDAY, "It was about another meeting")
        assert row in findings.known(session, Until.day(MONDAY))
        later = findings.known(session, Until.day(TUESDAY))
        assert row.code not in {one.code for one in later}
        assert (back.statement, back.reporter) == (row.statement, "Ana")
        with pytest.raises(ConflictError, match="Somebody else has changed this"):
            findings.withdraw(session, ANA, row, TUESDAY, "It was about another meeting")


@pytest.mark.parametrize("actor", [VISITOR, OTHER])
def test_who_does_not_lead_the_objective_is_refused(filled: sa.Engine, actor: Actor) -> None:
    with Session(filled) as session:
        row = findings.record(session, LEADER, FACT)
        with pytest.raises(NotAllowedError, match="You have no right to report on a task force"):
            findings.record(session, actor, FACT)
        with pytest.raises(NotAllowedError, match="You have no right to report on a task force"):
            findings.withdraw(session, actor, row, TUESDAY, "It is wrong")


def test_nothing_is_withdrawn_without_a_reason(filled: sa.Engine) -> None:
    with Session(filled) as session:
        row = findings.record(session, LEADER, FACT)
        with pytest.raises(InvalidTextError, match="Say it in words in “reason”"):
            findings.withdraw(session, LEADER, row, TUESDAY, "-")
        assert row in findings.known(session, Until.day(TUESDAY))
