"""Dates as year indices, the only time the arithmetic knows. It never asks for today."""

import calendar
from datetime import date

Moment = date | float


def year_index(day: date) -> float:
    """Place a day on the axis of years.

    Unit:   years; 31 December Y is exactly Y, so a yearly figure for Y sits at Y.
    Source: data/METHODS.md#time
    """
    if (day.month, day.day) == (12, 31):
        return float(day.year)
    days = 366 if calendar.isleap(day.year) else 365
    return day.year - 1 + day.timetuple().tm_yday / days


def as_year(moment: Moment) -> float:
    """Read a day or a year index as a year index; a whole number is a calendar year."""
    return year_index(moment) if isinstance(moment, date) else float(moment)
