"""A documented fact whose days contradict each other is refused."""

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from store.findings.finding_draft import FindingDraft
from store.models.findings import Whose

CONTENT: dict[str, Any] = {
    "code": "K1",
    "objective_code": "A6",
    "starts_on": dt.date(2024, 3, 1),
    "ends_on": dt.date(2024, 3, 31),
    "whose": Whose.INITIATIVE,
    "statement": "A consortium began its work.",
    "authority": 1,
    "source_title": "Report of the year",
    "known_on": dt.date(2024, 4, 1),
}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"ends_on": dt.date(2024, 2, 29)}, "The last day lies before the first."),
        ({"known_on": dt.date(2024, 2, 1)}, "It cannot have been known before it was so."),
    ],
)
def test_days_that_contradict_each_other_are_refused(
    changed: dict[str, Any], sentence: str
) -> None:
    assert FindingDraft(**CONTENT).code == "K1"
    with pytest.raises(ValidationError, match=sentence):
        FindingDraft(**(CONTENT | changed))
