"""Why a status is what it is, in sentences with the numbers in them."""

from dataclasses import replace
from typing import Any

import pytest

from components.language.text import THIN_SPACE
from components.wording import verdicts
from components.wording.figures import NO_BREAK
from store.progress import (
    Assessment,
    Better,
    Indicator,
    Kind,
    Qualifier,
    Reason,
    Status,
    Target,
    Unit,
)
from store.standing import PARTS_UNKNOWN
from tests.components.wording.standings import indicator, objective, plan, standing
from tests.store.progress.samples import LEVEL, TEN, card

pytestmark = pytest.mark.usefixtures("real_names")

STEPS = Indicator(Kind.STOCK, Unit.INTEGER, baseline=0, targets=(Target(2030, 5),))
KEEP = replace(LEVEL, baseline=100)
DOWN = replace(LEVEL, baseline=60, targets=(Target(2030, 20),), better=Better.LOWER)
NO_OBSERVATION = Assessment(reason=Reason.NO_OBSERVATION)


def plain(said: str) -> str:
    """The words with ordinary spaces."""
    return said.replace(NO_BREAK, " ").replace(THIN_SPACE, " ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({}, ""),
        (
            {"reason": Reason.NO_TARGET, "active_year": 2050.0},
            "The plan gives no figure to reach by 2050.",
        ),
        ({"reason": Reason.NO_OBSERVATION}, "No figure has been published."),
        (
            {"reason": Reason.NO_BASELINE},
            "No baseline: a second figure is needed, a year or more after the first.",
        ),
        (
            {"reason": Reason.DATA_ERROR},
            "A running total cannot fall: one of its figures must be wrong.",
        ),
        (
            {"reason": Reason.TOO_EARLY},
            "The last figure is less than a year from the start in 2020.",
        ),
        (
            {"reason": Reason.TOO_WIDE},
            "What is known leaves everything open, from off track to on track: no verdict.",
        ),
        (
            {"reason": Reason.DATA_TOO_OLD, "age": 5.5, "last_status": Status.BEHIND},
            "The last figure is 5.5 years old; it was “behind” then.",
        ),
    ],
)
def test_every_reason_for_no_verdict_is_a_sentence(content: dict[str, Any], said: str) -> None:
    assert verdicts.reason(standing(Assessment(**content))) == said


@pytest.mark.parametrize(
    ("parts", "content", "said"),
    [
        ([NO_OBSERVATION], {"status": Status.BEHIND}, ""),
        ([], {}, "The plan gives no figure to reach by 2030."),
        ([NO_OBSERVATION], {}, "No figure has been published."),
        (
            [Assessment(status=Status.BEHIND), NO_OBSERVATION, Assessment(status=Status.STALE)],
            {"reason": PARTS_UNKNOWN},
            "1 of its 3 parts has a verdict; the others could be anything.",
        ),
        (
            [
                Assessment(
                    status=Status.STALE,
                    reason=Reason.DATA_TOO_OLD,
                    age=6,
                    last_status=Status.ACHIEVED,
                )
            ],
            {"status": Status.STALE},
            "The last figure is 6 years old; it was “achieved” then.",
        ),
    ],
)
def test_an_objective_without_a_verdict_says_why(
    parts: list[Assessment], content: dict[str, Any], said: str
) -> None:
    asked = objective(*map(standing, parts), **content)
    assert verdicts.objective_reason(asked, plan()) == said


def test_before_its_adoption_a_plan_judges_nothing() -> None:
    early = plan(as_of=plan().plan.adopted_on.replace(year=2021))
    said = verdicts.objective_reason(objective(standing(NO_OBSERVATION)), early)
    assert said == "This plan version was not adopted yet."
    adopted = plan(as_of=plan().plan.adopted_on)
    assert verdicts.objective_reason(objective(), adopted) != said


