"""The data that comes with the program, written into a store as often as you like.

A row that is already there is left alone; a row that a later release changed is updated where it
is reference data (goals, places, texts) and superseded where it is a target or a figure.
"""

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, select

from store.activities import activities, calls
from store.activities.activity_draft import ActivityDraft
from store.activities.call_draft import CallDraft
from store.figures import actions
from store.figures.draft import MeasurementDraft
from store.ledger import audit, revisions
from store.models import (
    Activity,
    AssessmentCall,
    Goal,
    Indicator,
    Measurement,
    Objective,
    ObjectiveTitle,
    PilotCountry,
    Place,
    PlaceKind,
    PlanVersion,
    Target,
    TargetRole,
)
from store.plan import planning
from store.plan.target_draft import TargetDraft
from store.progress import Basis, Kind
from store.rights import rights
from store.shipped import declarations, register

DATA = Path(__file__).resolve().parent.parent.parent / "data"
RELEASE = 1
ACTOR = rights.program(f"shipped data, release {RELEASE}")

Row = dict[str, str]


def fill_plan(session: Session, folder: Path = DATA) -> None:
    """Write places, both plan versions, indicators and targets."""
    for row in sorted(_rows(folder, "places"), key=lambda row: row["region"] != ""):
        _keep(session, _place(row))
    for row in _rows(folder, "plans"):
        _keep(session, PlanVersion.model_validate(row))
    for row in _rows(folder, "goals"):
        _keep(session, Goal(**row))
    for row in _rows(folder, "objectives"):
        _keep(session, Objective(goal_code=row.pop("goal"), **row))
    for row in _rows(folder, "objective_titles"):
        _keep(
            session,
            ObjectiveTitle(
                plan_code=row["plan"], objective_code=row["objective"], title=row["title"]
            ),
        )
    for position, row in enumerate(_rows(folder, "indicators")):
        _keep(session, _indicator(row, position))
    adopted = {plan.code: plan.adopted_on for plan in session.exec(select(PlanVersion))}
    for row in _rows(folder, "targets"):
        _keep_target(session, row, adopted[row["plan"]])


def fill_figures(session: Session, folder: Path = DATA) -> None:
    """Write the published figures, approved; activities, calls, the pilot and named partners."""
    for row in _rows(folder, "published"):
        _keep_figure(session, row)
    for row in _rows(folder, "activities"):
        _keep_activity(session, row)
    for row in _rows(folder, "calls"):
        _keep_call(session, row)
    for row in _rows(folder, "twin_pilot"):
        pilot = PilotCountry(
            place_code=row["iso3"],
            known_on=dt.date.fromisoformat(row["known_on"]),
            note=row["note"],
            source_title=row["source"],
        )
        _keep(session, pilot)
    register.fill(session, ACTOR, _rows(folder, "partners"))
    declarations.fill_agreements(session, ACTOR, _rows_if_there(folder, "agreements"))
    declarations.fill_complete_years(session, ACTOR, _rows_if_there(folder, "complete_years"))


def _rows(folder: Path, name: str) -> Iterator[Row]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _rows_if_there(folder: Path, name: str) -> Iterator[Row]:
    return _rows(folder, name) if (folder / f"{name}.csv").exists() else iter(())


def _keep(session: Session, row: SQLModel) -> None:
    """Insert or update one row of reference data; nothing happens when it is the same."""
    key = tuple(getattr(row, column.name) for column in sa.inspect(type(row)).primary_key)
    present = session.get(type(row), key)
    if present is not None and present.model_dump() == row.model_dump():
        return
    before = None if present is None else type(row).model_validate(present.model_dump())
    merged = session.merge(row)
    session.flush()
    audit.record(session, ACTOR.name, "ship", merged, before)


def _place(row: Row) -> Place:
    return Place(
        code=row["code"],
        kind=PlaceKind(row["kind"]),
        region_code=row["region"] or None,
        name_en=row["name_en"],
        name_fr=row["name_fr"],
        name_es=row["name_es"],
        latitude=_number(row["latitude"]),
        longitude=_number(row["longitude"]),
        unfccc_party=row["unfccc_party"] == "1",
    )


