"""That a year is complete, as somebody declared it."""

from pydantic import field_validator

from store.figures.periods import EARLIEST
from store.ground.drafts import Draft, Source
from store.ground.errors import InvalidMeasurementError
from store.models.ledger import CompleteYearFields


class CompleteYearDraft(CompleteYearFields, Draft):
    """A declaration on its way in.

    `corrects` is the declaration that its writer saw for the same indicator, place and year.
    """

    source_title: Source
    corrects: int | None = None

    @field_validator("year")
    @classmethod
    def check_year(cls, year: int) -> int:
        """Refuse a year before the Initiative."""
        if year < EARLIEST.year:
            raise InvalidMeasurementError(
                "{year} is before the Initiative, which began in 2015.", year=str(year)
            )
        return year
