"""Changes of the plan: targets and the reporting calendar, as dated rows that supersede."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import Session, col, select

from store import audit, rights, texts
from store.errors import InvalidPlanError, UnknownReferenceError
from store.models import Indicator, Schedule, Target
from store.progress import Status
from store.rights import Act, Actor
from store.standing import assess_plan

SHORTEST_REASON = 3  # characters


@dataclass(frozen=True, slots=True)
class Flip:
    """An objective whose status a change would turn."""

    objective_code: str
    before: Status
    after: Status


def set_target(session: Session, actor: Actor, target: Target) -> Target:
    """Write a baseline or target; where its slot has one, the new row supersedes it.

    Errors: NotAllowedError, UnknownReferenceError, ConflictError.
    """
    rights.demand(actor, Act.EDIT_PLAN)
    if session.get(Indicator, target.indicator_code) is None:
        raise UnknownReferenceError(
            "There is no indicator {indicator}.", indicator=target.indicator_code
        )
    previous = session.exec(
        select(Target)
        .where(
            Target.plan_code == target.plan_code,
            Target.indicator_code == target.indicator_code,
            Target.role == target.role,
            Target.year == target.year,
        )
        .order_by(col(Target.revision).desc())
    ).first()
    if previous is not None:
        target.revision, target.supersedes_id = previous.revision + 1, previous.id
    target.reporter = actor.name
    return audit.write(session, actor.name, "set target", target, previous)


def change_target(session: Session, actor: Actor, target: Target) -> Target:
    """Write a target that a person changed, with the reason why.

    Errors: those of `set_target`; InvalidPlanError without a reason or with its range turned over.
    """
    _check_reason(target.reason)
    if target.low > target.high:
        raise InvalidPlanError("The range is turned over: its low end is above its high one.")
    if len(target.source_title.strip()) < SHORTEST_REASON:
        raise InvalidPlanError("Name the source: which decision or document says so?")
    return set_target(session, actor, target)


def set_schedule(session: Session, actor: Actor, schedule: Schedule) -> Schedule:
    """Change the reporting calendar of an indicator.

    Errors: NotAllowedError, UnknownReferenceError, InvalidPlanError without a reason,
            ConflictError.
    """
    rights.demand(actor, Act.EDIT_PLAN)
    _check_reason(schedule.reason)
    if session.get(Indicator, schedule.indicator_code) is None:
        raise UnknownReferenceError(
            "There is no indicator {indicator}.", indicator=schedule.indicator_code
        )
    previous = session.exec(
        select(Schedule)
        .where(Schedule.indicator_code == schedule.indicator_code)
        .order_by(col(Schedule.revision).desc())
    ).first()
    if previous is not None:
        schedule.revision, schedule.supersedes_id = previous.revision + 1, previous.id
    schedule.reporter = actor.name
    return audit.write(session, actor.name, "set calendar", schedule, previous)


def history(session: Session, plan_code: str, indicator_code: str) -> list[Target]:
    """Every baseline and target that one version ever had for an indicator, by year."""
    return list(
        session.exec(
            select(Target)
            .where(Target.plan_code == plan_code, Target.indicator_code == indicator_code)
            .order_by(col(Target.year), col(Target.revision))
        )
    )


def flips(session: Session, actor: Actor, target: Target, today: dt.date) -> list[Flip]:
    """The objectives whose status the target would turn; the transaction is rolled back.

    Errors: those of `change_target`.
    """
    try:
        before = assess_plan(session, target.plan_code, today)
        change_target(session, actor, target)
        after = assess_plan(session, target.plan_code, today)
    finally:
        session.rollback()
    was = {one.code: one.status for one in before.objectives}
    return [
        Flip(one.code, was[one.code], one.status)
        for one in after.objectives
        if one.status is not was[one.code]
    ]


def _check_reason(reason: str) -> None:
    if len(texts.check(reason).strip()) < SHORTEST_REASON:
        raise InvalidPlanError("Say why the plan is changed.")
