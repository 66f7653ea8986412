"""A line answers as a look at every figure would."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as some

from store.figures.draft import figure
from store.models import Measurement
from store.reporting.lines import Line
from store.reporting.nearby import Figure, overlaps
from tests.store.writing import draft

DAYS = some.integers(0, 12).map(lambda number: dt.date(2024, 1, 1) + dt.timedelta(number))
PERIODS = some.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair)))
CONTENTS = some.one_of(
    some.integers(0, 3).map(lambda value: {"value": value}),
    some.sampled_from(
        [{"missing_reason": "None was kept"}, {"missing_reason": "Moved to entry 7"}]
    ),
)


def made(period: tuple[dt.date, dt.date], content: dict, *, is_stored: bool) -> Figure:
    form = draft(period_start=period[0], period_end=period[1], **content)
    return Measurement(**form.model_dump(), client_key="") if is_stored else form


FIGURES = some.lists(
    some.builds(made, PERIODS, CONTENTS, is_stored=some.booleans()),
    unique_by=lambda row: (row.period_start, row.period_end),
    max_size=9,
)


@given(rows=FIGURES, period=PERIODS)
def test_a_line_answers_as_a_look_at_every_figure(
    rows: list[Figure], period: tuple[dt.date, dt.date]
) -> None:
    asked = made(period, {"value": 1}, is_stored=False)
    by_day = sorted(rows, key=lambda row: (row.period_end, row.period_start))
    others = [row for row in by_day if (row.period_start, row.period_end) != period]
    counted = [row for row in by_day if figure(row) is not None]
    before = [row for row in counted if row.period_end < period[1]]
    after = [row for row in counted if row.period_end > period[1] and isinstance(row, Measurement)]
    levels = [level for row in others if (level := figure(row)) is not None]
    line = Line(rows)
    assert line.before(period[1]) is (before[-1] if before else None)
    assert line.after(period[1]) is (after[0] if after else None)
    assert line.extremes(period) == ([min(levels), max(levels)] if levels else [])
    assert list(line.overlapping(period)) == [row for row in others if overlaps(row, asked)]
