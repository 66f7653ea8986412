"""The order in which target gaps are listed."""

import pandas as pd
import pytest

from components.gaps import gaps
from store.progress import Status

ROWS = pd.DataFrame(
    [
        {"code": "A1", "gap": 0.3, "due": 0.5, "progress": 0.6, "status": Status.ON_TRACK},
        {"code": "A2", "gap": None, "due": None, "progress": None, "status": Status.STALE},
        {"code": "B1", "gap": 0.9, "due": 0.5, "progress": 0.1, "status": Status.REGRESSING},
        {"code": "B2", "gap": 0.5, "due": 0.9, "progress": 0.2, "status": Status.ACHIEVED},
        {"code": "C1", "gap": None, "due": None, "progress": None, "status": Status.BEHIND},
    ]
)


@pytest.mark.parametrize(
    ("order", "codes"),
    [
        ("plan", ["A1", "A2", "B1", "B2", "C1"]),
        ("gap", ["B1", "B2", "A1", "A2", "C1"]),
        ("pace", ["B2", "B1", "A1", "A2", "C1"]),
        ("status", ["B2", "A1", "C1", "B1", "A2"]),
    ],
)
def test_the_worst_comes_first_and_silence_last(order: str, codes: list[str]) -> None:
    assert list(gaps.ordered(ROWS, order)["code"]) == codes
