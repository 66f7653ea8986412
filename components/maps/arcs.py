"""Curves between two points of a map: bent, dashed, and cut where they leave the world's edge.

Arcs of our own, because deck.gl's cannot be dashed, and run the long way round the world.
"""

import math
from collections.abc import Sequence
from itertools import accumulate, cycle, pairwise

Point = tuple[float, float]  # longitude and latitude in degrees
Line = list[Point]

EDGE = 180.0
HIGHEST = 84.0  # degrees of latitude; Web Mercator ends at 85
BEND = 0.16  # of the chord
STEPS = 40
NORTH = math.degrees(math.asinh(math.tan(math.radians(HIGHEST))))


def curve(start: Point, end: Point, bend: float = BEND) -> Line:
    """A bent line from start to end, the short way round; it may run beyond ±180 degrees.

    Shape: STEPS + 1 points. `bend` is the height of the bow as a share of the chord, to the north.
    """
    across = (end[0] - start[0] + EDGE) % (2 * EDGE) - EDGE
    from_x, from_y = start[0], _mercator(start[1])
    to_x, to_y = from_x + across, _mercator(end[1])
    sign = 1 if to_x >= from_x else -1
    top_x = (from_x + to_x) / 2 - sign * 2 * bend * (to_y - from_y)
    top_y = (from_y + to_y) / 2 + sign * 2 * bend * (to_x - from_x)
    return [
        (
            (1 - t) ** 2 * from_x + 2 * t * (1 - t) * top_x + t**2 * to_x,
            _latitude((1 - t) ** 2 * from_y + 2 * t * (1 - t) * top_y + t**2 * to_y),
        )
        for t in (step / STEPS for step in range(STEPS + 1))
    ]


def dashes(line: Line, pattern: Sequence[float]) -> list[Line]:
    """Cut a line into strokes; the pattern is (stroke, gap, …) in degrees of Web Mercator.

    An empty pattern leaves the line whole.
    """
    if not pattern:
        return [line]
    lengths = [0.0, *accumulate(_length(a, b) for a, b in pairwise(line))]
    strokes: list[Line] = []
    begin = 0.0
    for number, part in enumerate(cycle(pattern)):
        if begin >= lengths[-1]:
            return strokes
        end = min(begin + part, lengths[-1])
        if number % 2 == 0:
            strokes.append(_between(line, lengths, begin, end))
        begin = end
    return strokes


def within(line: Line) -> list[Line]:
    """The pieces of a line, each inside −180 to 180 degrees; the line may cross once."""
    pieces: list[Line] = [[]]
    for a, b in pairwise([line[0], *line]):
        crossed = _crossing(a, b)
        if crossed is not None:
            edge, latitude = crossed
            pieces[-1].append((edge, latitude))
            pieces.append([(edge, latitude)])
        pieces[-1].append(b)
    return [[_home(point, piece) for point in piece] for piece in pieces if len(piece) > 1]


def _crossing(a: Point, b: Point) -> Point | None:
    """Where the world's edge lies between two points."""
    worlds = [math.floor((x + EDGE) / (2 * EDGE)) for x, _y in (a, b)]
    if worlds[0] == worlds[1]:
        return None
    edge = EDGE + 2 * EDGE * min(worlds)
    return edge, a[1] + (edge - a[0]) / (b[0] - a[0]) * (b[1] - a[1])


def _home(point: Point, piece: Line) -> Point:
    middle = (min(x for x, _y in piece) + max(x for x, _y in piece)) / 2
    turns = math.floor((middle + EDGE) / (2 * EDGE))
    return round(point[0] - turns * 2 * EDGE, 3), round(point[1], 3)


def _between(line: Line, lengths: Sequence[float], begin: float, end: float) -> Line:
    inside = [point for point, at in zip(line, lengths, strict=True) if begin < at < end]
    return [_at(line, lengths, begin), *inside, _at(line, lengths, end)]


def _at(line: Line, lengths: Sequence[float], wanted: float) -> Point:
    for (a, from_), (b, to) in pairwise(zip(line, lengths, strict=True)):
        if wanted <= to:
            share = (wanted - from_) / (to - from_) if to > from_ else 0.0
            return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
    return line[-1]


def _length(a: Point, b: Point) -> float:
    return math.hypot(b[0] - a[0], _mercator(b[1]) - _mercator(a[1]))


def _mercator(latitude: float) -> float:
    """A latitude as Web Mercator draws it, in degrees of longitude at the equator."""
    clamped = max(-HIGHEST, min(HIGHEST, latitude))
    return math.degrees(math.asinh(math.tan(math.radians(clamped))))


def _latitude(y: float) -> float:
    clamped = max(-NORTH, min(NORTH, y))
    return math.degrees(math.atan(math.sinh(math.radians(clamped))))
