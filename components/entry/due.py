"""Where the slot is among the figures that the reader owes, and which one is next."""

from components.language.text import _, day
from components.reader import access, cache, clock, owing
from components.reader.places import name
from store.reporting.dues import Due, DueState
from store.reporting.saved_drafts import Slot

OPEN = (DueState.RETURNED, DueState.OVERDUE, DueState.DUE)


def place_in_list(slot: Slot) -> str:
    """The place and the year, what is due, and how far the reader is through all that is."""
    where = _("{place} · {year}", place=name(slot.place_code), year=slot.year)
    owed = mine()
    due = owed.get(slot)
    if due is None or due.state not in OPEN:
        return where
    still = [open_due for open_due in owed.values() if open_due.state in OPEN]
    number, count = still.index(due) + 1, len(still)
    through = _("figure {number} of {count} that are due", number=number, count=count)
    return f"{where} · {through} · {_by_when(due)}"


def following(slot: Slot) -> Due | None:
    """The next figure that is due, after the slot and then from the beginning; None for none."""
    owed = mine()
    order = list(owed)
    first = order.index(slot) + 1 if slot in owed else 0
    waiting = [owed[other] for other in order[first:] + order[:first] if other != slot]
    return next((due for due in waiting if due.state in OPEN), None)


def mine() -> dict[Slot, Due]:
    """What the reader owes or has sent, the most urgent first."""
    return cache.derived("mine", (access.actor(), clock.today()), _mine)


def _mine() -> dict[Slot, Due]:
    owed = sorted(
        owing.mine(), key=lambda due: OPEN.index(due.state) if due.state in OPEN else len(OPEN)
    )
    return {Slot(due.indicator.code, due.place.code, due.year): due for due in owed}


def _by_when(due: Due) -> str:
    if due.state is DueState.RETURNED:
        return _("returned; it was due by {day}", day=day(due.due_on))
    if due.state is DueState.OVERDUE:
        return _("overdue since {day}", day=day(due.due_on))
    return _("due by {day}", day=day(due.due_on))
