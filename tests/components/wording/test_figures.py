"""Figures in words: each unit, qualifier, period and count of regions as a reader reads it."""

import datetime as dt
from typing import Any

import pytest

from components.language.text import THIN_SPACE
from components.wording import figures
from components.wording.figures import NO_BREAK
from store.models import Indicator, Measurement, Qualifier
from store.progress import Assessment
from tests.components.wording.standings import (
    YEAR,
    indicator,
    objective,
    point,
    reading,
    standing,
    target,
)

pytestmark = pytest.mark.usefixtures("real_names")

COUNT = indicator()
MILESTONE = indicator(kind="milestone", unit="level", unit_one="level")
SHARE = indicator(unit="% of partners", unit_one="% of partners")
PARTIES = indicator(unit="Parties", unit_one="Party", roll_up="units", reported_by="country")


def plain(said: str) -> str:
    """The words with ordinary spaces."""
    return said.replace(NO_BREAK, " ").replace(THIN_SPACE, " ")


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (0, "level 0, not started"),
        (1, "level 1, planned"),
        (2, "level 2, in development"),
        (3, "level 3, pilot or partial"),
        (4, "level 4, operational"),
        (5, "level 5, adopted and in use"),
    ],
)
def test_a_step_of_a_milestone_has_its_name(step: float, said: str) -> None:
    assert figures.level(step) == said


@pytest.mark.parametrize(
    ("of", "figure", "qualifier", "said"),
    [
        (COUNT, 1, Qualifier.EXACT, f"1{NO_BREAK}partnership"),
        (COUNT, 0, Qualifier.EXACT, f"0{NO_BREAK}partnerships"),
        (COUNT, 1200.5, Qualifier.EXACT, f"1{THIN_SPACE}200.5{NO_BREAK}partnerships"),
        (COUNT, 6, Qualifier.AT_LEAST, f"at least 6{NO_BREAK}partnerships"),
        (COUNT, 0.145, Qualifier.EXACT, f"0.145{NO_BREAK}partnerships"),
        (COUNT, 5.0, Qualifier.EXACT, f"5{NO_BREAK}partnerships"),
        (SHARE, 200 / 3, Qualifier.EXACT, f"66.7{THIN_SPACE}% of partners"),
        (SHARE, 12.5, Qualifier.ABOUT, f"about 12.5{THIN_SPACE}% of partners"),
        (MILESTONE, 3, Qualifier.EXACT, "level 3, pilot or partial"),
        (MILESTONE, 2.5, Qualifier.EXACT, "2.5"),
    ],
)
def test_a_quantity_has_its_unit_and_its_qualifier(
    of: Indicator, figure: float, qualifier: Qualifier, said: str
) -> None:
    assert figures.quantity(of, figure, qualifier) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (5, 5, "5 partnerships"),
        (0.145, 6.5, "0.145 to 6.5 partnerships"),
        (0, 1, "0 to 1 partnership"),
    ],
)
def test_a_target_is_one_figure_or_a_range(low: float, high: float, said: str) -> None:
    assert plain(figures.span(COUNT, target(low, high))) == said


@pytest.mark.parametrize(
    ("of", "content", "said"),
    [
        (COUNT, {}, "5 partnerships, 2025"),
        (COUNT, {"known": 3, "total": 5}, "5 partnerships, 2025 (3 of 5 regions)"),
        (PARTIES, {"known": 61, "total": 196}, "5 Parties, 2025 (61 of 196 known)"),
        (PARTIES, {"known": 3, "total": 5}, "5 Parties, 2025 (3 of 5 known)"),
        (COUNT, {"qualifier": "at least"}, "at least 5 partnerships, 2025"),
        (COUNT, {"start": dt.date(2025, 12, 31)}, "5 partnerships, 31 December 2025"),
        (
            COUNT,
            {"start": dt.date(2024, 12, 31), "known": 5, "total": 5},
            "5 partnerships, 2025 (5 of 5 regions)",
        ),
        (
            indicator(window_years=2),
            {"start": dt.date(2024, 1, 1), "known": 4, "total": 5},
            "5 partnerships, 2024–2025 (4 of 5 regions)",
        ),
    ],
)
def test_a_point_of_the_world_says_its_period_and_who_is_in_it(
    of: Indicator, content: dict[str, Any], said: str
) -> None:
    assert plain(figures.point_fact(of, point(**content))) == said


