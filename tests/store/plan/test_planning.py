"""The plan is changed by dated rows with a reason, and the effect is known before."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.ground.errors import (
    InvalidPlanError,
    NotAllowedError,
    UnknownReferenceError,
)
from store.ledger.knowledge import EVER, Until
from store.models import TargetRole, WordingPart
from store.plan import contents, planning, wordings
from store.plan.schedule_draft import ScheduleDraft
from store.plan.target_draft import ReasonedTargetDraft, TargetDraft
from store.plan.version_draft import ReasonedVersionDraft
from store.plan.wording_draft import WordingDraft
from store.progress import Status
from store.reporting import dues, preview
from store.rights.rights import VISITOR
from store.standing import assess_plan
from tests.store.writing import ANA, counts

TODAY = dt.date(2026, 3, 2)
YESTERDAY = TODAY - dt.timedelta(days=1)


def signed(**changes: Any) -> ReasonedTargetDraft:
    """What the 2020 plan asks of D4-signed by 2030, changed."""
    content = {
        "plan_code": "2020",
        "indicator_code": "D4-signed",
        "role": TargetRole.TARGET,
        "year": 2030,
        "low": 2,
        "high": 2,
        "source_title": "Decision 12",
        "reason": "Networks merged",
        "known_on": TODAY,
    }
    return ReasonedTargetDraft(**content | changes)


def test_the_effect_is_shown_before_and_comes_true(filled: sa.Engine) -> None:
    before = counts(filled)
    with Session(filled) as session:
        [flip] = preview.flips(session, ANA, signed(), TODAY)
    assert (flip.objective_code, set(flip.after)) == ("D4", {Status.ACHIEVED})
    assert counts(filled) == before
    with Session(filled) as session, session.begin():
        planning.change_target(session, ANA, signed())
        objective = assess_plan(session, "2020", Until.day(TODAY)).objective("D4")
        assert objective is not None
        assert objective.status is Status.ACHIEVED


def test_the_effect_is_shown_before_a_reason_was_typed(shared: sa.Engine) -> None:
    unfounded = TargetDraft.of(signed(), reason="", source_title="")
    with Session(shared) as session:
        [flip] = preview.flips(session, ANA, unfounded, TODAY)
    assert flip.objective_code == "D4"


def test_an_earlier_day_keeps_the_target_of_then(shared: sa.Engine) -> None:
    with Session(shared) as session:
        planning.change_target(session, ANA, signed())
        asked = {
            day: [
                row.low
                for row in contents.targets(session, Until.day(day))
                if (row.plan_code, row.indicator_code, row.year) == ("2020", "D4-signed", 2030)
            ]
            for day in (YESTERDAY, TODAY)
        }
        rows = planning.history(session, "2020", "D4-signed")
    assert asked == {YESTERDAY: [10], TODAY: [2]}
    assert [(row.revision, row.reason) for row in rows if row.year == 2030] == [
        (0, ""),
        (1, "Networks merged"),
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"reason": " "}, "“reason”"),
        ({"low": 9, "high": 3}, "above its high end"),
        ({"source_title": ""}, "“source_title”"),
    ],
)
def test_a_change_that_cannot_be_is_refused(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        signed(**changes)


def test_the_calendar_is_changed_with_a_reason_by_the_secretariat_alone(
    shared: sa.Engine,
) -> None:
    def calendar(reason: str, month: int) -> ScheduleDraft:
        return ScheduleDraft(
            indicator_code="D4-signed", due_month=month, known_on=TODAY, reason=reason
        )

    with Session(shared) as session:
        with pytest.raises(NotAllowedError):
            planning.set_schedule(session, VISITOR, calendar("Because", 6))
        with pytest.raises(ValidationError, match="“reason”"):
            planning.set_schedule(session, ANA, calendar("", 6))
        for month in (6, 9):
            planning.set_schedule(session, ANA, calendar("The Forum moved", month))
        assert dues.schedules(session, EVER)["D4-signed"].due_month == 9


@pytest.mark.parametrize("field", ["every_years", "due_month", "due_day"])
def test_a_calendar_that_cannot_be_is_refused_by_its_draft(field: str) -> None:
    content: dict[str, Any] = {field: 29, "reason": "Too early", "known_on": TODAY}
    with pytest.raises(ValidationError, match=field):
        ScheduleDraft(indicator_code="D4-signed", **content)


def title(text: str, **changes: Any) -> WordingDraft:
    """A new title for D4 in the plan of 2020."""
    content = {
        "plan_code": "2020",
        "subject": "D4",
        "part": "title",
        "text": text,
        "source_title": "Decision 12",
        "reason": "Networks merged",
        "known_on": TODAY,
    }
    return WordingDraft(**content | changes)


def test_an_earlier_day_and_another_version_keep_the_text_of_then(shared: sa.Engine) -> None:
    def said(plan: str, day: dt.date) -> tuple[str, str]:
        found = assess_plan(session, plan, Until.day(day))
        objective = found.objective("D4")
        assert objective is not None
        return objective.title, found.goals[3].name

    with Session(shared) as session:
        before = {(plan, TODAY): said(plan, TODAY) for plan in ("2020", "2022")}
        wordings.reword(session, ANA, title("First try"))
        wordings.reword(session, ANA, title("Alliances"))
        wordings.reword(session, ANA, title("Working together", subject="D"))
        assert said("2020", TODAY) == ("Alliances", "Working together")
        assert said("2020", YESTERDAY) == before["2020", TODAY]
        assert said("2022", TODAY) == before["2022", TODAY]
        rows = wordings.history(session, "2020", "D4", WordingPart.TITLE)
    assert [(row.revision, row.text) for row in rows] == [(0, "First try"), (1, "Alliances")]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"reason": " "}, "“reason”"),
        ({"source_title": ""}, "“source_title”"),
        ({"text": "x"}, "3 to 600 characters"),
        ({"text": "x" * 601}, "3 to 600 characters"),
    ],
)
def test_a_text_that_cannot_be_is_refused(
    shared: sa.Engine, changes: dict[str, Any], sentence: str
) -> None:
    with Session(shared) as session:
        with pytest.raises(ValidationError, match=sentence):
            wordings.reword(session, ANA, title(**{"text": "Alliances"} | changes))
        with pytest.raises(UnknownReferenceError):
            wordings.reword(session, ANA, title("Alliances", subject="Z9"))
        with pytest.raises(NotAllowedError):
            wordings.reword(session, VISITOR, title("Alliances"))


def version(**changes: Any) -> ReasonedVersionDraft:
    """A third text of the plan, adopted today."""
    content = {
        "code": "2026",
        "title": "Strategic Plan, third version",
        "adopted_on": TODAY,
        "note": "Forum decided",
    }
    return ReasonedVersionDraft(**content | changes)


def test_a_new_version_begins_as_a_copy_and_goes_its_own_way(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        wordings.reword(session, ANA, title("Alliances"))
        planning.change_target(session, ANA, signed())
        planning.add_version(session, ANA, version(), "2020")
    with Session(filled) as session:
        old, new = (assess_plan(session, plan, Until.day(TODAY)) for plan in ("2020", "2026"))
        assert [(one.title, one.status) for one in new.objectives] == [
            (one.title, one.status) for one in old.objectives
        ]
        assert new.objectives != old.objectives  # rows of its own
        planning.change_target(session, ANA, signed(plan_code="2026", low=90, high=90))
        flipped = assess_plan(session, "2026", Until.day(TODAY)).objective("D4")
        kept = assess_plan(session, "2020", Until.day(TODAY)).objective("D4")
        assert flipped is not None
        assert kept is not None
        assert flipped.status is not Status.ACHIEVED
        assert kept.status is Status.ACHIEVED
        assert assess_plan(session, "2026", Until.day(YESTERDAY)).is_adopted is False


def test_the_effect_of_a_new_version_is_known_before(filled: sa.Engine) -> None:
    before = counts(filled)
    with Session(filled) as session:
        assert preview.flips_between(session, ANA, version(), "2022", TODAY) == []
    assert counts(filled) == before


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"code": "2022"}, "There is a plan 2022 already"),
        ({"code": "next"}, "Call a version by its year"),
        ({"adopted_on": dt.date(2020, 1, 1)}, "adopted later"),
        ({"note": ""}, "“note”"),
        ({"title": ""}, "“title”"),
    ],
)
def test_a_version_that_cannot_be_is_refused(
    shared: sa.Engine, changes: dict[str, Any], sentence: str
) -> None:
    with Session(shared) as session:
        with pytest.raises((InvalidPlanError, ValidationError), match=sentence):
            planning.add_version(session, ANA, version(**changes), "2022")
        with pytest.raises(NotAllowedError):
            planning.add_version(session, VISITOR, version(), "2022")
