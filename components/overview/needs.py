"""What needs the reader, by role: each line a link that ends in the act."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from components.language.text import _, _c, _n, day, listed, number
from components.look import isolation
from components.overview import shortfall
from components.reader import access, cache, clock, links
from components.reader.view import View
from store.meetings import attendance, decisions, meetings
from store.models import Meeting
from store.models.meetings import Stage
from store.people import people
from store.progress import Status
from store.reporting import dues, waiting
from store.rights.rights import Act
from store.samplings import samplings
from store.samplings.samplings import OBJECTIVE
from store.standing import PlanStanding

NAMED = 4  # objectives that one line names


@dataclass(frozen=True, slots=True)
class Need:
    """One line: how many, what, a second line, and the link with its label."""

    count: str
    what: str
    beside: str
    act: str
    address: str


def build(plan: PlanStanding, view: View) -> str:
    """The box as HTML; "" for readers without a role, and for a day that is past."""
    may_owe = access.may(Act.SEE) or access.may(Act.REPORT) or _unconfirmed(view)
    if not may_owe or view.as_of != clock.today():
        return ""
    # Which of thousands of dues are whose is asked once, not at each click.
    return cache.derived("needs", (access.actor(), view), lambda: _box(plan, view))


def _box(plan: PlanStanding, view: View) -> str:
    rows = "".join(_row(need) for need in _needs(plan, view))
    body = f"<ul>{rows}</ul>" if rows else f"<p>{escape(_('Nothing waits for you today.'))}</p>"
    return f'<aside class="needs"><h2>{escape(_("What needs you"))}</h2>{body}</aside>'


def _needs(plan: PlanStanding, view: View) -> Iterator[Need]:
    if access.may(Act.REVIEW):
        yield from _waiting()
        yield from _samplings_waiting()
    if access.may(Act.MEET):
        yield from _regressing(plan, view)
    if access.may(Act.REPORT):
        yield from _owed(view)
        yield from _samplings_returned()
    if access.may(Act.MEET):
        yield from _overdue(view)
    yield from _minutes(view)
    yield from _meeting(view)


def _waiting() -> Iterator[Need]:
    counts = cache.ask(waiting.by_indicator, access.actor())
    oldest = cache.ask(waiting.oldest, access.actor())
    if oldest is None:
        return
    codes = {one.code: one.objective_code for one in cache.indicators()}
    about, count = sorted({codes[one] or "–" for one in counts}), sum(counts.values())
    yield Need(
        number(count),
        _n("figure waits for approval", "figures wait for approval", count),
        _("Oldest of {day}: {objectives}", day=day(oldest), objectives=_few(about)),
        _c("button", "Review"),
        links.address("queue"),
    )


def _samplings_waiting() -> Iterator[Need]:
    there = cache.ask(samplings.waiting, access.actor())
    if not there:
        return
    yield Need(
        number(len(there)),
        _n("soil sampling waits for approval", "soil samplings wait for approval", len(there)),
        _("Oldest of {day}: {objectives}", day=day(there[0].recorded_at), objectives=OBJECTIVE),
        _c("button", "Review"),
        links.address("queue"),
    )


def _samplings_returned() -> Iterator[Need]:
    there = cache.ask(samplings.returned, access.actor())
    if not there:
        return
    row, comment = there[0]
    yield Need(
        number(len(there)),
        _n("soil sampling came back to you", "soil samplings came back to you", len(there)),
        _("{site}, {year}: “{comment}”", site=row.site, year=row.year, comment=comment),
        _c("button", "Correct"),
        links.address("samplings"),
    )


def _regressing(plan: PlanStanding, view: View) -> Iterator[Need]:
    """Objectives that move away from their target while no decision about them is open."""
    known = cache.ask(decisions.known, access.actor(), view.until)
    acted = {row.subject for row in decisions.unfinished(known)}
    left = [
        objective
        for objective in shortfall.ordered(plan.objectives)
        if objective.statuses[1] is Status.REGRESSING and objective.code not in acted
    ]
    for objective in left[:1]:
        yield Need(
            number(len(left)),
            _n(
                "objective regresses and no action on it is open",
                "objectives regress and no action on them is open",
                len(left),
            ),
            _few([f"{one.code} {one.title}" for one in left]),
            _c("button", "Open"),
            links.address("objective", objective=objective.code),
        )


def _owed(view: View) -> Iterator[Need]:
    actor = access.actor()
    late = [due for due in cache.ask(dues.overdue, view.until) if dues.is_mine(due, actor)]
    if not late:
        return
    about = sorted({due.indicator.objective_code or "–" for due in late})
    yield Need(
        number(len(late)),
        _n("figure is overdue from you", "figures are overdue from you", len(late)),
        _("Oldest of {year}: {objectives}", year=late[0].year, objectives=_few(about)),
        _c("button", "Report"),
        links.address("my-figures"),
    )


def _overdue(view: View) -> Iterator[Need]:
    known = cache.ask(decisions.known, access.actor(), view.until)
    late = [row for row in decisions.unfinished(known) if decisions.is_overdue(row, view.as_of)]
    if not late or late[0].due_on is None:
        return
    yield Need(
        number(len(late)),
        _n("action of a meeting is overdue", "actions of meetings are overdue", len(late)),
        _("Since {day}: {text}", day=day(late[0].due_on), text=late[0].text),
        _c("button", "Follow up"),
        links.address("meeting", meeting=late[0].meeting_code),
    )


def _unconfirmed(view: View) -> list[Meeting]:
    """The meetings whose minutes the reader, who attended, has not confirmed."""
    reader = access.actor().name
    is_person = people.number_in_ledger(reader) is not None  # nobody else costs a question
    return cache.ask(attendance.awaited, reader, view.until) if is_person else []


def _minutes(view: View) -> Iterator[Need]:
    waiting = _unconfirmed(view)
    for meeting in waiting[:1]:
        yield Need(
            number(len(waiting)),
            _n("meeting’s minutes wait for you", "meetings’ minutes wait for you", len(waiting)),
            _("{meeting}, {day}", meeting=meeting.title, day=day(meeting.held_on)),
            _c("button", "Read and confirm"),
            links.address("meeting", meeting=meeting.code),
        )


def _meeting(view: View) -> Iterator[Need]:
    ahead = [
        meeting
        for meeting in cache.ask(meetings.known, access.actor(), view.until)
        if meeting.stage in (Stage.PLANNED, Stage.OPEN) and meeting.held_on >= view.as_of
    ]
    if not ahead:
        return
    following = min(ahead, key=lambda meeting: meeting.held_on)
    left = (following.held_on - view.as_of).days
    yield Need(
        number(left),
        _n("day to the next meeting", "days to the next meeting", left),
        _("{meeting}, {day}", meeting=following.title, day=day(following.held_on)),
        _c("button", "Prepare") if access.may(Act.MEET) else _c("button", "Open"),
        links.address("meeting", meeting=following.code),
    )


def _few(names: list[str]) -> str:
    if len(names) <= NAMED:
        return listed(names)
    return _(
        "{names} and {more} more",
        names=", ".join(names[:NAMED]),
        more=number(len(names) - NAMED),
    )


@isolation.piece
def _row(need: Need) -> str:
    return (
        f"<li><b>{escape(need.count)}</b><span>{escape(need.what)}"
        f"<small>{escape(need.beside)}</small></span>"
        f'<a class="act" href="{escape(need.address)}">{escape(need.act)}</a></li>'
    )
