"""The days by which somebody's figures are due, as a calendar that they subscribe to."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from sqlmodel import Session

from store.ground.errors import UnknownReferenceError
from store.ground.messages import Message
from store.people import people, roles
from store.reminders import digests, wishes
from store.reporting import dues
from store.reporting.dues import Due, DueState

NAME = Message("“4 per 1000”: figures due")
ONE = Message("{indicator}, {place}, {year}")
MANY = Message("{indicator}, {year}: {count} places")
SHOWN = (DueState.RETURNED, DueState.OVERDUE, DueState.DUE, DueState.NOT_DUE)


def of(session: Session, token: str, home: str, now: dt.datetime) -> bytes:
    """The calendar behind an address, as iCalendar.

    Errors: UnknownReferenceError for an address that is void, or of somebody without a role today.
    """
    person = wishes.reader_of(session, token)
    actor = roles.actor_of(session, person, now.date()) if person else None
    if actor is None or not actor.grants:
        raise UnknownReferenceError("There is no such calendar.")
    mine = [
        due
        for due in dues.owed(session, now.date())
        if due.state in SHOWN and dues.is_mine(due, actor)
    ]
    return build(mine, home, now)


def build(owed: Iterable[Due], home: str, now: dt.datetime) -> bytes:
    """One whole day an indicator and year, however many places it is due for."""
    from icalendar import Calendar, Event  # nothing else of the server needs it

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//4 per 1000 Dashboard//figures due//EN")
    calendar.add("x-wr-calname", str(NAME))
    together: dict[tuple[str, int], list[Due]] = defaultdict(list)
    for due in owed:
        together[due.indicator.code, due.year].append(due)
    for (code, year), same in together.items():
        event = Event()
        event.add("uid", f"{people.digest(f'{code} {year} {home}')[:32]}@4p1000-dashboard")
        event.add("dtstamp", now)
        event.add("dtstart", same[0].due_on)
        event.add("dtend", same[0].due_on + dt.timedelta(days=1))
        event.add("summary", _summary(same))
        event.add("url", digests.form(same[0], home) if len(same) == 1 else f"{home}/my-figures")
        event.add("transp", "TRANSPARENT")  # a day by which, not a day that is taken
        calendar.add_component(event)
    return calendar.to_ical()


def _summary(same: list[Due]) -> str:
    first = same[0]
    said = ONE.filled(place=first.place.name_en) if len(same) == 1 else MANY.filled(count=len(same))
    return str(said.filled(indicator=first.indicator.name, year=first.year))
