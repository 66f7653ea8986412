"""What must hold whatever the figures are."""

from dataclasses import replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as some

from store.progress import (
    UNKNOWN,
    Basis,
    Better,
    Grade,
    Indicator,
    Judged,
    Kind,
    Range,
    Status,
    Target,
    Unit,
    gauge,
    multipart,
    of_assessment,
    rollup_mean,
)
from store.progress.status import WORST_FIRST
from tests.store.progress.samples import card

STRONGEST_LAST = (Grade.NONE, Grade.DOCUMENTED, Grade.INDICATIVE, Grade.MEASURED)
EDGES = (Status.REGRESSING, Status.ACHIEVED)
few = settings(max_examples=200, deadline=None)

whole = some.integers(0, 60)
shift = some.integers(0, 20)
kinds = some.sampled_from([Kind.STOCK, Kind.RATE, Kind.CUMULATIVE])
units = some.sampled_from([Unit.INTEGER, Unit.CONTINUOUS])
years = some.sampled_from([2021.0, 2021.5, 2022.0, 2023.25, 2024.0, 2026.5, 2029.5, 2030.0, 2031.0])


@some.composite
def indicators(draw: Any, kind: Any = kinds) -> Indicator:
    kind_ = draw(kind)
    up = kind_ is Kind.CUMULATIVE or draw(some.booleans())
    return Indicator(
        kind=kind_,
        unit=draw(units),
        better=Better.HIGHER if up else Better.LOWER,
        baseline=draw(whole),
        basis=draw(some.sampled_from(Basis)),
        targets=(Target(2030, draw(whole)),),
        limits=(0.0, 100.0),
    )


def ends(indicator: Indicator, t: Any, value: Any) -> tuple[int, int] | None:
    """How bad and how good the verdict on one fresh figure can be; None without an end."""
    found = card(indicator, [(t, value)], as_of=t[1] if isinstance(t, tuple) else t)
    if found.status_low is None or found.status_high is None:
        return None
    return WORST_FIRST.index(found.status_low), WORST_FIRST.index(found.status_high)


@few
@given(indicators(), years, whole, shift, shift)
def test_a_true_value_inside_the_figure_lies_inside_the_verdict(
    indicator: Indicator, t: float, truth: int, below: int, above: int
) -> None:
    wide = ends(indicator, t, (max(0, truth - below), truth + above))
    exact = ends(indicator, t, truth)
    assume(wide is not None and exact is not None)
    assert wide is not None
    assert exact is not None
    assert wide[0] <= exact[0] <= exact[1] <= wide[1]


@few
@given(indicators(), years, whole, shift, shift, shift)
def test_a_wider_figure_never_gives_a_narrower_verdict(
    indicator: Indicator, t: float, low: int, size: int, below: int, above: int
) -> None:
    narrow = ends(indicator, t, (low, low + size))
    wide = ends(indicator, t, (max(0, low - below), low + size + above))
    assume(narrow is not None and wide is not None)
    assert narrow is not None
    assert wide is not None
    assert wide[0] <= narrow[0]
    assert narrow[1] <= wide[1]


@few
@given(indicators(some.sampled_from([Kind.STOCK, Kind.CUMULATIVE])), years, whole, years)
def test_a_true_day_inside_the_bracket_lies_inside_the_verdict(
    indicator: Indicator, first: float, value: int, last: float
) -> None:
    assume(first < last)
    wide, exact = ends(indicator, (first, last), value), ends(indicator, last, value)
    assume(wide is not None and exact is not None)
    assert wide is not None
    assert exact is not None
    assert wide[0] <= exact[0] <= exact[1] <= wide[1]


@few
@given(indicators(), some.lists(some.tuples(years, whole), max_size=4), years, years)
def test_time_alone_never_improves_a_grade(
    indicator: Indicator, seen: list[tuple[float, int]], one: float, other: float
) -> None:
    now, later = sorted((one, other))
    known = [reading for reading in seen if reading[0] <= now]
    before, after = card(indicator, known, now), card(indicator, known, later)
    assert STRONGEST_LAST.index(after.grade) <= STRONGEST_LAST.index(before.grade)


