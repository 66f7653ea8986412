"""The message of the target gaps, for everything that can be known."""

import datetime as dt

import pytest

from components.gaps import gap_message
from components.gaps.gap_lines import Line
from store.progress import Grade, Reason, Status
from tests.components.gaps.test_gaps import line, open_line
from tests.components.wording.standings import plan

SO_FAR = "2 of 3 indicators can be judged, and none of them is known to be short of what was due"
FOUR = [line("A1", 0.1), line("A2", 0.4), line("B1", -0.2), line("C1", 0.3)]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (FOUR, "4 indicators are short of what was due: B1, A1 and C1 most"),
        (FOUR[:2], "2 indicators are short of what was due: A1 and A2"),
        ([FOUR[0], line("B2", 0.7)], "1 indicator is short of what was due: A1"),
        (
            [FOUR[0], line("A1", 0.2), line("A2", None)],
            "2 indicators are short of what was due: A1",
        ),
        (
            [open_line("A4", 0.4, 1.0), line("A1", None)],
            "1 of 2 indicators can be judged, and it is not known to be short of what was due",
        ),
        (
            [line("A1", 0.5), line("A2", 0.8), line("B1", None)],
            SO_FAR,
        ),
        (
            [line("A1", 1.0, status=Status.ACHIEVED)] * 2,
            "All 2 indicators have reached their targets",
        ),
        (
            [line("A1", 1.0, status=Status.ACHIEVED), line("A2", None)],
            "1 of 2 indicators can be judged, and it is not known to be short of what was due",
        ),
        (
            [line("A1", None)] * 3,
            "Nothing says yet how far any of 3 indicators is from what was due",
        ),
    ],
)
def test_the_title_says_how_many_are_short_and_which_most(lines: list[Line], title: str) -> None:
    assert gap_message.title(plan(), lines) == title


def test_on_thin_data_the_lead_says_what_is_known_and_what_is_missing() -> None:
    near = line("A1", None, reason=Reason.NO_OBSERVATION, pace_from_start=2.0)
    fact = line("A2", None, grade=Grade.DOCUMENTED, reason=Reason.NO_BASELINE)
    said = gap_message.lead(plan(dt.date(2025, 12, 31)), [near, fact, line("A3", None)])
    assert said == (
        "50\u202f% of the time to 2030 has passed. Beside 1 of the targets stands a published fact,"
        " too little for a verdict. 1 indicator lacks nothing but one dated figure."
    )


def test_with_verdicts_the_lead_says_how_many_lack_one_and_how_to_read_the_gap() -> None:
    said = gap_message.lead(plan(dt.date(2025, 12, 31)), [*FOUR, line("A3", None)])
    assert said.startswith(
        "50\u202f% of the time to 2030 has passed. 1 of 5 indicators has no verdict."
    )
    assert "The coloured piece is the gap" in said


def test_before_the_plan_existed_nothing_is_short_of_it() -> None:
    assert gap_message.title(plan(dt.date(2021, 6, 1)), FOUR) == (
        "On 1 June 2021 the 2022 plan did not exist yet"
    )
