"""`python -m store remind`: write to whoever owes figures, in their own rhythm; for a timer."""

import argparse

from sqlmodel import Session

from store.database import migrate
from store.ground import clock
from store.people import people
from store.reminders import mail, sending


def declare(command: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    command.add_argument("--dry-run", action="store_true", help="print the messages, send none")


def run(arguments: argparse.Namespace, url: str) -> tuple[list[str], bool]:
    """Remind; return the lines to print and whether every message was taken.

    Errors: UnusableMailError, UnusableStoreError.
    """
    chosen, now = mail.settings(), clock.now()
    engine = migrate.upgrade(url)
    try:
        if arguments.dry_run:
            with Session(engine) as session:
                return [
                    _shown(letter) for letter in sending.letters(session, chosen.home, now)
                ], True
        done = list(sending.send(engine, chosen, now))
    finally:
        engine.dispose()
    lines = [
        f"{people.name_in_ledger(number)}: {'sent' if taken else 'refused by the mail server'}"
        for number, taken in done
    ]
    return lines or ["Nobody is to be reminded now."], all(taken for _number, taken in done)


def _shown(letter: sending.Letter) -> str:
    return f"{people.name_in_ledger(letter.person_id)}: {letter.subject}\n\n{letter.text}"
