"""What the environment has to say before anybody is written to."""

import pytest

from store.ground.errors import UnusableMailError
from store.reminders import mail
from tests.processes import free_port
from tests.store.reminders.conftest import Mailbox

ENOUGH = {
    "SMTP_HOST": "mail.example",
    "MAIL_FROM": "office@4p1000.example",
    "PUBLIC_ADDRESS": "https://dashboard.example/",
}


def test_the_rest_has_defaults() -> None:
    read = mail.settings(ENOUGH)
    assert (read.port, read.starts_tls, read.user) == (587, True, "")
    assert read.home == "https://dashboard.example"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"SMTP_HOST": "", "MAIL_FROM": ""}, "Reminders need more settings: SMTP_HOST, MAIL_FROM."),
        ({"SMTP_PORT": "smtp"}, "SMTP_PORT is smtp; it must be a whole number."),
        ({"SMTP_STARTTLS": "maybe"}, "SMTP_STARTTLS is maybe; it must be yes or no."),
    ],
)
def test_what_is_missing_or_cannot_be_is_named(said: dict[str, str], sentence: str) -> None:
    with pytest.raises(UnusableMailError) as refused:
        mail.settings(ENOUGH | said)
    assert str(refused.value) == sentence


def test_a_server_that_is_not_there_is_named_before_anything_is_sent() -> None:
    chosen = mail.settings(ENOUGH | {"SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(free_port())})
    with pytest.raises(UnusableMailError, match="The mail server cannot be used"):
        mail.connected(chosen).__enter__()


def test_a_password_never_goes_over_an_open_line(mailbox: Mailbox) -> None:
    port = str(mailbox.settings.port)
    chosen = mail.settings(
        ENOUGH
        | {"SMTP_HOST": "127.0.0.1", "SMTP_PORT": port, "SMTP_USER": "a", "SMTP_PASSWORD": "b"}
    )
    with pytest.raises(UnusableMailError, match="STARTTLS"):
        mail.connected(chosen).__enter__()
