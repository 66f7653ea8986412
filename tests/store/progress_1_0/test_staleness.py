"""When an old figure hides its verdict, and when it does not."""

from dataclasses import replace

import pytest

from store.progress_1_0 import Kind, Reason, Status, Unit

from .samples import COUNT, LEVEL, STEPS, card

MILESTONE = replace(STEPS, kind=Kind.MILESTONE, unit=Unit.LEVEL)


def test_old_verdicts_are_hidden_and_remembered() -> None:
    old = card(LEVEL, [(2022, 20)], as_of=2024.1)
    assert (old.status, old.reason) == (Status.STALE, Reason.DATA_TOO_OLD)
    assert (old.last_status, old.progress) == (Status.ON_TRACK, 0.2)
    assert old.projection is not None
    assert card(LEVEL, [(2022, 20)], as_of=2024).status is Status.ON_TRACK


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (Kind.CUMULATIVE, Status.ACHIEVED),
        (Kind.STOCK, Status.STALE),
        (Kind.RATE, Status.STALE),
        (Kind.MILESTONE, Status.STALE),
    ],
)
def test_only_an_achieved_total_never_goes_stale(kind: Kind, status: Status) -> None:
    done = card(replace(COUNT, kind=kind), [(2022, 98)], as_of=2029)
    assert done.status is status
    assert done.last_status is (Status.ACHIEVED if status is Status.STALE else None)


def test_the_age_limit_can_be_set_for_one_indicator() -> None:
    patient = replace(LEVEL, stale_after_years=4)
    assert card(patient, [(2022, 20)], as_of=2026).status is Status.ON_TRACK
    assert card(patient, [(2022, 20)], as_of=2026.5).status is Status.STALE
    impatient = replace(LEVEL, stale_after_years=0)
    assert card(impatient, [(2024, 40)], as_of=2024.5).status is Status.STALE


def test_missing_things_do_not_go_stale() -> None:
    unknown = replace(LEVEL, baseline=None)
    assert card(unknown, [(2021, 20)], as_of=2026).reason is Reason.NO_BASELINE
    assert card(COUNT, [(2021, 9), (2022, 2)], as_of=2029).reason is Reason.DATA_ERROR
