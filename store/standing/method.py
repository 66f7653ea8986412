"""The versions of the method, and since when the present one is in force."""

import datetime as dt
from enum import StrEnum

IN_FORCE_SINCE = dt.date(2026, 11, 30)


class Method(StrEnum):
    """A version of data/METHODS.md. Meetings keep the one they were held under."""

    FORMER = "1.0"
    IN_FORCE = "1.1"
