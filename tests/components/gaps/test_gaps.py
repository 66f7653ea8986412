"""Which lines come first, which are short of what was due, and what a range leaves open."""

from math import inf
from typing import Any

import pytest

from components.gaps import gap_words, gaps
from components.gaps.gap_lines import Line, in_order
from store.models import Objective
from store.progress import Assessment, End, Figure, Grade, Status
from tests.components.wording.standings import indicator, objective, standing, target


def line(code: str, done: float | None, due: float = 0.5, **card: Any) -> Line:
    """A measured part that has covered `done` of its way; None is silent."""
    known: dict[str, Any] = {} if done is None else {"progress_raw": done, "progress": max(done, 0)}
    usual: dict[str, Any] = {
        "status": Status.NOT_ENOUGH_DATA if done is None else Status.BEHIND,
        "grade": Grade.NONE if done is None else Grade.MEASURED,
        "expected": due,
        "last": 2025.0,
    }
    return _line(code, Assessment(**usual | known | card))


def open_line(code: str, low: float, high: float, due: float = 0.5) -> Line:
    """A part of which the figure is only known to lie between two ends."""
    ends = [
        End(status=status, progress_raw=share, progress=share, expected=due, acceleration=1.4)
        for status, share in ((Status.BEHIND, low), (Status.ACHIEVED, high))
    ]
    card = Assessment(
        status=Status.RANGE,
        status_low=Status.BEHIND,
        status_high=Status.ACHIEVED,
        grade=Grade.INDICATIVE,
        low=ends[0],
        high=ends[1],
    )
    return _line(code, card)


def _line(code: str, card: Assessment) -> Line:
    part = standing(card, targets=(target(100),), indicator=indicator(objective_code=code))
    found = Objective(code=code, goal_code=code[0], aim="")
    return Line(0, objective(part, objective=found), part)


def codes(lines: list[Line]) -> list[str]:
    return [line.objective.code for line in lines]


LINES = [
    line("A1", 0.6, last=2023.0),
    line("A2", None, last=None),
    line("A3", 0.1, acceleration=3.7),
    open_line("B1", 0.4, 0.8),
    line("B2", -0.1, last=2022.5, pace_to_go=4.0, pace_actual=-1.0),
    line("C1", 0.49, acceleration=1.2),
]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("plan", ["A1", "A2", "A3", "B1", "B2", "C1"]),
        ("gap", ["B2", "A3", "C1", "B1", "A1", "A2"]),
        ("pace", ["B2", "A3", "B1", "C1", "A1", "A2"]),
        ("age", ["B2", "A1", "A3", "C1", "A2", "B1"]),
    ],
)
def test_the_worst_comes_first_and_silence_last(order: str, expected: list[str]) -> None:
    assert codes(in_order(LINES, order)) == expected


def test_a_filter_leaves_a_goal_and_of_it_those_that_are_short_for_certain() -> None:
    assert codes(gaps.filtered(LINES, "all", "short")) == ["A3", "B2", "C1"]
    assert codes(gaps.filtered(LINES, "B", "all")) == ["B1", "B2"]
    assert codes(gaps.filtered(LINES, "A", "short")) == ["A3"]


@pytest.mark.parametrize(
    ("found", "points"),
    [
        (line("A1", 0.3), "−20"),
        (line("A1", 0.5), "0"),
        (line("A1", 1.4), "+50"),
        (line("A1", -0.1), "−60"),
        (open_line("A1", 0.4, 1.0), "−10 to +50"),
        (line("A1", None), "no verdict"),
    ],
)
def test_points_say_how_far_ahead_or_short_both_ends_are(found: Line, points: str) -> None:
    assert gap_words.points(found) == points


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (line("A1", 0.3, acceleration=3.7), "3.7×"),
        (line("A1", 0.6, acceleration=0.8), "enough"),
        (line("A1", -0.1, pace_to_go=4.0), "turn round"),
        (line("A1", 0.0, pace_to_go=4.0), "set out"),
        (line("A1", 1.0, status=Status.ACHIEVED), "reached"),
        (line("A1", 0.3), ""),
        (open_line("A1", 0.4, 1.0), "up to 1.4×"),
        (
            line("A1", None, pace_from_start=2.5, start=2020.0, as_of=2026.0, active_year=2030.0),
            "(2.5×)",
        ),
    ],
)
def test_how_much_faster_it_must_go(found: Line, said: str) -> None:
    assert gap_words.speed(found) == said


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure(17, inf), "≥ 17 → 100\u00a0partnerships"),
        (Figure(-inf, 17), "≤ 17 → 100\u00a0partnerships"),
        (Figure(18, 87), "18–87 → 100\u00a0partnerships"),
        (Figure(20, 22, is_about=True), "≈ 21 → 100\u00a0partnerships"),
        (Figure(42, 42), "42 → 100\u00a0partnerships"),
        (None, "→ 100\u00a0partnerships"),
    ],
)
def test_a_bound_is_never_written_as_a_figure(figure: Figure | None, said: str) -> None:
    value = figure.low if figure and figure.is_exact else None
    found = line("A1", None, figure=figure, value=value)
    assert gap_words.now_and_target(found, 2030) == said
    assert gap_words.now_and_target(found, 2050) == "no number for 2050"


def test_each_part_of_an_objective_has_a_name_of_its_own() -> None:
    units = {"platform": "level", "open platform": "level", "portals": "regions"}
    parts = [
        standing(indicator=indicator(code=f"D1-{name}", name=name, unit=unit))
        for name, unit in units.items()
    ]
    whole = objective(*parts)
    names = [gap_words.part_name(whole, part) for part in parts]
    assert names == ["platform", "open platform", "Partnerships: regions"]
    assert gap_words.part_name(objective(parts[0]), parts[0]) == "Partnerships"
