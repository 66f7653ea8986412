"""Activities in words: kinds, types, states, dates and budgets."""

import datetime as dt
from typing import Any

import pytest

from components.activities import wording
from components.language.text import THIN_SPACE
from store.models import Activity, ActivityKind, ActivityState, EventType

KIND_NAMES = {
    "action": "action",
    "project": "project",
    "event": "event",
    "strategy": "strategy",
    "plan": "plan",
}
TYPE_NAMES = {
    "regional meeting": "regional meeting",
    "day": "“4 per 1000” Day",
    "consortium": "Consortium of Members",
    "side events": "side events",
    "other event": "other event",
}
STATE_NAMES = {"planned": "planned", "running": "running", "done": "done", "stopped": "stopped"}


def activity(**content: Any) -> Activity:
    """A project without an end or a budget."""
    usual: dict[str, Any] = {"kind": "project", "starts_on": dt.date(2026, 3, 2)}
    return Activity(**usual | content)


def test_every_kind_type_and_state_has_its_word() -> None:
    assert {kind: wording.kind_name(kind) for kind in ActivityKind} == KIND_NAMES
    assert {one: wording.type_name(one) for one in EventType} == TYPE_NAMES
    assert {state: wording.state_name(state) for state in ActivityState} == STATE_NAMES


def test_an_event_is_named_by_its_type_and_anything_else_by_its_kind() -> None:
    assert wording.what(activity()) == "project"
    assert wording.what(activity(kind="event", event_type="day")) == "“4 per 1000” Day"


@pytest.mark.parametrize(
    ("ends_on", "said"),
    [
        (None, "from 2026-03-02"),
        (dt.date(2026, 3, 2), "2026-03-02"),
        (dt.date(2026, 3, 4), "2026-03-02 – 2026-03-04"),
    ],
)
def test_an_open_end_stays_open(ends_on: dt.date | None, said: str) -> None:
    assert wording.dates(activity(ends_on=ends_on)) == said


@pytest.mark.parametrize(
    ("budget", "said"),
    [(None, ""), (0, "0 EUR"), (1250000.5, f"1{THIN_SPACE}250{THIN_SPACE}000.5 EUR")],
)
def test_a_budget_has_its_currency(budget: float | None, said: str) -> None:
    assert wording.budget(activity(budget=budget, currency="EUR")) == said
