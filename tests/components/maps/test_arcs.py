"""Arcs run the short way round, stay inside the world, and keep their dashes."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from components.maps import arcs

points = some.tuples(some.floats(-180, 180, allow_nan=False), some.floats(-80, 80, allow_nan=False))
FIJI, PERU, BENIN, GERMANY = (178.0, -17.8), (-72.0, -13.5), (2.2, 10.3), (12.4, 51.9)


@given(points, points)
def test_an_arc_ends_where_it_should_and_never_goes_more_than_half_round(
    start: arcs.Point, end: arcs.Point
) -> None:
    line = arcs.curve(start, end)
    assert line[0] == pytest.approx(start)
    assert line[-1][1] == pytest.approx(end[1])
    assert (line[-1][0] - end[0] + 180) % 360 - 180 == pytest.approx(0, abs=1e-6)
    assert abs(line[-1][0] - line[0][0]) <= 180 + 1e-9
    assert all(abs(latitude) < 85 for _longitude, latitude in line)


@given(points, points)
def test_every_piece_lies_inside_the_world_and_leaps_nowhere(
    start: arcs.Point, end: arcs.Point
) -> None:
    for piece in arcs.within(arcs.curve(start, end)):
        assert all(-180 <= longitude <= 180 for longitude, _latitude in piece)
        assert all(abs(b[0] - a[0]) < 90 for a, b in pairwise(piece))


def test_fiji_and_peru_meet_at_the_date_line() -> None:
    west, east = arcs.within(arcs.curve(FIJI, PERU))
    assert west[-1][0] == 180
    assert east[0] == (-180, west[-1][1])


@pytest.mark.parametrize(("start", "end"), [(FIJI, PERU), (BENIN, GERMANY), (GERMANY, BENIN)])
def test_an_arc_bows_to_the_north(start: arcs.Point, end: arcs.Point) -> None:
    line = arcs.curve(start, end)
    middle = line[len(line) // 2]
    assert middle[1] > (start[1] + end[1]) / 2 - 1e-9 or math.isclose(start[0], end[0])


def test_dashes_are_the_line_less_its_gaps() -> None:
    line = [(0.0, 0.0), (10.0, 0.0)]
    assert arcs.dashes(line, ()) == [line]
    strokes = arcs.dashes(line, (3, 1))
    ends = [(stroke[0][0], stroke[-1][0]) for stroke in strokes]
    assert ends == [pytest.approx(pair) for pair in ((0, 3), (4, 7), (8, 10))]


def test_a_point_joined_to_itself_stays_a_point() -> None:
    for line in arcs.dashes(arcs.curve(FIJI, FIJI), (3, 1)):
        for piece in arcs.within(line):
            assert all(point == pytest.approx(FIJI) for point in piece)
