"""The names that the program gives to what it writes: the same on every machine."""

import datetime as dt
from uuid import NAMESPACE_URL, uuid5


def code_of(title: str, starts_on: dt.date) -> str:
    """The code of an activity."""
    return str(uuid5(NAMESPACE_URL, f"{title} {starts_on}"))
