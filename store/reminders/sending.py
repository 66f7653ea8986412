"""Who is written to today, each at most once.

A message is noted before it is handed to the mail server, and the note is taken back only where the
server says that it did not take it. A program that dies in between sends nothing twice: what it did
not send is still open, and is in the next message.
"""

import datetime as dt
import smtplib
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from store.ledger.knowledge import EVER
from store.models import Person, Place, ReminderWish, Rhythm, SentReminder, SoilSampling
from store.people import people, roles
from store.reminders import digests, mail, wishes
from store.reminders.digests import Sampled
from store.reminders.mail import MailSettings
from store.reporting import dues
from store.reporting.dues import DueState
from store.rights.rights import Actor
from store.samplings import samplings

DAYS = {Rhythm.WEEKLY: 7, Rhythm.MONTHLY: 28}
# What the server says instead of taking a message; after anything else it may have taken it.
REFUSED = (
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPSenderRefused,
    smtplib.SMTPDataError,
    smtplib.SMTPNotSupportedError,
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that is ready for one person."""

    person_id: int
    recipient: str
    subject: str
    text: str


def letters(session: Session, home: str, now: dt.datetime) -> list[Letter]:
    """What is to be sent now, to whoever has an address, a role and something to hear."""
    today = now.date()
    owed = dues.owed(session, today)
    found = []
    for person in people.everybody(session):
        wish = wishes.of(session, person.id or 0)
        actor = roles.actor_of(session, person, today)
        since = _since(session, wish, now) if person.email and actor.grants else None
        if since is None:
            continue
        sampled = list(_sampled(session, actor, since))
        if (digest := digests.gather(owed, sampled, actor, since)) is not None:
            text = digest.text(home, wish.rhythm, today)
            found.append(Letter(person.id or 0, person.email or "", digest.subject, text))
    return found


def _sampled(session: Session, actor: Actor, since: dt.datetime) -> Iterator[Sampled]:
    """The actor's samplings that stand returned, and those approved since."""
    for row, comment in samplings.returned(session, actor):
        yield Sampled(DueState.RETURNED, _named(session, row), comment)
    for row, review in samplings.approved(session, EVER):
        if row.reporter == actor.name and review.recorded_at > since:
            yield Sampled(DueState.APPROVED, _named(session, row), review.comment)


def _named(session: Session, row: SoilSampling) -> str:
    """A sampling in words."""
    country = session.get_one(Place, row.place_code).name_en
    layer = f"{row.depth_from}–{row.depth_to} cm"
    return f"{row.site}, {country}: {row.treatment}, {layer}, {row.year}"


def send(engine: sa.Engine, chosen: MailSettings, now: dt.datetime) -> Iterator[tuple[int, bool]]:
    """Send what is to be sent; yield each person's number and whether the server took it.

    Errors: UnusableMailError before anything is sent.
    """
    with Session(engine) as session:
        ready = letters(session, chosen.home, now)
    if not ready:
        return
    with mail.connected(chosen) as server:
        for letter in ready:
            if _note(engine, letter, now):
                yield letter.person_id, _hand_over(engine, server, chosen, letter, now.date())


def _since(session: Session, wish: ReminderWish, now: dt.datetime) -> dt.datetime | None:
    """From when on news count; None while the next message is not due."""
    if wish.rhythm == Rhythm.NEVER:
        return None
    days = dt.timedelta(days=DAYS[wish.rhythm])
    newest = select(SentReminder).where(SentReminder.person_id == wish.person_id)
    last = session.exec(newest.order_by(col(SentReminder.sent_on).desc())).first()
    if last is None:
        return now - days
    return last.sent_at if last.sent_on + days <= now.date() else None


def _note(engine: sa.Engine, letter: Letter, now: dt.datetime) -> bool:
    """Claim the day for this message; False where another program did, or the person is gone."""
    row = SentReminder(
        person_id=letter.person_id,
        sent_on=now.date(),
        sent_at=now,
        digest=people.digest(letter.text),
    )
    try:
        with Session(engine) as session, session.begin():
            person = session.get(Person, letter.person_id)
            if person is None or person.email != letter.recipient:
                return False
            session.add(row)
    except IntegrityError:
        return False
    return True


def _hand_over(
    engine: sa.Engine, server: smtplib.SMTP, chosen: MailSettings, letter: Letter, on: dt.date
) -> bool:
    message = mail.compose(chosen.sender, letter.recipient, letter.subject, letter.text)
    try:
        server.send_message(message)
    except REFUSED:
        with Session(engine) as session, session.begin():
            noted = (col(SentReminder.person_id) == letter.person_id) & (
                col(SentReminder.sent_on) == on
            )
            session.execute(sa.delete(SentReminder).where(noted))
        return False
    return True