def _indicator(row: Row, position: int) -> Indicator:
    other = {
        "position": position,
        "objective_code": row["objective"] or None,
        "limit_low": _number(row["limit_low"]),
        "limit_high": _number(row["limit_high"]),
        "window_years": int(row["window_years"] or 1),
        "stale_after_years": _number(row.get("stale_after_years", "")),
        "paths": _listed(row.get("paths", "")),
    }
    return Indicator.model_validate(row | other)  # the remaining columns are text


def code_of(title: str, starts_on: dt.date) -> str:
    """The code of an activity that the program writes: the same on every machine."""
    return str(uuid5(NAMESPACE_URL, f"{title} {starts_on}"))


def _keep_activity(session: Session, row: Row) -> None:
    """Report one published activity, unless it is there, or a person's."""
    content = {name: text for name, text in row.items() if text}
    activity = ActivityDraft.model_validate(
        content
        | {
            "code": code_of(row["title"], dt.date.fromisoformat(row["starts_on"])),
            "objectives": row["objectives"].split(";"),
            "known_on": row["ends_on"],
        }
    )
    head = revisions.newest(session, Activity, Activity.code == activity.code)
    if head is None or _is_outdated(head, activity):
        activities.report(session, ACTOR, activity, head.id if head else None)


def _keep_call(session: Session, row: Row) -> None:
    """Report one published call, unless it is there, or a person's."""
    call = CallDraft.model_validate({name: text for name, text in row.items() if text})
    head = revisions.newest(session, AssessmentCall, AssessmentCall.number == call.number)
    if head is None or _is_outdated(head, call):
        calls.report(session, ACTOR, call, head.id if head else None)


def _is_outdated(
    head: Activity | AssessmentCall | Target, shipped: ActivityDraft | CallDraft | TargetDraft
) -> bool:
    return _is_shipped(head) and type(shipped).model_validate(head) != shipped


def _keep_target(session: Session, row: Row, adopted_on: dt.date) -> None:
    target = TargetDraft(
        plan_code=row["plan"],
        indicator_code=row["indicator"],
        role=TargetRole(row["role"]),
        year=int(row["year"]),
        low=float(row["low"]),
        high=float(row["high"]),
        basis=Basis(row["basis"]) if row.get("basis") else None,
        is_context=row.get("context") == "1",
        flags=_listed(row["flags"]),
        source_title=row["source"],
        source_link=row["source_link"],
        note=row["note"],
        known_on=adopted_on,
    )
    head = planning.newest_like(session, target)
    if head is None or _is_outdated(head, target):
        planning.set_target(session, ACTOR, target)


def _keep_figure(session: Session, row: Row) -> None:
    """Report and approve one published figure, unless its slot holds it, or a person's."""
    draft = _draft(row, milestone=row["indicator"] in _milestones(session))
    head = actions.slot_head(session, *draft.slot)
    if head is not None:
        content = set(MeasurementDraft.model_fields) - {"corrects", "reason"}
        is_same = head.model_dump(include=content) == draft.model_dump(include=content)
        if is_same or not _is_shipped(head):
            return
        reason = f"Release {RELEASE} of the shipped data says so"
        draft = MeasurementDraft.of(draft, corrects=head.id, reason=reason)
    known_on = dt.date.fromisoformat(row["known_on"]) if row["known_on"] else draft.period_end
    actions.approve(session, ACTOR, actions.report(session, ACTOR, draft), known_on)


def _draft(row: Row, *, milestone: bool) -> MeasurementDraft:
    return MeasurementDraft.model_validate(
        {
            "indicator_code": row["indicator"],
            "place_code": row["place"],
            "period_start": row["period_start"],
            "period_end": row["period_end"],
            "level" if milestone else "value": row["value"],
            "qualifier": row["qualifier"],
            "source_title": row["source_title"],
            "source_link": row["source_link"],
            "authority": row["authority"] or None,
            "note": row["note"],
        }
    )


def _is_shipped(row: Target | Measurement | Activity | AssessmentCall) -> bool:
    """A figure that a person corrected since is theirs: no release writes over it."""
    return row.reporter.startswith("shipped data")


def _milestones(session: Session) -> set[str]:
    return set(session.exec(select(Indicator.code).where(Indicator.kind == Kind.MILESTONE)))


def _listed(text: str) -> list[str]:
    return [part for part in text.split(";") if part]


def _number(text: str) -> float | None:
    return float(text) if text else None
