"""What one message says: what is returned, overdue, due, and approved since the last one.

English only: the store knows no language of a person. It names nobody but the reader.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlencode

from store.ground.messages import Message
from store.models import Rhythm
from store.reporting import dues
from store.reporting.dues import Due, DueState
from store.rights.rights import Actor

MOST = 20  # figures of one kind that a message lists
ADDRESS = re.compile(r"\S+@\S+")

HEADINGS = {
    DueState.RETURNED: Message("Returned to you:"),
    DueState.OVERDUE: Message("Overdue:"),
    DueState.DUE: Message("Due:"),
    DueState.APPROVED: Message("Approved since the last message:"),
}
SAMPLED = {
    DueState.RETURNED: Message("Soil samplings returned to you:"),
    DueState.APPROVED: Message("Soil samplings approved since the last message:"),
}
RHYTHMS = {
    Rhythm.WEEKLY: Message("You get this message once a week."),
    Rhythm.MONTHLY: Message("You get this message once a month."),
}
SUBJECT = Message("4 per 1000: {open} open, {approved} approved")
NEWS = Message("Your figures in the “4 per 1000” Dashboard on {day}:")
MORE = Message("and {count} more: {link}")
BY = Message("due by {day}")
CHOICE = Message("Have it more or less often, or never: {link}")


@dataclass(frozen=True, slots=True)
class Sampled:
    """A sampling of the reader that was returned or approved, in words, with the comment."""

    state: DueState
    named: str
    comment: str


@dataclass(frozen=True, slots=True)
class Digest:
    """What there is to say to one person, by kind; a kind without figures is left out."""

    figures: dict[DueState, list[Due]]
    samplings: Sequence[Sampled]

    @property
    def subject(self) -> str:
        """The line that a list of messages shows."""
        counts = Counter({state: len(found) for state, found in self.figures.items()})
        counts.update(one.state for one in self.samplings)
        approved = counts.pop(DueState.APPROVED, 0)
        return str(SUBJECT.filled(open=counts.total(), approved=approved))

    def text(self, home: str, rhythm: Rhythm, today: dt.date) -> str:
        """The whole message, plain; `home` is the app's public address without a slash."""
        own_page = f"{home}/my-figures"
        sections = ["\n".join(_section(kind, self.figures[kind], home)) for kind in self.figures]
        sections += [
            "\n".join(_of_samplings(kind, found, home))
            for kind in SAMPLED
            if (found := [one for one in self.samplings if one.state == kind])
        ]
        choice = f"{RHYTHMS[rhythm]} {CHOICE.filled(link=own_page)}"
        return "\n\n".join([str(NEWS.filled(day=today)), *sections, choice]) + "\n"


def gather(
    owed: Sequence[Due], samplings: Sequence[Sampled], actor: Actor, since: dt.datetime
) -> Digest | None:
    """What the actor should hear of, None for nothing; approvals count from the instant on."""
    mine = [due for due in owed if dues.is_mine(due, actor)]
    kinds = {
        state: [due for due in mine if due.state == state]
        for state in (DueState.RETURNED, DueState.OVERDUE, DueState.DUE)
    }
    kinds[DueState.APPROVED] = [due for due in owed if _is_approved(due, actor, since)]
    figures = {state: found for state, found in kinds.items() if found}
    return Digest(figures, samplings) if figures or samplings else None


def form(due: Due, home: str) -> str:
    """The address of the form for a figure."""
    asked = {
        "indicator": due.indicator.code,
        "place": due.place.code,
        "year": str(due.year),
    }
    return f"{home}/report?{urlencode(asked)}"


def _is_approved(due: Due, actor: Actor, since: dt.datetime) -> bool:
    head = due.head
    if head is None or head.review is None or head.measurement.reporter != actor.name:
        return False
    is_kept = due.state in (DueState.APPROVED, DueState.NO_DATA)
    return is_kept and head.review.recorded_at > since


def _section(kind: DueState, found: list[Due], home: str) -> Iterator[str]:
    yield str(HEADINGS[kind])
    yield from chain.from_iterable(_lines(due, home) for due in found[:MOST])
    if len(found) > MOST:
        yield f"- {MORE.filled(count=len(found) - MOST, link=f'{home}/my-figures')}"


def _lines(due: Due, home: str) -> Iterator[str]:
    figure = f"- {due.indicator.name}, {due.place.name_en}, {due.year}"
    is_open = due.state in (DueState.OVERDUE, DueState.DUE)
    yield f"{figure} ({BY.filled(day=due.due_on)})" if is_open else figure
    review = due.head.review if due.head else None
    if due.state == DueState.RETURNED and review is not None:
        yield _quoted(review.comment)
    yield f"  {form(due, home)}"


def _of_samplings(kind: DueState, found: Sequence[Sampled], home: str) -> Iterator[str]:
    form = f"{home}/samplings"
    yield str(SAMPLED[kind])
    for one in found[:MOST]:
        yield f"- {one.named}"
        if one.comment and kind == DueState.RETURNED:
            yield _quoted(one.comment)
    if len(found) > MOST:
        yield f"- {MORE.filled(count=len(found) - MOST, link=form)}"
    yield f"  {form}"


def _quoted(comment: str) -> str:
    """A reviewer's comment in one line, without addresses."""
    return f"  “{ADDRESS.sub('…', ' '.join(comment.split()))}”"
