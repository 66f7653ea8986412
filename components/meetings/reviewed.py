"""What a meeting reviews: the plan as it was frozen, and as the same body saw it last time."""

from dataclasses import dataclass, replace

from components.language.text import _, day
from components.overview import changes
from components.reader import access, cache
from components.reader.view import View
from store.ledger.knowledge import Until
from store.meetings import decisions, meetings
from store.meetings.meetings import Planned
from store.models import Decision, Meeting
from store.rights.rights import program
from store.standing import PlanStanding

EVERYTHING = program("review")


@dataclass(frozen=True, slots=True)
class Review:
    """A meeting with the plan it reviews and what that is compared with.

    `last` is the meeting of the same body before it, None for its first one here; `before` is the
    plan as that one saw it, or as known a year earlier.
    """

    meeting: Meeting
    plan: PlanStanding
    last: Meeting | None
    before: PlanStanding

    @property
    def since(self) -> str:
        """Since when changes are told."""
        if self.last is None:
            return _("since {day}", day=day(self.before.as_of))
        return _("since the meeting of {day}", day=day(self.last.held_on))


def known(view: View) -> list[Meeting]:
    """The meetings that the reader may read, as they stood on the day, the last one first."""
    return cache.ask(meetings.known, access.actor(), view.until)


def decided(until: Until) -> list[Decision]:
    """The decisions that the reader may read, as they stood, the newest first."""
    return cache.ask(decisions.known, access.actor(), until)


def review(meeting: Meeting, view: View) -> Review:
    """What the meeting shows; before it opens, what is known on the day of the view."""
    plan, last, before = _seen(meeting, view)
    return Review(meeting, plan, last, before)


def ahead(meeting: Planned, view: View) -> tuple[PlanStanding, PlanStanding]:
    """The plan that a meeting will review, and what it will be compared with, as known now."""
    plan, _last, before = _seen(meeting, view)
    return plan, before


def _seen(
    meeting: Meeting | Planned, view: View
) -> tuple[PlanStanding, Meeting | None, PlanStanding]:
    # What changed since then is the same for every reader, whoever may read that meeting.
    earlier = cache.ask(meetings.known, EVERYTHING, view.until)
    last = meetings.previous(earlier, meeting)
    until = meetings.until(meeting) or view.until
    seen_last = meetings.until(last) if last is not None else None
    earlier = seen_last or replace(until, as_of=changes.year_before(until.as_of))
    plan = cache.plan_standing(meeting.plan_code, until)
    return plan, last, cache.plan_standing(meeting.plan_code, earlier)
