"""What a right is about: the region of a place, an act without a place, and the refusal."""

from typing import Any

import pytest

from store.models import Indicator, Place, RoleKind
from store.rights import rights
from store.rights.rights import LOCAL_USER, VISITOR, Act, Actor, Grant, Where, program
from tests.store.refusals import told

LEA = Actor("Lea", (Grant(RoleKind.TASK_FORCE_LEADER, "D4"),))


@pytest.mark.parametrize(
    ("content", "region"),
    [
        ({"code": "WLD", "kind": "world"}, None),
        ({"code": "R-AFR", "kind": "region"}, "R-AFR"),
        ({"code": "KEN", "kind": "country", "region_code": "R-AFR"}, "R-AFR"),
    ],
)
def test_a_country_lies_in_its_region_and_the_world_in_none(
    content: dict[str, Any], region: str | None
) -> None:
    place = Place.model_validate(content | {"name_en": "", "name_fr": "", "name_es": ""})
    indicator = Indicator.model_construct(objective_code="D4")
    assert rights.about(indicator, place) == Where("D4", region)


REFUSALS = {
    Act.SEE: "You have no right to see what is reported here.",
    Act.REPORT: "You have no right to report a figure here.",
    Act.RECOMMEND: "You have no right to recommend a figure for approval here.",
    Act.ANNOTATE: "You have no right to annotate a figure here.",
    Act.REVIEW: "You have no right to approve or return a figure here.",
    Act.EDIT_PLAN: "You have no right to change the plan.",
    Act.MANAGE_PEOPLE: "You have no right to manage people and roles.",
    Act.READ_AUDIT: "You have no right to read the audit trail.",
    Act.LEAD: "You have no right to report on a task force here.",
    Act.PROPOSE: "You have no right to propose an activity here.",
    Act.KEEP: "You have no right to keep activities here.",
    Act.MEET: "You have no right to hold a meeting.",
    Act.ANSWER: "You have no right to answer notices of readers.",
}


@pytest.mark.parametrize("act", Act)
def test_whoever_has_no_right_is_told_to_what(act: Act) -> None:
    assert told(lambda: rights.demand(VISITOR, act)) == REFUSALS[act]
    assert told(lambda: rights.demand(VISITOR, act, Where("D4", None))) == REFUSALS[act]


def test_an_act_without_a_place_asks_for_the_right_anywhere() -> None:
    rights.demand(LEA, Act.LEAD)
    rights.demand(LEA, Act.LEAD, Where("D4", None))
    assert told(lambda: rights.demand(LEA, Act.LEAD, Where("E1", None))) == REFUSALS[Act.LEAD]


def test_the_program_alone_may_do_everything_and_approve_its_own() -> None:
    shipped = program("shipped data")
    assert (shipped.name, shipped.may_review_own) == ("shipped data", True)
    for act in Act:
        rights.demand(shipped, act, Where("D4", "R-AFR"))
    assert not Actor("Ana", shipped.grants).may_review_own
    assert LOCAL_USER.may_review_own
