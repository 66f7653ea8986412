"""The data that comes with the program, written into a store as often as you like.

A row that is already there is left alone; a row that a later release changed is updated where it
is reference data (goals, places, texts) and superseded where it is a target or a figure, with the
reason that `recodings` gives.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, select

from store.figures import actions
from store.figures.draft import MeasurementDraft
from store.ledger import audit
from store.models import (
    Goal,
    Indicator,
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
from store.shipped import declarations, facts, recodings, register
from store.shipped.tables import DATA, Row, listed, number, rows

RELEASE = 2
ACTOR = rights.program(f"shipped data, release {RELEASE}")

Reasons = Mapping[recodings.Slot, str]


def fill_plan(session: Session, folder: Path = DATA) -> None:
    """Write places, both plan versions, indicators and targets."""
    for row in sorted(rows(folder, "places"), key=lambda row: row["region"] != ""):
        _keep(session, _place(row))
    for row in rows(folder, "plans"):
        _keep(session, PlanVersion.model_validate(row))
    for row in rows(folder, "goals"):
        _keep(session, Goal(**row))
    for row in rows(folder, "objectives"):
        _keep(session, Objective(goal_code=row.pop("goal"), **row))
    for row in rows(folder, "objective_titles"):
        _keep(
            session,
            ObjectiveTitle(
                plan_code=row["plan"], objective_code=row["objective"], title=row["title"]
            ),
        )
    for position, row in enumerate(rows(folder, "indicators")):
        _keep(session, _indicator(row, position))
    adopted = {plan.code: plan.adopted_on for plan in session.exec(select(PlanVersion))}
    changed = list(rows(folder, "recodings"))
    recodings.withdraw_targets(session, ACTOR, changed)
    reasons = recodings.reasons(changed, "targets", "plan", "indicator", "role", "year")
    for row in rows(folder, "targets"):
        _keep_target(session, row, adopted[row["plan"]], reasons)


def fill_figures(session: Session, folder: Path = DATA) -> None:
    """Write the published figures, approved; activities, calls, findings, the pilot, partners."""
    changed = list(rows(folder, "recodings"))
    recodings.withdraw_figures(session, ACTOR, changed)
    period = "period_start", "period_end"
    reasons = recodings.reasons(changed, "published", "indicator", "place", *period)
    for row in rows(folder, "published"):
        _keep_figure(session, row, reasons)
    recodings.withdraw_activities(session, ACTOR, changed)
    told = recodings.reasons(changed, "activities", "title", "starts_on")
    for row in rows(folder, "activities"):
        facts.keep_activity(session, ACTOR, row, told)
    for row in rows(folder, "calls"):
        facts.keep_call(session, ACTOR, row)
    for row in rows(folder, "findings"):
        facts.keep_finding(session, ACTOR, row)
    for row in rows(folder, "twin_pilot"):
        pilot = PilotCountry(
            place_code=row["iso3"],
            known_on=dt.date.fromisoformat(row["known_on"]),
            note=row["note"],
            source_title=row["source"],
        )
        _keep(session, pilot)
    register.fill(session, ACTOR, rows(folder, "partners"))
    declarations.fill_agreements(session, ACTOR, rows(folder, "agreements"))
    declarations.fill_complete_years(session, ACTOR, _rows_if_there(folder, "complete_years"))


def _rows_if_there(folder: Path, name: str) -> Iterator[Row]:
    return rows(folder, name) if (folder / f"{name}.csv").exists() else iter(())


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
        latitude=number(row["latitude"]),
        longitude=number(row["longitude"]),
        unfccc_party=row["unfccc_party"] == "1",
    )


def _indicator(row: Row, position: int) -> Indicator:
    other = {
        "position": position,
        "objective_code": row["objective"] or None,
        "limit_low": number(row["limit_low"]),
        "limit_high": number(row["limit_high"]),
        "window_years": int(row["window_years"] or 1),
        "stale_after_years": number(row.get("stale_after_years", "")),
        "paths": listed(row.get("paths", "")),
    }
    return Indicator.model_validate(row | other)  # the remaining columns are text


def _keep_target(session: Session, row: Row, adopted_on: dt.date, reasons: Reasons) -> None:
    """Set one number of the plan, unless it is there, or a person's."""
    target = TargetDraft(
        plan_code=row["plan"],
        indicator_code=row["indicator"],
        role=TargetRole(row["role"]),
        year=int(row["year"]),
        low=float(row["low"]),
        high=float(row["high"]),
        basis=Basis(row["basis"]) if row.get("basis") else None,
        is_context=row.get("context") == "1",
        flags=listed(row["flags"]),
        source_title=row["source"],
        source_link=row["source_link"],
        note=row["note"],
        known_on=dt.date.fromisoformat(row.get("known_on") or str(adopted_on)),
    )
    head = planning.newest_like(session, target)
    if head is None:
        planning.set_target(session, ACTOR, target)
    elif recodings.is_shipped(head) and (head.is_withdrawn or _says_other(head, target)):
        slot = row["plan"], row["indicator"], row["role"], row["year"]
        planning.set_target(session, ACTOR, TargetDraft.of(target, reason=_why(reasons, slot)))


def _says_other(head: Target, target: TargetDraft) -> bool:
    content = set(TargetDraft.model_fields) - {"reason"}
    return head.model_dump(include=content) != target.model_dump(include=content)


def _keep_figure(session: Session, row: Row, reasons: Reasons) -> None:
    """Report and approve one published figure, unless its slot holds it, or a person's."""
    draft = _draft(row, milestone=row["indicator"] in _milestones(session))
    head = actions.slot_head(session, *draft.slot)
    if head is not None:
        content = set(MeasurementDraft.model_fields) - {"corrects", "reason"}
        is_same = head.model_dump(include=content) == draft.model_dump(include=content)
        if is_same or not recodings.is_shipped(head):
            return
        slot = row["indicator"], row["place"], row["period_start"], row["period_end"]
        draft = MeasurementDraft.of(draft, corrects=head.id, reason=_why(reasons, slot))
    known_on = dt.date.fromisoformat(row["known_on"]) if row["known_on"] else draft.period_end
    actions.approve(session, ACTOR, actions.report(session, ACTOR, draft), known_on)


def _why(reasons: Reasons, slot: recodings.Slot) -> str:
    return reasons.get(slot, f"Release {RELEASE} of the shipped data says so")


def _draft(row: Row, *, milestone: bool) -> MeasurementDraft:
    return MeasurementDraft.model_validate(
        {
            "indicator_code": row["indicator"],
            "place_code": row["place"],
            "period_start": row["period_start"],
            "period_end": row["period_end"],
            "level" if milestone else "value": float(row["value"]),
            "qualifier": row["qualifier"],
            "source_title": row["source_title"],
            "source_link": row["source_link"],
            "authority": row["authority"] or None,
            "note": row["note"],
        }
    )


def _milestones(session: Session) -> set[str]:
    return set(session.exec(select(Indicator.code).where(Indicator.kind == Kind.MILESTONE)))
