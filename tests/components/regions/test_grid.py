"""What a cell of the grid shows of the figures behind it, and what the message says of them all."""

import datetime as dt
from dataclasses import replace

import pytest

from components.regions import cells, grid_message
from components.regions.cells import Answer, Cell, Cells
from store.figures.approved import Reading
from store.models import Indicator, Person
from store.models.places import REGIONS
from store.people.task_forces import LEADER, REPRESENTATIVE, Seat
from tests.components.wording.standings import indicator, objective, plan, reading

SOMEBODY = (Person(id=1, name="Amina", added_at=dt.datetime(2026, 3, 2, tzinfo=dt.UTC)),)
REGIONAL = indicator(reported_by="region", roll_up="sum", unit="projects", unit_one="project")
YES_OR_NO = indicator(reported_by="region", roll_up="units")
SHARES = indicator(reported_by="region", roll_up="share", unit_type="share", unit="% of farms")
COUNTRIES = indicator(reported_by="country", roll_up="units")


def of_year(figure: float | None, year: int, place: str = "R-AFR") -> Reading:
    """A figure of a year."""
    start, end = dt.date(year, 1, 1), dt.date(year, 12, 31)
    return reading(figure, place_code=place, period_start=start, period_end=end)


def cell(*answers: Answer, filled: bool = False) -> Cell:
    """D4 in Africa."""
    seat = Seat("D4", REPRESENTATIVE, "R-AFR", SOMEBODY if filled else (), 0)
    return Cell(objective(), "R-AFR", answers, seat)


def answer(
    *readings: Reading, of: Indicator = REGIONAL, asked: tuple[str, ...] = ("R-AFR",)
) -> Answer:
    """What Africa says of an indicator."""
    return Answer(of, readings, asked)


def test_a_figure_is_said_with_its_unit_a_share_without_what_it_is_a_share_of() -> None:
    assert cells.brief(answer(of_year(6, 2025))).replace("\u00a0", " ") == "6 projects"
    assert cells.brief(answer(of_year(1, 2025), of=YES_OR_NO)) == "yes"
    counted = replace(of_year(13.28125, 2025), numerator=85.0, denominator=640.0)
    share = cells.brief(answer(counted, of=SHARES))
    assert share.replace("\u202f", " ") == "13.3 %"


def test_countries_are_counted_by_what_they_answered_and_by_who_did_not() -> None:
    said = answer(
        of_year(1, 2023, "BEN"),
        of_year(0, 2025, "MLI"),
        of_year(None, 2025, "TCD"),
        of=COUNTRIES,
        asked=("BEN", "MLI", "TCD", "KEN"),
    )
    assert cells.brief(said) == "1 yes of 2; 4 in all"
    assert (said.year, said.share, said.silent) == (2025, 0.5, ("TCD", "KEN"))


def test_of_several_indicators_the_newest_figure_is_shown_and_a_word_before_silence() -> None:
    old, new = answer(of_year(3, 2023)), answer(of_year(1, 2025))
    none, silent = answer(of_year(None, 2026)), answer()
    assert cell(silent, old, none, new).best is new
    assert cell(silent, none).best is none
    assert cell(silent).best is silent
    assert cell().best is None
    assert [cells.brief(one) for one in (none, silent)] == ["declared none", "silent"]


@pytest.mark.parametrize(
    ("year", "step"), [(2026, 4), (2027, 4), (2025, 3), (2024, 2), (2023, 1), (2016, 1)]
)
def test_the_older_a_figure_the_paler(year: int, step: int) -> None:
    assert cells.freshness(year, 2026) == step


def grid(reported: dict[str, int], filled: int, asked: int = 3) -> tuple[Cells, dict[str, Seat]]:
    """Objectives that every region is asked about, and one that none is."""
    made: dict[tuple[str, str], Cell] = {}
    for place in (f"R-{code}" for code in REGIONS):
        for number in range(asked):
            known = (of_year(1, 2025, place),) if number < reported.get(place, 0) else ()
            seated = len(made) < filled
            made[f"A{number}", place] = cell(answer(*known), filled=seated)
        made["F3", place] = cell(filled=filled > len(REGIONS) * asked)
    return made, {"A0": Seat("A0", LEADER, None, SOMEBODY if filled else (), 0)}


ALL = dict.fromkeys((f"R-{code}" for code in REGIONS), 3)
TWO_OF_15 = "Regions have answered 2 of 15 times that the plan asks them."


@pytest.mark.parametrize(
    ("reported", "filled", "said"),
    [
        ({}, 0, "No region has a figure yet, wherever it is asked. All 21 seats are vacant."),
        (
            {"R-AFR": 2},
            1,
            f"{TWO_OF_15} 19 of 21 seats are vacant.",
        ),
        (
            ALL | {"R-NAM": 2},
            99,
            "4 of 5 regions answer wherever they are asked. Every one of 21 seats is filled.",
        ),
        ({"R-AFR": 3}, 0, "1 of 5 regions answers wherever it is asked. All 21 seats are vacant."),
        (ALL, 0, "All 5 regions answer wherever they are asked. All 21 seats are vacant."),
    ],
)
def test_the_message_says_who_answers_and_how_many_seats_are_empty(
    reported: dict[str, int], filled: int, said: str
) -> None:
    assert grid_message.title(plan(), *grid(reported, filled)) == said


def test_where_little_is_known_the_lead_says_that_it_is_not_known() -> None:
    silent = "Dashed is what is not known, not what is not done."
    assert silent in grid_message.lead(*grid({}, 0))
    assert "0 of 1 task forces have a leader." in grid_message.lead(*grid({}, 0))
    known = grid_message.lead(*grid(ALL, 0))
    assert silent not in known
    assert "The filled part of a cell" in known


def test_before_the_plan_existed_the_message_says_so() -> None:
    early = plan(dt.date(2021, 1, 1))
    assert grid_message.title(early, *grid({}, 0)) == (
        "On 1 January 2021 the 2022 plan did not exist yet."
    )
