"""Hostile text that comes into the store by its own functions: a browser types the other forms."""

import datetime as dt
from pathlib import Path

from sqlmodel import Session, col, select

from store.activities import activities, twins
from store.activities.activity_draft import ActivityDraft
from store.activities.twin_draft import PairDraft, SideDraft
from store.figures import actions, remarks
from store.figures.remark_draft import RemarkDraft
from store.ledger.knowledge import Until
from store.meetings import decisions, meetings
from store.models import (
    ActivityKind,
    ActivityState,
    BulkDensity,
    Comparison,
    Laboratory,
    Measurement,
    Organisation,
    PairState,
    RemarkKind,
    SideKind,
    TargetRole,
    Task,
    TaskState,
)
from store.people import people, task_forces
from store.people.person_draft import PersonDraft
from store.people.task_draft import TaskDraft
from store.plan import contents, planning
from store.plan.schedule_draft import ScheduleDraft
from store.plan.target_draft import ReasonedTargetDraft
from store.rights import rights
from store.samplings import samplings
from store.samplings.sampling_draft import SoilSamplingDraft
from tests.browser.reporting.payloads import TYPED
from tests.browser.reporting.signed_in import opened
from tests.store.meetings.sittings import decision, meeting
from tests.store.writing import ANA, BO, draft

TODAY = dt.datetime.now(dt.UTC).date()
MEETING = f"consortium-of-members-{TODAY}"
LINK = "https://evil.example/source"
BY_HAND = rights.program("command line")
REMARKS = {
    RemarkKind.RECOMMENDATION: TYPED["recommendation"],
    RemarkKind.ANNOTATION: TYPED["annotation"],
    RemarkKind.QUALITY_FLAG: TYPED["quality_flag"],
}
POINTS = {"BRA": (-12.5, -49.06), "IDN": (-0.98, 114.25)}  # the countries' own


def write(store: Path) -> None:
    """Rows of all kinds that a browser does not type."""
    with opened(store) as session:
        _change_plan(session, TODAY)
        _report_task(session, TODAY)
        _report_pair(session, TODAY)
        _report_sampling(session, TODAY)
        _report_activity(session, TODAY)
        _report_no_data(session)
        _hold_meeting(session, TODAY)


def remark(store: Path) -> None:
    """A remark of each kind on the figure that waits for its review."""
    with opened(store) as session:
        waiting = select(Measurement).where(Measurement.indicator_code == "C3-institutions")
        newest = session.exec(waiting.order_by(col(Measurement.id).desc())).first()
        assert newest is not None
        for kind, text in REMARKS.items():
            remarks.add(session, BO, newest, RemarkDraft(kind=kind, text=text))


def add_person(store: Path) -> None:
    """Somebody of the organisation that a browser added, who was invited."""
    with opened(store) as session:
        home = select(Organisation.id).where(Organisation.name == TYPED["organisation"])
        person = PersonDraft(
            name=TYPED["person"],
            email="<b>*x*</b>@evil.example",
            organisation_id=session.exec(home).one(),
        )
        people.invite(session, BY_HAND, people.add_person(session, BY_HAND, person).id or 0)


def _change_plan(session: Session, today: dt.date) -> None:
    target = next(
        row
        for row in contents.targets(session, Until.day(today))
        if (row.plan_code, row.indicator_code, row.role)
        == ("2022", "E1-operators", TargetRole.TARGET)
    )
    changed = {
        "low": target.low + 1,
        "high": target.high + 1,
        "source_title": TYPED["plan_source"],
        "reason": TYPED["plan_reason"],
        "known_on": today,
    }
    planning.change_target(session, BY_HAND, ReasonedTargetDraft.of(target, **changed))
    calendar = ScheduleDraft(
        indicator_code="E1-operators",
        reason=TYPED["calendar_reason"],
        known_on=today,
    )
    planning.set_schedule(session, BY_HAND, calendar)


def _report_task(session: Session, today: dt.date) -> None:
    report = TaskDraft(
        objective_code="E1",
        task=Task.STRATEGY,
        state=TaskState.UNDER_WAY,
        note=TYPED["task_note"],
        known_on=today,
    )
    task_forces.report_task(session, BY_HAND, report)


def _report_pair(session: Session, today: dt.date) -> None:
    pair = PairDraft(
        code="hostile",
        name=TYPED["pair"],
        state=PairState.ACTIVE,
        since=today,
        aims=TYPED["aims"],
        source_title=TYPED["pair_source"],
        source_link=LINK,
        note=TYPED["pair_note"],
        known_on=today,
    )
    first, second = (
        SideDraft(
            kind=SideKind.REGION,
            name=TYPED[name],
            place_code=country,
            latitude=POINTS[country][0],
            longitude=POINTS[country][1],
            municipalities=[*municipalities],
        )
        for name, country, municipalities in (
            ("first_side", "BRA", (TYPED["municipality"],)),
            ("second_side", "IDN", ()),
        )
    )
    twins.report(session, BY_HAND, pair, (first, second))


def _report_sampling(session: Session, today: dt.date) -> None:
    sampling = SoilSamplingDraft(
        place_code="BRA",
        site="<b>=1+1</b>",
        treatment="{name} %s :red[x]",
        depth_to=30,
        year=today.year - 1,
        stock=50,
        standard_error=2,
        samples=12,
        comparison=Comparison.FIXED_DEPTH,
        bulk_density=BulkDensity.MEASURED,
        laboratory=Laboratory.DRY_COMBUSTION,
        carbon_brought=False,
        source_title=TYPED["sampling_source"],
        source_link=LINK,
        note=TYPED["sampling_note"],
    )
    samplings.approve(session, BO, samplings.report(session, BY_HAND, sampling), today)


def _report_activity(session: Session, today: dt.date) -> None:
    activity = ActivityDraft(
        code="hostile",
        kind=ActivityKind.ACTION,
        title=TYPED["activity"],
        objectives=["E1"],
        place_name=TYPED["town"],
        starts_on=today,
        state=ActivityState.RUNNING,
        partners=[TYPED["involved"]],
        participants=TYPED["participants"],
        evidence=TYPED["evidence"],
        known_on=today,
    )
    activities.report(session, BY_HAND, activity)


def _report_no_data(session: Session) -> None:
    seat = {"indicator_code": "B3-regions", "place_code": "R-AFR"}
    texts = {
        "missing_reason": TYPED["missing"],
        "source_title": TYPED["source"],
        "note": TYPED["note"],
    }
    actions.report(session, ANA, draft(**seat, **texts))


def _hold_meeting(session: Session, today: dt.date) -> None:
    planned = meeting(
        body="consortium of members",
        title=TYPED["meeting"],
        place_name=TYPED["meeting_place"],
        agenda=["E1"],
    )
    held = meetings.freeze(session, BO, meetings.arrange(session, BO, planned), today, today)
    shown = {"effect": TYPED["effect"], "source_title": TYPED["decision_source"]}
    decided = {"text": TYPED["decision"], "source_link": LINK, **shown}
    said = decision(held, code="hostile", subject="E1", kind="decision", **decided)
    decisions.record(session, BO, said)