@pytest.mark.parametrize(
    ("of", "figure", "content", "said"),
    [
        (COUNT, 5, {}, "5 partnerships, 2025"),
        (COUNT, 5, {"place_code": "R-AFR"}, "Africa: 5 partnerships, 2025"),
        (COUNT, None, {}, "no data: The register was closed., 2025"),
        (PARTIES, 1, {"place_code": "KEN"}, "Kenya: yes, 2025"),
        (PARTIES, 0, {"place_code": "KEN"}, "Kenya: no, 2025"),
        (PARTIES, 61, {}, "61 Parties, 2025"),
        (
            SHARE,
            25,
            {"numerator": 300, "denominator": 1200},
            "25 % of partners (300 of 1 200), 2025",
        ),
    ],
)
def test_a_reported_figure_says_its_place_and_what_it_was_made_of(
    of: Indicator, figure: float | None, content: dict[str, Any], said: str
) -> None:
    assert plain(figures.reading_fact(of, reading(figure, **content))) == said


@pytest.mark.parametrize(
    ("of", "content", "said"),
    [
        (COUNT, {"value": 5, "qualifier": "at least"}, "at least 5 partnerships"),
        (COUNT, {"value": 0.145}, "0.145 partnerships"),
        (SHARE, {"numerator": 1, "denominator": 4}, "25 % of partners (1 of 4)"),
        (SHARE, {"numerator": 13, "denominator": 64}, "20.3 % of partners (13 of 64)"),
        (SHARE, {"numerator": 1, "denominator": 5000}, "0.02 % of partners (1 of 5 000)"),
        (SHARE, {"value": 20.3125}, "20.3125 % of partners"),
        (MILESTONE, {"level": 4}, "level 4, operational"),
        (PARTIES, {"value": 1, "place_code": "KEN"}, "yes"),
        (PARTIES, {"value": 0, "place_code": "KEN"}, "no"),
        (COUNT, {"missing_reason": "Not counted."}, "no data: Not counted."),
    ],
)
def test_a_figure_that_waits_is_said_like_an_approved_one(
    of: Indicator, content: dict[str, Any], said: str
) -> None:
    usual: dict[str, Any] = {"place_code": "WLD", "qualifier": "exact"}
    assert plain(figures.reported_figure(of, Measurement(**usual | content))) == said


def test_a_declared_gap_is_told_until_a_figure_follows() -> None:
    gap = reading(None, place_code="R-AFR")
    told = [gap, reading(3, place_code="R-EUR"), reading(None)]
    assert figures.declared_gaps(standing(readings=told)) == [
        "Africa, 2025: no data. The register was closed.",
        "World, 2025: no data. The register was closed.",
    ]
    filled = [*told, reading(2, place_code="R-AFR"), reading(4)]
    assert figures.declared_gaps(standing(readings=filled)) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({}, ""),
        (
            {"readings": [reading(3), reading(4, place_code="R-EUR")]},
            "Europe: 4 partnerships, 2025",
        ),
        ({"readings": [reading(3)], "series": [point(6), point(7)]}, "7 partnerships, 2025"),
        (
            {
                "assessment": Assessment(progress=0.456),
                "regions": {"R-AFR": Assessment(progress=0.5), "R-EUR": Assessment()},
                "series": [point(7)],
            },
            "45 % of the way on average, 1 of 2 regions",
        ),
        ({"regions": {"R-EUR": Assessment()}, "series": [point(7)]}, "7 partnerships, 2025"),
    ],
)
def test_the_newest_thing_known_is_said(content: dict[str, Any], said: str) -> None:
    assert plain(figures.latest_fact(standing(**content))) == said


def test_a_part_of_an_objective_speaks_before_what_stands_beside_it() -> None:
    silent, known = standing(), standing(series=[point(7)])
    beside = standing(series=[point(9)], is_part=False)
    assert plain(figures.objective_fact(objective(silent, known, beside=(beside,)))) == (
        "7 partnerships, 2025"
    )
    assert plain(figures.objective_fact(objective(silent, beside=(beside,)))) == (
        "9 partnerships, 2025"
    )
    assert figures.objective_fact(objective(silent)) == ""


@pytest.mark.parametrize(
    ("reporters", "said"),
    [
        (["secretariat"], "the Secretariat"),
        (["region", "secretariat"], "the Secretariat and the Regional Representatives"),
        (["country"], "the Regional Representatives for their countries"),
        (
            ["country", "region", "secretariat", "country"],
            "the Secretariat and the Regional Representatives",
        ),
    ],
)
def test_it_is_said_whose_turn_it_is(reporters: list[str], said: str) -> None:
    parts = [standing(indicator=indicator(reported_by=one)) for one in reporters]
    assert figures.turns(objective(*parts)) == said


def test_a_reading_says_its_period() -> None:
    assert figures.reading_period(reading()) == "2025"
    assert figures.reading_period(reading(period_start=YEAR[1])) == "31 December 2025"
