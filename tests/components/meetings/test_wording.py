"""Meetings and decisions in words: bodies, stages, what is frozen, who is to act."""

import datetime as dt
from typing import Any

import pytest

from components.meetings import wording
from store.models import Body, Decision, DecisionKind, DecisionState, Meeting

BODY_NAMES = {
    "consortium of members": "Consortium of Members",
    "forum of partners": "Forum of Partners",
    "bureau": "Bureau",
    "scientific and technical committee": "Scientific and Technical Committee",
    "regional meeting": "Regional meeting",
    "task force leaders": "Task Force Leaders",
}
OWNERS = {
    "secretariat": "Secretariat",
    "regional representatives": "Regional Representatives",
    "scientific and technical committee": "Scientific and Technical Committee",
    "bureau": "Bureau",
    "members": "Members",
    "partners": "Partners",
}


def meeting(**content: Any) -> Meeting:
    """A planned meeting of the Bureau."""
    usual: dict[str, Any] = {
        "body": "bureau",
        "stage": "planned",
        "held_on": dt.date(2026, 3, 2),
        "place_name": "Montpellier",
        "plan_code": "2022",
    }
    return Meeting(**usual | content)


def decision(owner: str, subject: str = "") -> Decision:
    """Something that somebody is to do."""
    content: dict[str, Any] = {"kind": "decision", "text": "Ask the regions."}
    return Decision(**content, owner=owner, subject=subject)


def test_every_body_kind_and_state_has_its_words() -> None:
    assert {body: wording.body_name(meeting(body=body)) for body in Body} == BODY_NAMES
    assert wording.kind_names() == {kind: kind for kind in DecisionKind}
    assert wording.state_names() == {state: state for state in DecisionState}


@pytest.mark.usefixtures("real_names")
def test_a_regional_meeting_names_its_region() -> None:
    regional = meeting(body="regional meeting", region_code="R-AFR")
    assert wording.body_name(regional) == "Regional meeting, Africa"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({}, "planned"),
        ({"stage": "open"}, "open"),
        ({"stage": "closed"}, "closed"),
        ({"stage": "closed", "is_published": True}, "closed, published"),
    ],
)
def test_a_meeting_says_how_far_it_is(content: dict[str, Any], said: str) -> None:
    assert wording.stage_name(meeting(**content)) == said
    assert wording.subtitle(meeting(**content)) == (
        f"Bureau · 2 March 2026 · Montpellier · {said} · Plan 2022"
    )


def test_a_meeting_without_a_place_names_none() -> None:
    said = wording.subtitle(meeting(place_name=""))
    assert said == "Bureau · 2 March 2026 · planned · Plan 2022"


def test_a_meeting_says_whether_its_figures_are_frozen() -> None:
    assert wording.frozen(meeting()) == (
        "Not opened yet: the figures are those of the day chosen above. They are frozen when the"
        " meeting opens."
    )
    opened_at = dt.datetime(2026, 3, 4, 9, 5, tzinfo=dt.UTC)
    frozen = {"as_of": dt.date(2026, 3, 2), "opened_at": opened_at, "method_version": "1.0"}
    opened = meeting(stage="open", **frozen)
    assert wording.frozen(opened) == (
        "Figures as known on 2 March 2026, frozen on 4 March 2026, 09:05 UTC: nothing that is"
        " written later changes them. Judged by method 1.0."
    )


def test_a_decision_says_who_is_to_act() -> None:
    assert {owner: wording.owner_name(decision(owner, "D4")) for owner in OWNERS} == OWNERS
    assert wording.owner_name(decision("task force leader", "D4")) == "Task Force Leader D4"
    assert wording.owner_name(decision("task force leader")) == "Task Force Leader"
