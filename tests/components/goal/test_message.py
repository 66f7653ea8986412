"""What a goal's page says first, and in which order its objectives stand."""

import datetime as dt

import pytest

from components.goal import message
from store.progress import Grade, Judged
from tests.components.overview.plans import between, indicative, measured, plan, silent

ON, BEHIND, OFF = measured("on_track", 0.6), measured("behind", 0.4), measured("off_track", 0.2)
AHEAD, OPEN = measured("achieved", 1.0), between("behind", "achieved", 0.4)
UNKNOWN, FACT = silent(), silent(Grade.DOCUMENTED)

TITLES = [
    ([ON, OFF, BEHIND], "40 % of the way where 60 % was due; A2 Title A2 holds it back most"),
    (
        [AHEAD, AHEAD, OFF],
        "73 % of the way, as much as was due, but A3 Title A3 holds it back",
    ),
    ([ON, ON], "60 % of the way where 60 % was due, and no objective is known to fall short"),
    ([OPEN, OPEN], "with indicative figures between 40 % and 100 % of the way"),
    (
        [indicative("behind", 0.4), indicative("behind", 0.4)],
        "with indicative figures 40 % of the way where 60 % was due",
    ),
    ([ON, UNKNOWN, UNKNOWN], "1 of 3 objectives can be judged"),
    ([FACT, UNKNOWN], "0 of 2 objectives can be judged"),
    (
        [OFF, UNKNOWN, UNKNOWN, UNKNOWN],
        "1 of 4 objectives can be judged, and A1 Title A1 falls short",
    ),
]


@pytest.mark.parametrize(("judged", "said"), TITLES)
def test_the_title_says_how_far_the_goal_is_and_what_holds_it_back(
    judged: list[Judged], said: str
) -> None:
    whole = plan([judged])
    title = message.title(whole, whole.goals[0]).replace("\u202f", " ")
    assert title == f"Goal A, Goal A: {said}"


def test_before_the_plan_existed_nothing_holds_a_goal_back() -> None:
    early = plan([[OFF]], dt.date(2021, 1, 1))
    assert message.title(early, early.goals[0]).endswith(
        "on 1 January 2021 the 2022 plan did not exist yet"
    )


def test_what_holds_the_goal_back_stands_before_what_may_and_what_does_not() -> None:
    [goal] = plan([[ON, UNKNOWN, BEHIND, OPEN, OFF]]).goals
    found = [(heading, [one.code for one in members]) for heading, members in message.groups(goal)]
    assert found == [
        ("What holds it back", ["A5", "A3"]),
        ("What may hold it back", ["A4"]),
        ("What cannot be judged yet", ["A2"]),
        ("As far as was due, or further", ["A1"]),
    ]


def test_the_bounds_leave_out_what_is_not_known() -> None:
    [goal] = plan([[ON, UNKNOWN, UNKNOWN]]).goals
    said = {name: value.replace("\u202f", " ") for name, value in message.bounds(goal)}
    assert said["Measured objectives"] == "1 of 3"
    assert said["With the others at worst and at best"] == "20 % to 86 %"
    assert "Way covered, their mean" not in said
