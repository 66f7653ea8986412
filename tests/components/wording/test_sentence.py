"""What stands beside a verdict: the last figure, why its grade, the clock, what is missing, why."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from components.about import documents
from components.language.text import THIN_SPACE
from components.reader import cache
from components.wording import rules, sentence
from components.wording.figures import NO_BREAK
from components.wording.objectives import verdict
from store.ledger.knowledge import Until
from store.progress import Judged, Qualifier, Status, of_assessment
from store.standing import ObjectiveStanding, PlanStanding
from tests.components.wording.standings import indicator, objective, plan, standing, target
from tests.store.progress.samples import LEVEL, TEN, card

TODAY = dt.date(2026, 11, 29)


def plain(said: str) -> str:
    """The words with ordinary spaces."""
    return said.replace(NO_BREAK, " ").replace(THIN_SPACE, " ")


def of_card(*cards: object, **content: object) -> ObjectiveStanding:
    """An objective whose parts are these cards."""
    parts = [standing(one, **content) for one in cards]  # pyright: ignore[reportArgumentType]
    judged = of_assessment(parts[0].assessment)
    whole = objective(*parts)
    return replace(whole, verdict=replace(whole.verdict, judged=judged))


@pytest.fixture(params=["real", "demo"])
def stands(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Read the store of this name."""
    store: Path = request.getfixturevalue(f"{request.param}_store")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{store}")
    cache.begin_run()
    return request.param


def shipped(version: str, code: str) -> tuple[PlanStanding, ObjectiveStanding]:
    """An objective of the store that is read."""
    found = cache.plan_standing(version, Until.day(TODAY))
    return found, next(one for one in found.objectives if one.code == code)


@pytest.mark.usefixtures("real_names")
def test_a_single_lower_bound_is_indicative_and_it_says_why() -> None:
    said = sentence.grade(of_card(card(TEN, [(2023.75, 6, Qualifier.AT_LEAST)], 2025)))
    assert said == "Only indicative, because of bounds where a figure is needed."


@pytest.mark.usefixtures("real_names")
def test_two_exact_figures_are_measured_and_an_old_one_is_weakened_by_its_age() -> None:
    fresh = card(LEVEL, [(2024, 40), (2025, 50)], 2025.5)
    assert sentence.grade(of_card(fresh)).startswith("Measured: two dated figures")
    old = card(LEVEL, [(2021, 40), (2022, 50)], 2025.5)
    assert sentence.grade(of_card(old)) == "Only indicative, because of the age of the figure."


@pytest.mark.usefixtures("real_names")
def test_the_part_that_decides_is_named_and_so_is_the_one_of_which_nothing_is_known() -> None:
    good = standing(card(LEVEL, [(2024, 40), (2025, 90)], 2025.5), indicator=indicator(name="Good"))
    bad = standing(card(LEVEL, [(2024, 4), (2025, 9)], 2025.5), indicator=indicator(name="Bad"))
    silent = standing(card(LEVEL, []), indicator=indicator(name="Silent"))
    whole = objective(good, bad, silent)
    judged = Judged(status=Status.OFF_TRACK, progress=(0.3, 0.66), expected=0.5)
    whole = replace(whole, verdict=replace(whole.verdict, judged=judged))
    assert plain(verdict(plan(), whole)) == (
        "30 % to 66 % of the way on average over its parts, where 50 % was due. The weakest part"
        " decides: Bad. Not measured: Silent."
    )


@pytest.mark.usefixtures("real_names")
def test_without_a_figure_it_says_what_is_asked_and_the_pace_that_is_left() -> None:
    silent = of_card(card(TEN, [], 2025), indicator=indicator(), targets=(target(10),))
    assert plain(sentence.unmoved(silent)) == (
        "Asked for by 2030: 10 partnerships. If nothing has moved since 2020, 2 partnerships a year"
        " would be needed from now on."
    )


@pytest.mark.usefixtures("real_names")
def test_a_documented_objective_has_fact_grade_bounds_clock_and_question() -> None:
    said = plain(sentence.firmness(*shipped("2022", "A4")))
    in_order = ["Last known: ", "2025", "Documented: ", "can be 40 % to 100 %", "59 % of the time"]
    places = [said.find(words) for words in (*in_order, "First missing: Meetings held")]
    assert -1 not in places, said
    assert places == sorted(places), said


def test_every_rule_leads_to_a_heading_of_the_method(stands: str) -> None:
    text = "".join(documents.method())
    headings = {
        re.sub(r"\W+", "-", line.lower()).strip("-")
        for line in re.findall(r"^## (.+)$", text, re.MULTILINE)
    }
    found = cache.plan_standing("2022", Until.day(TODAY))
    applied = {code: rules.behind(found, one) for one in found.objectives if (code := one.code)}
    assert all(applied.values()), stands
    assert {rule.anchor for each in applied.values() for rule in each} <= headings


@pytest.mark.parametrize("stands", ["demo"], indirect=True)
def test_why_fills_in_the_numbers_of_the_card(stands: str) -> None:
    found, behind = shipped("2022", "C3")
    share = behind.parts[0].assessment.progress_raw or 0
    said = " ".join(plain(rule.said) for rule in rules.behind(found, behind))
    assert f"= {int(share * 100)} %." in said, stands
    assert "Progress ÷ due = " in said
    assert "A straight line from " in said
