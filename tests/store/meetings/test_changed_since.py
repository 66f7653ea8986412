"""Whatever is written after a meeting opened: it leaves the meeting as it was, and is told once."""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import Session

from store import standing
from store.activities import activities
from store.activities.activity_draft import ActivityDraft
from store.figures import approved, remarks
from store.figures.remark_draft import RemarkDraft
from store.meetings import corrections
from store.models import (
    ActivityKind,
    ActivityState,
    EventType,
    Measurement,
    Meeting,
    RemarkKind,
    RoleKind,
    TargetRole,
    Task,
    TaskState,
)
from store.people import task_forces
from store.people.task_draft import TaskDraft
from store.plan import planning, wordings
from store.plan.schedule_draft import ScheduleDraft
from store.plan.target_draft import ReasonedTargetDraft
from store.rights.rights import Actor, Grant
from tests.store.meetings.sittings import (
    LAST_MONTH,
    TODAY,
    YESTERDAY,
    frozen,
    opened,
    report,
    title,
)
from tests.store.writing import ANA

SAM = Actor("Sam", (Grant(RoleKind.STC_MEMBER),))
YEAR_BEFORE = dt.date(2024, 12, 31)


def shown(engine: sa.Engine, one: Meeting) -> list[object]:
    """Everything that a meeting shows: verdicts, figures, texts, who said what."""
    until = frozen(one)
    with Session(engine) as session:
        plan = standing.assess_plan(session, one.plan_code, until)
        countries = approved.country_readings(session, "A1-parties", until)
        return [plan, countries, remarks.annotations(session, until)]


def since(engine: sa.Engine, one: Meeting) -> corrections.ChangedSince:
    """What was written since the meeting and speaks of what it reviewed."""
    with Session(engine) as session:
        return corrections.changed_since(session, one)


def note(engine: sa.Engine, figure: int, text: str) -> None:
    """Flag the quality of a figure, as the STC does."""
    with Session(engine) as session, session.begin():
        said = RemarkDraft(kind=RemarkKind.QUALITY_FLAG, text=text)
        remarks.add(session, SAM, session.get_one(Measurement, figure), said)


def retarget(session: Session, role: TargetRole, year: int, known_on: dt.date) -> None:
    """Ask more of D4 by a year."""
    draft = ReasonedTargetDraft(
        plan_code="2022",
        indicator_code="D4-signed",
        role=role,
        year=year,
        low=7,
        high=9,
        source_title="Minutes",
        reason="Decided by the Consortium",
        known_on=known_on,
    )
    planning.change_target(session, ANA, draft)


def write_beside(session: Session) -> None:
    """Write what no meeting counts: an activity withdrawn again, a task, a calendar."""
    held = ActivityDraft(
        code="00000000-0000-0000-0000-000000000001",
        kind=ActivityKind.EVENT,
        event_type=EventType.REGIONAL_MEETING,
        title="Meeting of the region",
        objectives=["D4"],
        place_code="KEN",
        starts_on=LAST_MONTH,
        state=ActivityState.DONE,
        known_on=LAST_MONTH,
    )
    kept = activities.report(session, ANA, held)
    activities.withdraw(session, ANA, kept, TODAY, "It never took place")
    task = TaskDraft(
        objective_code="D4", task=Task.PLANS, state=TaskState.DONE, note="Sent", known_on=LAST_MONTH
    )
    task_forces.report_task(session, ANA, task)
    calendar = ScheduleDraft(
        indicator_code="D4-signed", first_year=2020, reason="Earlier", known_on=LAST_MONTH
    )
    planning.set_schedule(session, ANA, calendar)


def test_whatever_is_written_later_leaves_a_meeting_as_it_was_and_is_told_once(
    filled: sa.Engine,
) -> None:
    seen = report(filled, LAST_MONTH, value=5)
    gone = report(filled, LAST_MONTH, indicator_code="E1-operators", value=3)
    report(filled, LAST_MONTH, indicator_code="A1-parties", place_code="KEN", value=1)
    note(filled, seen, "One source only")
    held = opened(filled)
    before = shown(filled, held)

    country = report(filled, LAST_MONTH, indicator_code="A1-parties", place_code="KEN", value=0)
    missing = report(
        filled, YESTERDAY, indicator_code="E1-operators", missing_reason="The register was lost"
    )
    once = report(filled, TODAY, value=6)
    twice = report(filled, LAST_MONTH, value=7)
    older = report(filled, YESTERDAY, value=2, period_start=YEAR_BEFORE, period_end=YEAR_BEFORE)
    note(filled, gone, "Counted twice")
    note(filled, twice, "Said of the correction, which the meeting never saw")
    with Session(filled) as session, session.begin():
        retarget(session, TargetRole.TARGET, 2030, TODAY)
        retarget(session, TargetRole.BASELINE, 2020, LAST_MONTH)
        for row in (
            title("Partnerships signed"),
            title("Partnerships signed and kept", known_on=LAST_MONTH),
            title("Of another plan version", plan_code="2020"),
        ):
            wordings.reword(session, ANA, row)
        write_beside(session)

    assert shown(filled, held) == before
    found = since(filled, held)
    assert [one.after.id for one in found.figures] == [country, missing, once, twice, older]
    assert [one.before and one.before.figure for one in found.figures] == [1, 3, 5, 5, None]
    assert [(one.after.role, one.after.year) for one in found.targets] == [
        ("target", 2030),
        ("baseline", 2020),
    ]
    assert [row.text for row in found.wordings] == [
        "Partnerships signed",
        "Partnerships signed and kept",
    ]
    assert [(one.figure.id, one.remark.text) for one in found.remarks] == [(gone, "Counted twice")]
    assert found.count == 10


def test_a_meeting_that_reviewed_an_earlier_day_does_not_take_news_for_corrections(
    filled: sa.Engine,
) -> None:
    seen = report(filled, LAST_MONTH, value=5)
    report(filled, TODAY, value=6)  # approved before the meeting, known after its day
    held = opened(filled, as_of=YESTERDAY)
    before = shown(filled, held)
    report(filled, TODAY, indicator_code="E1-operators", value=9)
    with Session(filled) as session, session.begin():
        retarget(session, TargetRole.TARGET, 2040, TODAY)
    assert since(filled, held).count == 0
    latest = report(filled, TODAY, value=8)
    [one] = since(filled, held).figures
    assert (one.before and one.before.id, one.after.id) == (seen, latest)
    assert shown(filled, held) == before
