"""What a cell of a sheet holds once it is read, and what is said of one that holds no answer."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from store.ground import numbers
from store.ground.messages import Message


@dataclass(frozen=True, slots=True)
class Percent:
    """A number in a cell that shows it as percent: `value` is 45 where 0.45 is kept."""

    value: float

    @classmethod
    def of(cls, kept: float) -> "Percent":
        """What a cell shows that keeps this share of 1; 0.145 is 14.5, not 14.499999999999998."""
        return cls(numbers.percent(kept))

    def __str__(self) -> str:
        """As it is typed."""
        return f"{Decimal(repr(self.value)).normalize():f} %"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a cell holds nothing that could be taken for what was meant."""

    reason: Message


Cell = str | float | int | dt.date | Percent | Flaw | None

# A decimal comma, or a comma in a text, divides a cell of such a file in two: all that follow slip.
SLIPPED = Flaw(
    Message(
        "This row has more cells than the head has names. A sign that divides cells stands inside"
        " one of them: put that cell in quotation marks, or save the file as Excel workbook"
        " (.xlsx)."
    )
)
