"""The message of the Overview: time and way both told, the weakest named, nothing flattered."""

import datetime as dt

import pytest

from components.overview import message
from store.progress import Grade
from store.standing import PlanStanding
from tests.components.overview.plans import between, indicative, measured, plan, silent

ON, BEHIND, OFF = measured("on_track", 0.6), measured("behind", 0.4), measured("off_track", 0.2)
BACK, MET = measured("regressing", 0.0), measured("achieved", 1.0)
OPEN, UNKNOWN, FACT = between("behind", "achieved", 0.4), silent(), silent(Grade.DOCUMENTED)

CASES = [
    (
        "all measured, some short",
        plan([[ON, BEHIND], [ON, OFF], [ON, MET], [ON, BACK]]),
        (
            "50 % of the way to 2030 is covered and 60 % of the time has passed. 3 objectives fall"
            " short: D2, B2 and A2 most."
        ),
        "Furthest behind is D2 Title D2: 0 % of the way, where 60 % was due.",
    ),
    (
        "one short",
        plan([[ON, ON], [ON, OFF], [ON, MET], [ON, MET]]),
        (
            "65 % of the way to 2030 is covered and 60 % of the time has passed. 1 objective falls"
            " short: B2."
        ),
        "where 60 % was due on the dates of the figures, on average over the 4 goals",
    ),
    (
        "none short for certain",
        plan([[ON, ON], [ON, OPEN], [ON, MET], [ON, MET]]),
        (
            "70 % of the way to 2030 is covered and 60 % of the time has passed. No objective is"
            " known to fall short."
        ),
        "",
    ),
    (
        "thin: verdicts, but no figure for the plan",
        plan([[OFF, UNKNOWN, UNKNOWN], [ON, FACT, UNKNOWN], [OPEN, UNKNOWN, UNKNOWN]]),
        (
            "60 % of the time to 2030 has passed. 3 of 9 objectives can be judged, and 1 falls"
            " short: A1."
        ),
        "No single figure: it needs 4 goals",
    ),
    (
        "thin and good",
        plan([[ON, UNKNOWN, UNKNOWN], [OPEN, UNKNOWN, UNKNOWN]]),
        (
            "60 % of the time to 2030 has passed. 2 of 6 objectives can be judged, and none of them"
            " is known to fall short."
        ),
        "",
    ),
    (
        "indicative only",
        plan([[OPEN, OPEN]] * 4),
        (
            "60 % of the time to 2030 has passed. 8 of 8 objectives can be judged, and none of them"
            " is known to fall short."
        ),
        "with indicative figures it lies between 40 % and 100 %",
    ),
    (
        "indicative only, but exact",
        plan([[indicative("on_track", 0.6)] * 2] * 4),
        (
            "60 % of the time to 2030 has passed. 8 of 8 objectives can be judged, and none of them"
            " is known to fall short."
        ),
        "with indicative figures it is 60 %.",
    ),
    (
        "facts, no verdict",
        plan([[FACT, UNKNOWN], [FACT, UNKNOWN]]),
        "60 % of the time to 2030 has passed. None of 4 objectives can be judged yet.",
        (
            "Beside the targets of 2 objectives stand published facts, too few for a verdict; of 2"
            " nothing is published."
        ),
    ),
    (
        "nothing known",
        plan([[UNKNOWN, UNKNOWN]]),
        "60 % of the time to 2030 has passed. None of 2 objectives can be judged yet.",
        "Nothing is published of any of them.",
    ),
    (
        "reached",
        plan([[MET, MET], [MET, MET]]),
        "All 4 objectives have reached their targets; 60 % of the time to 2030 has passed.",
        "",
    ),
    (
        "many regressing",
        plan([[ON, BACK], [ON, BACK], [MET, ON], [ON, ON]]),
        "2 of 8 objectives move away from their targets, and 60 % of the time to 2030 has passed.",
        "Furthest behind is A2 Title A2: 0 % of the way",
    ),
    (
        "before the version was adopted",
        plan([[ON, BACK]], dt.date(2019, 6, 30)),
        "On 30 June 2019 the 2022 plan did not exist yet.",
        "The 2022 plan was adopted on 1 November 2022.",
    ),
    (
        "a day that is past",
        plan([[UNKNOWN, FACT]], dt.date(2023, 6, 30)),
        "24 % of the time to 2030 has passed. None of 2 objectives can be judged yet.",
        "",
    ),
    (
        "after 2030",
        plan([[UNKNOWN, UNKNOWN]], dt.date(2035, 12, 31)),
        "50 % of the time to 2050 has passed. None of 2 objectives can be judged yet.",
        "",
    ),
]


@pytest.mark.parametrize(
    ("standing", "title", "lead"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_title_says_time_and_way_and_the_lead_why(
    standing: PlanStanding, title: str, lead: str
) -> None:
    said = message.of(standing)
    assert said.title.replace("\u202f", " ") == title
    assert lead in said.lead.replace("\u202f", " ")


def test_the_worst_status_comes_before_the_larger_gap() -> None:
    standing = plan([[measured("behind", 0.1, 0.9), measured("off_track", 0.3, 0.6), MET, MET]])
    assert "A2 and A1 most" in message.of(standing).title


def test_of_the_same_status_the_larger_gap_comes_first() -> None:
    standing = plan([[measured("behind", 0.5), measured("behind", 0.3), MET, MET]])
    assert "A2 and A1 most" in message.of(standing).title


def test_a_range_that_may_be_good_is_not_counted_as_short() -> None:
    assert "fall" not in message.of(plan([[OPEN, ON], [UNKNOWN, UNKNOWN]])).title.replace(
        "known to fall short", ""
    )