@pytest.mark.parametrize(
    ("of", "reading", "said"),
    [
        (LEVEL, (2025, 25), "25 partnerships: 25 % of the way from 0 in 2020 to 100"),
        (
            LEVEL,
            (2024, 99),
            "99 partnerships: 99 % of the way from 0 in 2020 to 100",
        ),
        (DOWN, (2024, 50), "50 partnerships: 25 % of the way from 60 in 2020 to 20"),
        (DOWN, (2024, 65), "65 partnerships: −13 % of the way from 60 in 2020 to 20"),
        (STEPS, (2024, 1), "1 partnership: 20 % of the way from 0 in 2020 to 5"),
    ],
)
def test_a_verdict_tells_how_far_it_is_and_from_where_to_where(
    of: Indicator, reading: tuple[float, float], said: str
) -> None:
    why = plain(verdicts.why(standing(card(of, [reading]))))
    assert why.startswith(f"{said} in 2030. ")
    assert why.count("partnership") == 1  # the unit is said once


CLASSES = "on track from 95 %, behind from 60 %."


@pytest.mark.parametrize(
    ("of", "reading", "as_of", "said"),
    [
        (LEVEL, (2024, 100), 2025, "The target is met."),
        (DOWN, (2024, 65), 2025, "That is further from the target than the start was."),
        (LEVEL, (2031, 90), 2031, "The deadline has passed and the target is not met."),
        (
            LEVEL,
            (2025, 25),
            2025,
            (f"50 was due, 50 % of the way. It has covered 50 % of what was due: {CLASSES}"),
        ),
        (
            LEVEL,
            (2022.5, 75),
            2026.5,
            (
                "25 was due, 25 % of the way."
                f" It has covered 300 % of what was due: {CLASSES}"
                " The figure may be 4 years old."
            ),
        ),
        (
            STEPS,
            (2023, 1),
            2024,
            ("1.5 was due, 30 % of the way. Counted in whole steps, none is missing."),
        ),
        (
            STEPS,
            (2024, 1),
            2025,
            (
                "2 was due, 40 % of the way."
                " In whole steps it is 1 step short; a single missing step is never off track."
            ),
        ),
        (
            STEPS,
            (2028, 1),
            2028,
            ("4 was due, 80 % of the way. In whole steps it is 3 steps short."),
        ),
    ],
)
def test_a_verdict_compares_with_what_was_due(
    of: Indicator, reading: tuple[float, float], as_of: float, said: str
) -> None:
    why = plain(verdicts.why(standing(card(of, [reading], as_of))))
    assert why.split(" in 2030. ")[1] == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (110, "The latest figure, 110 partnerships, meets the target of 100 partnerships."),
        (
            80,
            (
                "The target of 100 partnerships was met at the start and is lost:"
                " the latest figure is 80 partnerships."
            ),
        ),
    ],
)
def test_a_target_that_was_met_at_the_start_is_kept_or_lost(value: float, said: str) -> None:
    assert plain(verdicts.why(standing(card(KEEP, [(2024, value)])))) == said


def test_of_a_bound_both_ends_are_told_and_how_long_a_total_suffices() -> None:
    seen = card(TEN, [(2023.75, 6, Qualifier.AT_LEAST)], 2025)
    assert plain(verdicts.why(standing(seen))) == (
        "What is known leaves 60 % to 100 % of the way possible on the date of the figure, when"
        " 37 % was due. Even if nothing is added, what a total reached it keeps: on track until"
        " 2027."
    )


def test_without_a_verdict_it_is_said_what_is_missing() -> None:
    assert verdicts.why(standing(card(LEVEL, []))) == "No figure has been published."


def test_of_regions_with_targets_of_their_own_the_one_with_the_least_is_furthest_behind() -> None:
    shares = {"R-AFR": 0.5, "R-EUR": 0.9, "R-LAC": 0.1, "R-NAM": None}
    world = Assessment(status=Status.BEHIND, progress=0.5, expected=0.6)
    regions = {code: Assessment(progress=share) for code, share in shares.items()}
    said = verdicts.why(standing(world, indicator=indicator(roll_up="mean"), regions=regions))
    assert plain(said) == (
        "Each region has this target of its own. The 3 regions that reported have covered 50 % of"
        " the way on average, where 60 % was due; Latin America & Caribbean is furthest behind."
    )
