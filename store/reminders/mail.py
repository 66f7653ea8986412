"""The mail server named in the environment, and one message through it."""

import os
import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from store.ground.errors import UnusableMailError

PATIENCE = 30  # seconds for each answer of the server
NEEDED = ("SMTP_HOST", "MAIL_FROM", "PUBLIC_ADDRESS")


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Where messages are handed in, whom they are from, and where their links lead.

    The line is encrypted from its first byte (`is_tls`), or once the server agrees (`starts_tls`).
    """

    host: str
    port: int
    starts_tls: bool
    user: str
    password: str
    sender: str
    home: str
    is_tls: bool = False


def settings(environment: Mapping[str, str] = os.environ) -> MailSettings:
    """What the environment says.

    Errors: UnusableMailError, which names what is missing or cannot be.
    """
    if missing := tuple(name for name in NEEDED if not environment.get(name)):
        raise UnusableMailError("Reminders need more settings: {names}.", names=missing)
    is_tls = _is_yes(environment, "SMTP_TLS", default="no")
    port = environment.get("SMTP_PORT") or ("465" if is_tls else "587")
    if not port.isdecimal():
        raise UnusableMailError("SMTP_PORT is {port}; it must be a whole number.", port=port)
    starts_tls = _is_yes(environment, "SMTP_STARTTLS", default="yes")
    return MailSettings(
        host=environment["SMTP_HOST"],
        port=int(port),
        starts_tls=starts_tls and not is_tls,
        user=environment.get("SMTP_USER", ""),
        password=environment.get("SMTP_PASSWORD", ""),
        sender=environment["MAIL_FROM"],
        home=environment["PUBLIC_ADDRESS"].rstrip("/"),
        is_tls=is_tls,
    )


def _is_yes(environment: Mapping[str, str], name: str, default: str) -> bool:
    word = (environment.get(name) or default).lower()
    if word not in ("yes", "no"):
        raise UnusableMailError("{name} is {word}; it must be yes or no.", name=name, word=word)
    return word == "yes"


def compose(sender: str, recipient: str, subject: str, text: str) -> EmailMessage:
    """A plain message to one person."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, recipient, subject
    message["Date"] = formatdate(localtime=False)
    message["Message-ID"] = make_msgid(domain="4p1000-dashboard.invalid")
    message["Auto-Submitted"] = "auto-generated"  # no answer from an absent reader's machine
    message.set_content(text)
    return message


@contextmanager
def connected(chosen: MailSettings) -> Iterator[smtplib.SMTP]:
    """A server that takes messages.

    Errors: UnusableMailError where it cannot be reached, or refuses the password or encryption.
    """
    trusted = ssl.create_default_context()
    where = chosen.host, chosen.port
    try:
        if chosen.is_tls:
            server = smtplib.SMTP_SSL(*where, timeout=PATIENCE, context=trusted)
        else:
            server = smtplib.SMTP(*where, timeout=PATIENCE)
    except OSError as error:
        raise _unusable(error) from error
    with server:
        try:
            if chosen.starts_tls:
                server.starttls(context=trusted)
            if chosen.user:
                server.login(chosen.user, chosen.password)
        except (OSError, smtplib.SMTPException) as error:
            raise _unusable(error) from error
        yield server


def _unusable(error: Exception) -> UnusableMailError:
    return UnusableMailError("The mail server cannot be used: {cause}.", cause=str(error))
