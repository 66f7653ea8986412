"""The arithmetic, asked once: a verdict depends on nothing but what it is asked with.

After a write one series is another one; the verdicts on all others, and on what their missing
figures would say, are those of before.
"""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from store import progress
from store.progress import Assessment, Observation

KEPT = 4096  # verdicts, of about 2 kB; the real store with what would open it asks 700


def judge(measure: progress.Indicator, seen: Iterable[Observation], as_of: dt.date) -> Assessment:
    """The card of `progress.assess`, kept."""
    return _judge(measure, tuple(seen), as_of)


@lru_cache(KEPT)
def _judge(
    measure: progress.Indicator, seen: tuple[Observation, ...], as_of: dt.date
) -> Assessment:
    return progress.assess(measure, seen, as_of)
