"""People who owe figures, and a mail server that keeps what it is given."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

import pytest
import sqlalchemy as sa
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as Conversation
from sqlmodel import Session

from store.models import RoleKind
from store.partners import organisations
from store.people import people, roles
from store.people.person_draft import PersonDraft
from store.reminders.mail import MailSettings
from store.rights.rights import Grant, program
from tests.processes import free_port
from tests.store.partners.partners import organisation

HOME = "https://dashboard.example/4p1000"
NOW = dt.datetime(2026, 3, 2, 6, tzinfo=dt.UTC)
OFFICE = program("test")


@dataclass
class Mailbox:
    """What a mail server took, and whom it refuses."""

    settings: MailSettings
    taken: list[EmailMessage] = field(default_factory=list)
    recipients: list[list[str]] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)

    async def handle_RCPT(  # noqa: N802  # the library asks for this name
        self,
        _server: SMTP,
        _session: Conversation,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        """Refuse whom it does not know."""
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802  # the library asks for this name
        self, _server: SMTP, _session: Conversation, envelope: Envelope
    ) -> str:
        """Keep a message."""
        assert isinstance(envelope.content, bytes)
        parsed = BytesParser(EmailMessage, policy=default).parsebytes(envelope.content)
        self.taken.append(parsed)
        self.recipients.append(list(envelope.rcpt_tos))
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """A real mail server of the test's own."""
    port = free_port()
    kept = Mailbox(MailSettings("127.0.0.1", port, False, "", "", "office@4p1000.example", HOME))
    server = Controller(kept, hostname="127.0.0.1", port=port)
    server.start()
    yield kept
    server.stop()


@pytest.fixture
def team(filled: sa.Engine) -> dict[str, int]:
    """Numbers of a leader of D4, a representative for Africa, and somebody without a role."""
    held = {
        "Lea": Grant(RoleKind.TASK_FORCE_LEADER, "D4"),
        "Rosa": Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-AFR"),
        "Nils": None,
    }
    with Session(filled) as session, session.begin():
        start = dt.date(2026, 1, 5)
        home = organisations.add(
            session, OFFICE, organisation("Soil Institute", known_on=start), start
        )
        numbers = {}
        for name, grant in held.items():
            draft = PersonDraft(
                name=name, email=f"{name.lower()}@soil.example", organisation_id=home.id
            )
            numbers[name] = people.add_person(session, OFFICE, draft).id or 0
            if grant is not None:
                roles.grant(session, OFFICE, numbers[name], grant, start)
    return numbers
