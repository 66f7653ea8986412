import pytest

from store.progress_1_0 import Parameters, Standing, Status, gauge, headline, multipart

ON_TRACK = Standing(Status.ON_TRACK, 0.6, 0.5)
ACHIEVED = Standing(Status.ACHIEVED, 1.0, 0.5)
OFF_TRACK = Standing(Status.OFF_TRACK, 0.1, 0.5)
REGRESSING = Standing(Status.REGRESSING, 0.0, 0.5)
UNKNOWN = Standing(Status.NOT_ENOUGH_DATA)
TOO_EARLY = Standing(Status.NOT_ENOUGH_DATA, 0.3, 0.05)
STALE = Standing(Status.STALE, 0.9, 0.5)


def test_half_the_objectives_are_enough_for_a_needle() -> None:
    half = gauge({"A1": ON_TRACK, "A2": UNKNOWN})
    assert (half.coverage, half.progress, half.show) == (0.5, 0.6, True)
    assert (half.low, half.high) == (0.3, 0.8)


def test_below_half_only_the_bounds_are_shown() -> None:
    thin = gauge({"A1": ON_TRACK, "A2": UNKNOWN, "A3": STALE})
    assert (thin.progress, thin.expected, thin.ratio, thin.weakest) == (None, None, None, None)
    assert (thin.low, thin.high) == pytest.approx((0.2, 2.6 / 3))
    assert (thin.status, thin.show, thin.measured) == (Status.NOT_ENOUGH_DATA, False, 1)


def test_what_has_not_begun_is_weaker_than_what_has() -> None:
    assert gauge({"A1": ON_TRACK, "A2": REGRESSING, "A3": OFF_TRACK}).weakest == "A2"


def test_below_half_several_parts_are_due_nothing_together() -> None:
    thin = multipart([ON_TRACK, UNKNOWN, STALE])
    assert (thin.status, thin.progress, thin.expected) == (Status.NOT_ENOUGH_DATA, None, None)


def test_stale_and_early_objectives_are_not_measured() -> None:
    silent = gauge({"A1": STALE, "A2": TOO_EARLY})
    assert (silent.measured, silent.low, silent.high) == (0, 0, 1)


def test_a_goal_without_objectives_has_no_bounds() -> None:
    empty = gauge({})
    assert (empty.coverage, empty.low, empty.high, empty.show) == (0, None, None, False)


@pytest.mark.parametrize(
    ("objectives", "status"),
    [
        ([ACHIEVED, ACHIEVED], Status.ACHIEVED),
        ([ACHIEVED, UNKNOWN], Status.ON_TRACK),
        ([ACHIEVED, STALE], Status.ON_TRACK),
        ([ACHIEVED, ON_TRACK], Status.ON_TRACK),
        ([ACHIEVED, OFF_TRACK], Status.BEHIND),
        ([ACHIEVED, REGRESSING], Status.BEHIND),
        ([ON_TRACK, OFF_TRACK], Status.BEHIND),
        ([OFF_TRACK, OFF_TRACK], Status.OFF_TRACK),
    ],
)
def test_the_colour_of_a_goal(objectives, status) -> None:
    named = {f"A{number}": standing for number, standing in enumerate(objectives)}
    assert gauge(named).status is status


def test_the_weakest_objective_is_named_and_statuses_are_counted() -> None:
    goal = gauge({"A1": ON_TRACK, "A2": OFF_TRACK, "A3": STALE, "A4": ON_TRACK})
    assert goal.weakest == "A2"
    assert goal.counts == {Status.ON_TRACK: 2, Status.OFF_TRACK: 1, Status.STALE: 1}


def test_the_headline_needs_four_goals() -> None:
    three = {"A": 0.2, "B": 0.4, "C": 0.6, "D": None, "E": None, "F": None}
    assert (headline(three).progress, headline(three).goals, headline(three).show) == (
        None,
        3,
        False,
    )
    assert headline(three, Parameters(goals_for_headline=3)).progress == pytest.approx(0.4)
    assert headline({**three, "D": 0.8}).progress == pytest.approx(0.5)
    assert headline({}).goals == 0


@pytest.mark.parametrize(
    ("parts", "status", "progress"),
    [
        ([ACHIEVED, ACHIEVED], Status.ACHIEVED, 1),
        ([ACHIEVED, ON_TRACK], Status.ON_TRACK, 0.8),
        ([ACHIEVED, UNKNOWN], Status.ON_TRACK, 1),
        ([ACHIEVED, STALE], Status.ON_TRACK, 1),
        ([ON_TRACK, OFF_TRACK], Status.OFF_TRACK, 0.35),
        ([OFF_TRACK, REGRESSING], Status.REGRESSING, 0.05),
        ([ON_TRACK, UNKNOWN, UNKNOWN], Status.NOT_ENOUGH_DATA, None),
        ([UNKNOWN], Status.NOT_ENOUGH_DATA, None),
        ([], Status.NOT_ENOUGH_DATA, None),
    ],
)
def test_the_weakest_part_decides(parts, status, progress) -> None:
    whole = multipart(parts)
    assert (whole.status, whole.progress) == (status, pytest.approx(progress))
    assert whole.part_status == tuple(part.status for part in parts)


def test_an_overshooting_part_does_not_pay_for_another() -> None:
    whole = multipart([Standing(Status.ACHIEVED, 3.0, 1.5), Standing(Status.BEHIND, 0.4, 0.5)])
    assert (whole.progress, whole.expected) == (pytest.approx(0.7), 0.75)


def test_a_combination_can_itself_be_an_objective_of_a_goal() -> None:
    goal = gauge({"A4": multipart([ACHIEVED, ON_TRACK]), "A5": ON_TRACK})
    assert goal.progress == pytest.approx(0.7)
