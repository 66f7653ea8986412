"""When a step of a meeting was planned: the clock of the running order, never a note."""

from components.language.text import _c
from components.meetings import running_order as order_page
from components.reader import access, cache
from components.reader.view import View
from store.meetings import running_order
from store.models import Meeting


def of(meeting: Meeting, step: str, view: View) -> str:
    """From when to when, "" where nobody said; only who may read the running order is told."""
    if not order_page.may_read(meeting, view):
        return ""
    known = cache.ask(running_order.known, access.actor(), meeting.code, view.until)
    run = running_order.steps(meeting)
    slots = [*running_order.slots(known, run)]
    ends = [*(slot.begins for slot in slots[1:]), running_order.ends(known, run)]
    return next(
        (
            _c("planned time of a step", "{begins}–{ends}", begins=slot.begins, ends=end)
            for slot, end in zip(slots, ends, strict=True)
            if slot.step == step and slot.begins
        ),
        "",
    )