@few
@given(
    indicators(some.just(Kind.STOCK)),
    some.lists(some.tuples(years, whole), max_size=4),
    some.sampled_from([0.001, 0.25, 7, 1000]),
)
def test_another_unit_leaves_everything_but_levels_and_paces(
    indicator: Indicator, seen: list[tuple[float, int]], factor: float
) -> None:
    assume(isinstance(indicator.baseline, int))
    one = replace(indicator, unit=Unit.CONTINUOUS)
    scaled = replace(
        one,
        baseline=_number(one.baseline) * factor,
        targets=tuple(Target(t.year, _number(t.low) * factor) for t in one.targets),
        limits=(0.0, 100 * factor),
    )
    before = card(one, seen, 2030.5)
    after = card(scaled, [(t, value * factor) for t, value in seen], 2030.5)
    _agree(before, after)


@few
@given(indicators(some.just(Kind.STOCK)), some.lists(some.tuples(years, whole), max_size=4))
def test_turned_upside_down_nothing_changes(
    indicator: Indicator, seen: list[tuple[float, int]]
) -> None:
    assume(_number(indicator.targets[0].low) != _number(indicator.baseline))
    one = replace(indicator, unit=Unit.CONTINUOUS)
    other = replace(
        one,
        better=Better.LOWER if one.better is Better.HIGHER else Better.HIGHER,
        baseline=-_number(one.baseline),
        targets=tuple(Target(t.year, -_number(t.low)) for t in one.targets),
        limits=(-100.0, 0.0),
    )
    _agree(card(one, seen, 2030.5), card(other, [(t, -value) for t, value in seen], 2030.5))


def _agree(before: Any, after: Any) -> None:
    assert (before.status, before.grade, before.reason) == (after.status, after.grade, after.reason)
    assert before.flags == after.flags
    for name in ("progress", "expected", "ratio", "acceleration", "gap_rel"):
        one, other = getattr(before, name), getattr(after, name)
        assert (one is None) == (other is None)
        assert one is None or abs(one - other) < 1e-6 * max(1, abs(one))


def _number(value: float | Range | None) -> float:
    assert isinstance(value, int | float)
    return value


parts = some.builds(
    lambda indicator, seen: of_assessment(card(indicator, seen, 2030.5)),
    indicators(),
    some.lists(some.tuples(years, whole), max_size=2),
)
nothing = Judged(status=Status.NOT_ENOUGH_DATA)


@few
@given(some.lists(parts, min_size=1, max_size=4), some.integers(0, 3))
def test_what_is_unknown_never_flatters(judged: list[Judged], hidden: int) -> None:
    number = hidden % len(judged)
    hiding = [nothing if place == number else part for place, part in enumerate(judged)]
    whole_, less = multipart(judged), multipart(hiding)
    rank = WORST_FIRST.index
    assert rank(less.status_low or EDGES[0]) <= rank(whole_.status_low or EDGES[0])
    assert rank(less.status_high or EDGES[1]) >= rank(whole_.status_high or EDGES[1])
    assert less.bounds[0] <= whole_.bounds[0] + 1e-9
    assert less.bounds[1] >= whole_.bounds[1] - 1e-9
    named, fewer = ({f"A{n}": one for n, one in enumerate(some_)} for some_ in (judged, hiding))
    before, after = gauge(named), gauge(fewer)
    assert (after.low or 0) <= (before.low or 0) + 1e-9
    assert (after.high or 0) >= (before.high or 0) - 1e-9
    assert after.status not in (Status.ACHIEVED, Status.TARGET_MET)


shares = some.floats(-0.5, 1.5)


@few
@given(some.lists(shares, min_size=2, max_size=5), some.integers(0, 4), shares)
def test_a_silent_place_could_be_anything(known: list[float], silent: int, due: float) -> None:
    every = {f"R{number}": (share, share) for number, share in enumerate(known)}
    less = every | {f"R{silent % len(known)}": None}
    before, after = rollup_mean(every, due), rollup_mean(less, due)
    assert after.low <= before.low + 1e-9
    assert after.high >= before.high - 1e-9
    assert after.status_low is not Status.ACHIEVED
    assert UNKNOWN[0] <= after.low <= after.high <= UNKNOWN[1]
