"""Which backups a daily and an hourly timer leave after years."""

import datetime as dt

from store.backup.rotation import kept

NOW = dt.datetime(2026, 11, 30, 8, 0, tzinfo=dt.UTC)


def test_hourly_backups_of_three_years_thin_out_with_age() -> None:
    hourly = [NOW - dt.timedelta(hours=hours) for hours in range(3 * 365 * 24)]
    ages = sorted((NOW - made).days for made in kept(hourly, NOW))
    assert sum(age < 2 for age in ages) == 48
    assert 12 <= sum(2 <= age < 14 for age in ages) <= 13
    assert 6 <= sum(14 <= age < 56 for age in ages) <= 8
    assert 22 <= sum(age >= 56 for age in ages) <= 24
    assert ages[-1] <= 731


def test_the_newest_is_kept_however_old() -> None:
    old = NOW - dt.timedelta(days=5000)
    assert kept([old, old - dt.timedelta(days=1)], NOW) == {old}


def test_without_backups_nothing_is_kept() -> None:
    assert kept([], NOW) == set()
