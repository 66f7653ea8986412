"""What the environment has to say before anybody is written to."""

import datetime as dt
import ssl
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

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
    read = mail.settings(ENOUGH | {"SMTP_TLS": "yes"})
    assert (read.port, read.is_tls, read.starts_tls) == (465, True, False)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"SMTP_HOST": "", "MAIL_FROM": ""}, "Reminders need more settings: SMTP_HOST, MAIL_FROM."),
        ({"SMTP_PORT": "smtp"}, "SMTP_PORT is smtp; it must be a whole number."),
        ({"SMTP_STARTTLS": "maybe"}, "SMTP_STARTTLS is maybe; it must be yes or no."),
        ({"SMTP_TLS": "465"}, "SMTP_TLS is 465; it must be yes or no."),
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


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate of this machine that it signed itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    kept, secret = folder / "certificate.pem", folder / "key.pem"
    kept.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return kept, secret


def test_a_line_encrypted_from_its_first_byte_is_used_where_it_is_trusted(
    tmp_path: Path, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, secret = certificate(tmp_path)
    encrypted = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    encrypted.load_cert_chain(kept, secret)
    port = free_port()
    server = Controller(mailbox, hostname="127.0.0.1", port=port, ssl_context=encrypted)
    monkeypatch.setenv("SSL_CERT_FILE", str(kept))
    server.start()
    try:
        host = {"SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(port), "SMTP_TLS": "yes"}
        chosen = mail.settings(ENOUGH | host)
        with mail.connected(chosen) as connection:
            message = mail.compose(chosen.sender, "lea@soil.example", "Due", "One figure.")
            connection.send_message(message)
        monkeypatch.delenv("SSL_CERT_FILE")
        with pytest.raises(UnusableMailError, match="certificate"):
            mail.connected(chosen).__enter__()
    finally:
        server.stop()
    assert [taken["Subject"] for taken in mailbox.taken] == ["Due"]
