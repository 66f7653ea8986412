"""Rights come before every other check: who may not do a thing is told that and nothing else."""

import datetime as dt
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.activities import activities
from store.figures import actions
from store.ground.errors import NotAllowedError
from store.meetings import meetings
from store.models import Activity, Measurement, Meeting
from store.people import joining
from store.rights.rights import VISITOR
from tests.store.activities.test_activities import project
from tests.store.meetings.sittings import TODAY, meeting
from tests.store.writing import ANA, draft


def planned(session: Session) -> Meeting:
    """A meeting that Ana arranged."""
    return meetings.arrange(session, ANA, meeting())


def kept(session: Session) -> Activity:
    """A project that Ana keeps."""
    return activities.report(session, ANA, project())


def figure(session: Session) -> Measurement:
    """A figure that Ana reported."""
    return actions.report(session, ANA, draft())


# Each is wrong in itself, too: a step that does not come now, or a reason that is missing.
WRONG: dict[str, Callable[[Session], object]] = {
    "open": lambda s: meetings.freeze(s, VISITOR, planned(s), dt.date(1999, 1, 1), TODAY),
    "close": lambda s: meetings.close(s, VISITOR, planned(s), TODAY),
    "publish": lambda s: meetings.publish(s, VISITOR, planned(s), TODAY),
    "cancel": lambda s: meetings.cancel(s, VISITOR, planned(s), TODAY, ""),
    "withdraw": lambda s: activities.withdraw(s, VISITOR, kept(s), TODAY, ""),
    "send back": lambda s: actions.send_back(s, VISITOR, figure(s), TODAY, ""),
    "approve": lambda s: actions.approve(s, VISITOR, figure(s), TODAY, "\x00"),
    "decline": lambda s: joining.decline(s, VISITOR, 0, "", TODAY),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_who_may_not_is_told_nothing_else(shared: sa.Engine, wrong: str) -> None:
    with Session(shared) as session, pytest.raises(NotAllowedError, match="You have no right to"):
        WRONG[wrong](session)
