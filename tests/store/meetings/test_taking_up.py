"""An objective joins the agenda of a planned meeting."""

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.ground.errors import ConflictError, NotAllowedError, StoreError
from store.meetings import meetings
from store.models import RoleKind
from store.rights.rights import Actor, Grant
from tests.store.meetings.sittings import NEXT_MONTH, TODAY, meeting, step
from tests.store.writing import ANA

LEADER = Actor("Lea", (Grant(RoleKind.TASK_FORCE_LEADER, "D4"),))


def test_an_objective_is_put_at_the_end_of_an_agenda_and_never_over_a_later_change(
    filled: sa.Engine,
) -> None:
    with Session(filled, expire_on_commit=False) as session, session.begin():
        arranged = meetings.arrange(session, ANA, meeting(held_on=NEXT_MONTH))
    longer = step(filled, meetings.take_up, arranged, "E1", TODAY)
    assert longer.agenda == ["D4", "A", "E1"]
    with pytest.raises(ConflictError):
        step(filled, meetings.take_up, arranged, "C1", TODAY)
    with Session(filled) as session, pytest.raises(NotAllowedError):
        meetings.take_up(session, LEADER, longer, "C1", TODAY)
    with Session(filled) as session, pytest.raises(StoreError, match="no goal or objective Z9"):
        meetings.take_up(session, ANA, longer, "Z9", TODAY)
