from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from store.progress import (
    Assessment,
    Better,
    Indicator,
    Kind,
    Range,
    Standing,
    Status,
    Target,
    Unit,
    gauge,
    multipart,
    rollup_share,
    rollup_units,
)

from .samples import card

quick = settings(max_examples=60, deadline=None)

levels = st.integers(-500, 500).map(float)
years = st.integers(2018, 2055).map(float)
readings = st.lists(st.tuples(years, levels), max_size=6)
ranges = st.tuples(levels, levels).map(lambda ends: Range(*sorted(ends)))
targets = st.lists(
    st.tuples(st.sampled_from([2023, 2030, 2050]), levels, st.none() | levels),
    max_size=3,
    unique_by=lambda target: target[0],
).map(lambda rows: tuple(Target(*row) for row in rows))
indicators = st.builds(
    Indicator,
    kind=st.sampled_from(Kind),
    unit=st.sampled_from(Unit),
    better=st.sampled_from(Better),
    baseline=st.none() | levels | ranges,
    targets=targets,
    limits=st.just((None, None)),
)
continuous = st.builds(
    Indicator,
    kind=st.sampled_from([Kind.STOCK, Kind.RATE]),
    unit=st.just(Unit.CONTINUOUS),
    better=st.sampled_from(Better),
    baseline=st.none() | levels | ranges,
    targets=targets,
    limits=st.just((None, None)),
)
standings = st.one_of(
    st.builds(
        Standing,
        st.sampled_from(
            [
                Status.ACHIEVED,
                Status.ON_TRACK,
                Status.BEHIND,
                Status.OFF_TRACK,
                Status.REGRESSING,
                Status.STALE,
            ]
        ),
        st.floats(0, 1),
        st.floats(0, 1),
    ),
    st.just(Standing(Status.NOT_ENOUGH_DATA)),
)


def map_levels(indicator: Indicator, factor: float) -> Indicator:
    """The same indicator with every level multiplied; a negative factor turns it over."""
    base = indicator.baseline
    if isinstance(base, Range):
        base = Range(*sorted((base.low * factor, base.high * factor)))
    elif base is not None:
        base *= factor
    moved = tuple(
        Target(
            target.year,
            None if target.low is None else target.low * factor,
            None if target.high is None else target.high * factor,
        )
        for target in indicator.targets
    )
    turned = Better.LOWER if indicator.better is Better.HIGHER else Better.HIGHER
    better = indicator.better if factor > 0 else turned
    return replace(indicator, baseline=base, targets=moved, better=better)


def shape(seen: Assessment) -> tuple[object, ...]:
    """Every part of a card that has no unit."""
    shares = (seen.progress_raw, seen.progress, seen.expected, seen.ratio, seen.gap_rel)
    numbers = [None if share is None else round(share, 6) + 0.0 for share in shares]
    return (*numbers, seen.status, seen.last_status, seen.reason, seen.flags)


@quick
@given(indicator=continuous, seen=readings, as_of=years, power=st.integers(-3, 6))
def test_a_change_of_unit_changes_no_verdict(indicator, seen, as_of, power) -> None:
    factor = 2.0**power  # exact in binary, so ties stay ties
    rescaled = [(t, value * factor) for t, value in seen]
    assert shape(card(map_levels(indicator, factor), rescaled, as_of)) == shape(
        card(indicator, seen, as_of)
    )


@quick
@given(indicator=continuous, seen=readings, as_of=years)
def test_turning_everything_over_changes_no_verdict(indicator, seen, as_of) -> None:
    turned = [(t, -value) for t, value in seen]
    assert shape(card(map_levels(indicator, -1), turned, as_of)) == shape(
        card(indicator, seen, as_of)
    )


@quick
@given(indicator=indicators, seen=readings, later=readings, as_of=years)
def test_what_is_known_later_changes_nothing(indicator, seen, later, as_of) -> None:
    future = [(t, value) for t, value in later if t > as_of]
    assert card(indicator, [*future, *seen], as_of) == card(indicator, seen, as_of)


@quick
@given(indicator=indicators, seen=readings, as_of=years)
def test_every_card_is_consistent(indicator, seen, as_of) -> None:
    result = card(indicator, seen, as_of)
    shares = [share for share in (result.progress, result.expected) if share is not None]
    assert all(0 <= share <= 1 for share in shares)
    has_reason = result.status in {Status.NOT_ENOUGH_DATA, Status.STALE}
    assert (result.reason is not None) == has_reason
    assert (result.last_status is not None) == (result.status is Status.STALE)
    if (ahead := result.projection) is not None:
        ends = [end for end in (ahead.low, ahead.value, ahead.high) if end is not None]
        assert ends == sorted(ends)


@quick
@given(steps=st.lists(st.integers(0, 90), min_size=1, max_size=8), baseline=st.integers(0, 50))
def test_projections_stay_possible(steps, baseline) -> None:
    total = Indicator(
        Kind.CUMULATIVE,
        Unit.CONTINUOUS,
        baseline=baseline,
        targets=(Target(2030, 900.0),),
        limits=(0, 950),
    )
    sums = [float(baseline + sum(steps[:k])) for k in range(1, len(steps) + 1)]
    projection = card(total, enumerate(sums, start=2021), 2021 + len(steps)).projection
    assert projection is not None
    assert projection.n == len(steps) + 1
    ends = [projection.low, projection.value, projection.high]
    assert all(sums[-1] <= end <= 950 for end in ends if end is not None)


@quick
@given(objectives=st.lists(standings, max_size=6))
def test_the_needle_lies_within_its_bounds(objectives) -> None:
    goal = gauge({f"A{number}": standing for number, standing in enumerate(objectives)})
    bounds = [bound for bound in (goal.low, goal.progress, goal.high) if bound is not None]
    assert bounds == sorted(bounds) or bounds == pytest.approx(sorted(bounds))
    assert all(-1e-12 <= bound <= 1 + 1e-12 for bound in bounds)
    assert sum(goal.counts.values()) == goal.total


@quick
@given(members=st.lists(standings, min_size=1, max_size=5))
def test_nothing_is_achieved_while_a_member_is_not(members) -> None:
    everything = all(member.status is Status.ACHIEVED for member in members)
    goal = gauge({str(number): member for number, member in enumerate(members)})
    assert (multipart(members).status is Status.ACHIEVED) == everything
    assert (goal.status is Status.ACHIEVED) == everything


@quick
@given(
    regions=st.dictionaries(
        st.text(max_size=2),
        st.tuples(st.floats(0, 1), st.integers(1, 900), st.booleans()),
        min_size=1,
        max_size=5,
    )
)
def test_a_pooled_share_lies_within_its_bounds(regions) -> None:
    rows = {
        name: (None if silent else part * whole, whole)
        for name, (part, whole, silent) in regions.items()
    }
    pooled = rollup_share(rows)
    bounds = [bound for bound in (pooled.low, pooled.share, pooled.high) if bound is not None]
    assert bounds == pytest.approx(sorted(bounds))
    assert pooled.coverage <= 1


@quick
@given(yes=st.integers(0, 200), no=st.integers(0, 200), unknown=st.integers(0, 200))
def test_learning_more_narrows_the_bounds(yes, no, unknown) -> None:
    assume(unknown > 0)
    before, after = rollup_units(yes, no, unknown), rollup_units(yes, no + 1, unknown - 1)
    assert before.low is not None
    assert before.high is not None
    assert after.low is not None
    assert after.high is not None
    assert before.low <= after.low <= after.high <= before.high
