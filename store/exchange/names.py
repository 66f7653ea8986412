"""People as everybody may read of them: by name with their consent, else by a number."""

from collections.abc import Callable

from sqlmodel import Session

from store.people import people


def public_names(session: Session) -> Callable[[str], str]:
    """What to write for a name in the ledger; the consent is that of now, whatever the day."""
    consenting = {
        people.name_in_ledger(person.id or 0): person.name
        for person in people.everybody(session)
        if person.shows_name
    }

    def display(name: str) -> str:
        number = people.number_in_ledger(name)
        return name if number is None else consenting.get(name, f"reporter no. {number}")

    return display
