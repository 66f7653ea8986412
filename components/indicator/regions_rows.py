"""The figures of the regions as rows: the last of each, those before, silence, the target."""

import pandas as pd

from components.indicator.trajectory_labels import Row
from components.language.text import _, computed, given
from components.look import isolation
from components.reader.places import name
from components.reader.view import View
from components.wording.figures import bare, reading_figure, reading_period
from store.figures.approved import Reading
from store.figures.judgement import is_yes_or_no
from store.models import Indicator, RollUp
from store.models.places import REGIONS
from store.standing import IndicatorStanding

COLUMNS = ["kind", "row", "place", "name", "year", "value", "status", "short", "label"]
ROOM = 1.22  # of the longest way, so that words behind its dot have room


def answers_yes_or_no(standing: IndicatorStanding) -> bool:
    """Whether a region answers yes or no, so that there is no scale to stand on."""
    return is_yes_or_no(standing.indicator, f"R-{REGIONS[0]}")


def frame(standing: IndicatorStanding, view: View) -> pd.DataFrame:
    """The regions' figures as rows, the highest region first; a silent one keeps its line.

    Shape: columns are COLUMNS; `kind` is last, earlier, silent, target or end, which leaves room
           behind the last word. `row` counts the regions from 0.
    Unit:  value in the indicator's unit; year is the calendar year the period ends in.
    """
    readings = region_readings(standing, view)
    if not readings:
        return pd.DataFrame(columns=COLUMNS)
    last = {reading.place_code: reading for reading in readings}  # the newest of each stays
    order = sorted(_places(view), key=lambda code: _place_of(last.get(code)))
    rows = [
        _row(standing, reading, order.index(reading.place_code), is_last=reading in last.values())
        for reading in readings
    ]
    newest = max(reading.period_end.year for reading in readings)
    rows += [
        {"kind": "silent", "row": row, "place": name(code), "name": name(code), "year": newest}
        | {"short": _silence(standing, code)}
        for row, code in enumerate(order)
        if code not in last
    ]
    return pd.DataFrame([*rows, *_across(standing, readings)], columns=COLUMNS)


def _place_of(last: Reading | None) -> tuple[bool, float]:
    return last is None, -((last.figure or 0.0) if last else 0.0)


def _row(standing: IndicatorStanding, reading: Reading, row: int, *, is_last: bool) -> Row:
    indicator, judged = standing.indicator, standing.regions.get(reading.place_code)
    year = reading.period_end.year
    said = brief(indicator, reading)
    return {
        "kind": "last" if is_last else "earlier",
        "row": row,
        "place": name(reading.place_code),
        "name": name(reading.place_code) if is_last else "",
        "year": year,
        "value": reading.figure,
        "status": judged.statuses[0] if judged and is_last else "",
        "short": said
        if answers_yes_or_no(standing)
        else _("{figure}, {year}", figure=said, year=year),
        "label": f"{reading_period(reading)}: {reading_figure(indicator, reading)}",
    }


def _silence(standing: IndicatorStanding, code: str) -> str:
    """Why a region has no figure, in its own words where it gave some."""
    said = [one for one in standing.readings if one.place_code == code and one.missing_reason]
    if not said:
        return _("no figure")
    return _("no data: {reason}", reason=said[-1].missing_reason)


def _across(standing: IndicatorStanding, readings: list[Reading]) -> list[Row]:
    """The target, where a region can be held beside it, and the end of the scale."""
    if answers_yes_or_no(standing):
        return []
    end = ROOM * max(reading.figure or 0.0 for reading in readings)
    rows: list[Row] = []
    if standing.targets and standing.indicator.roll_up in (RollUp.MEAN, RollUp.SHARE):
        target = standing.targets[0]
        figure = bare(standing.indicator, target.low)
        label = _("target {year}: {figure}", year=target.year, figure=figure)
        rows.append({"kind": "target", "value": target.low, "short": label, "label": label})
        end = max(end, target.low)
    return [*rows, {"kind": "end", "value": end}]


def region_readings(standing: IndicatorStanding, view: View) -> list[Reading]:
    """The figures of the regions, or of the one chosen."""
    places = _places(view)
    return [
        reading
        for reading in standing.readings
        if reading.place_code in places and reading.figure is not None
    ]


def _places(view: View) -> list[str]:
    return [f"R-{code}" for code in REGIONS] if view.is_world else [view.place]


@isolation.words
def brief(indicator: Indicator, reading: Reading) -> str:
    """The bare number, with a sign where it is not exact; yes or no where that is the answer."""
    if is_yes_or_no(indicator, reading.place_code):
        return reading_figure(indicator, reading)
    sign = {"at least": "≥", "at most": "≤", "about": "~"}.get(reading.qualifier, "")
    figure = reading.figure or 0
    written = given(figure) if reading.numerator is None else computed(figure)
    return f"{sign}{bare(indicator, figure, written)}"
