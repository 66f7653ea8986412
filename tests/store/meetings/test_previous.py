"""Which meeting came before: of the same body, in the same region, opened and not later."""

import datetime as dt
from typing import Any

import pytest

from store.meetings import meetings
from store.models import Meeting

SPRING, SUMMER, AUTUMN = (dt.date(2026, month, 1) for month in (3, 6, 9))


def held(code: str, on: dt.date, **content: Any) -> Meeting:
    """A regional meeting of Africa that was opened on its day."""
    usual: dict[str, Any] = {
        "body": "regional meeting",
        "region_code": "R-AFR",
        "held_on": on,
        "as_of": on,
        "opened_at": dt.datetime.combine(on, dt.time(9), dt.UTC),
    }
    return Meeting(**usual | content, code=code)


MORNING = dt.datetime(2026, 9, 1, 8, tzinfo=dt.UTC)
NOW = held("now", AUTUMN)
BEFORE = held("before", SPRING)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(held("europe", SUMMER, region_code="R-EUR"), id="of another region"),
        pytest.param(held("bureau", SUMMER, body="bureau", region_code=None), id="another body"),
        pytest.param(held("planned", SUMMER, as_of=None, opened_at=None), id="not opened"),
        pytest.param(held("later", dt.date(2026, 12, 1)), id="held later"),
        pytest.param(
            held("known", AUTUMN, as_of=dt.date(2026, 10, 1), opened_at=MORNING),
            id="of figures known later",
        ),
        pytest.param(
            held("same day", AUTUMN, opened_at=dt.datetime(2026, 9, 1, 10, tzinfo=dt.UTC)),
            id="opened after it on the same day",
        ),
        pytest.param(held("now", SUMMER), id="itself, rearranged"),
    ],
)
def test_no_other_meeting_counts_as_the_one_before(other: Meeting) -> None:
    assert meetings.previous([NOW, other, BEFORE], NOW) is BEFORE
    assert meetings.previous([NOW, other], NOW) is None


def test_of_several_the_last_one_counts() -> None:
    summer, morning = held("summer", SUMMER), held("morning", AUTUMN, opened_at=MORNING)
    assert meetings.previous([BEFORE, summer, NOW], NOW) is summer
    assert meetings.previous([morning, BEFORE, NOW], NOW) is morning


def test_a_meeting_not_opened_yet_follows_the_last_one_that_was() -> None:
    planned = held("planned", AUTUMN, as_of=None, opened_at=None)
    assert meetings.previous([BEFORE, held("morning", AUTUMN), planned], planned) is not BEFORE
    assert meetings.previous([BEFORE, planned], planned) is BEFORE
