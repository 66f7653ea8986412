"""A process that reports figures, one transaction each: `python -m tests.store.submitter NAME N`.

Prints the client key of each figure once it was acknowledged.
"""

import datetime as dt
import sys

from sqlmodel import Session

from store.database import engine
from store.figures import actions
from store.figures.draft import MeasurementDraft, client_key
from store.models import RoleKind
from store.rights.rights import Actor, Grant
from tests.store.writing import draft

FIRST_DAY = dt.date(2021, 1, 1)


def sent(name: str, number: int) -> MeasurementDraft:
    """A submitter's figure, of a day of its own: the same when it is sent again."""
    day = FIRST_DAY + dt.timedelta(days=number)
    return draft(place_code=name, period_start=day, period_end=day)


def key(name: str, number: int) -> str:
    """The client key of a submitter's figure."""
    return client_key(sent(name, number), name)


def main(name: str, count: int) -> None:
    """Report `count` figures, each of a day of its own, of a country that is this submitter's."""
    opened = engine.connect(engine.address())
    actor = Actor(name, (Grant(RoleKind.SECRETARIAT),))
    for number in range(count):
        with Session(opened) as session, session.begin():
            actions.report(session, actor, sent(name, number))
        sys.stdout.write(f"{key(name, number)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
