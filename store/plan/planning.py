"""Changes of the plan: numbers, the reporting calendar, whole versions; always with a reason.

A change is a dated row that supersedes, so that an earlier day still shows the plan of then.
"""

import re

from sqlmodel import Session, col, select

from store.ground import texts
from store.ground.drafts import SHORTEST
from store.ground.errors import InvalidPlanError, UnknownReferenceError
from store.ledger import audit, revisions
from store.ledger.knowledge import EVER
from store.models import (
    Indicator,
    Objective,
    ObjectiveTitle,
    PlanVersion,
    Schedule,
    Target,
    Wording,
    WordingPart,
)
from store.plan import contents
from store.rights import rights
from store.rights.rights import Act, Actor


def set_target(session: Session, actor: Actor, target: Target) -> Target:
    """Write a baseline or target; where its slot has one, the new row supersedes it.

    Errors: NotAllowedError, UnknownReferenceError, ConflictError.
    """
    rights.demand(actor, Act.EDIT_PLAN)
    if session.get(Indicator, target.indicator_code) is None:
        raise UnknownReferenceError(
            "There is no indicator {indicator}.", indicator=target.indicator_code
        )
    target.reporter = actor.name
    return revisions.supersede(
        session, actor.name, "set target", target, newest_like(session, target)
    )


def newest_like(session: Session, target: Target) -> Target | None:
    """The newest number of the version, indicator, role and year of a target."""
    return revisions.newest(
        session,
        Target,
        Target.plan_code == target.plan_code,
        Target.indicator_code == target.indicator_code,
        Target.role == target.role,
        Target.year == target.year,
    )


def change_target(session: Session, actor: Actor, target: Target) -> Target:
    """Write a target that a person changed, with the reason why.

    Errors: those of `set_target`; InvalidPlanError without a reason or with its range turned over,
            InvalidTextError.
    """
    check_reason(target.reason, target.source_title)
    check_range(target)
    return set_target(session, actor, target)


def set_schedule(session: Session, actor: Actor, schedule: Schedule) -> Schedule:
    """Change the reporting calendar of an indicator.

    Errors: NotAllowedError, UnknownReferenceError, InvalidPlanError without a reason,
            ConflictError.
    """
    rights.demand(actor, Act.EDIT_PLAN)
    check_reason(schedule.reason)
    if session.get(Indicator, schedule.indicator_code) is None:
        raise UnknownReferenceError(
            "There is no indicator {indicator}.", indicator=schedule.indicator_code
        )
    previous = revisions.newest(
        session, Schedule, Schedule.indicator_code == schedule.indicator_code
    )
    schedule.reporter = actor.name
    return revisions.supersede(session, actor.name, "set calendar", schedule, previous)


def history(session: Session, plan_code: str, indicator_code: str) -> list[Target]:
    """Every baseline and target that one version ever had for an indicator, by year."""
    return list(
        session.exec(
            select(Target)
            .where(Target.plan_code == plan_code, Target.indicator_code == indicator_code)
            .order_by(col(Target.year), col(Target.revision))
        )
    )


def add_version(session: Session, actor: Actor, plan: PlanVersion, model_code: str) -> PlanVersion:
    """Add a version that begins as a copy of another: its titles, texts and numbers, as they are.

    The copy's numbers are known from its adoption on; `plan.note` is the reason, its title the
    source. Errors: NotAllowedError, InvalidPlanError, ConflictError.
    """
    check_reason(plan.note, plan.title)
    return write_version(session, actor, plan, model_code)


def check_reason(reason: str, *sources: str) -> None:
    """Refuse a change of the plan that does not say why, or from which source.

    Errors: InvalidPlanError.
    """
    if len(texts.check(reason).strip()) < SHORTEST:
        raise InvalidPlanError("Say why the plan is changed.")
    if any(len(texts.check(source).strip()) < SHORTEST for source in sources):
        raise InvalidPlanError("Name the source: which decision or document says so?")


def write_version(
    session: Session, actor: Actor, plan: PlanVersion, model_code: str
) -> PlanVersion:
    rights.demand(actor, Act.EDIT_PLAN)
    if not re.fullmatch(r"20\d\d", plan.code):
        raise InvalidPlanError("Call a version by its year, such as 2027.")
    if session.get(PlanVersion, plan.code) is not None:
        raise InvalidPlanError("There is a plan {version} already.", version=plan.code)
    model = session.get_one(PlanVersion, model_code)
    if plan.adopted_on <= model.adopted_on:
        raise InvalidPlanError(
            "Plan {model} was adopted on {day}; a version that follows it is adopted later.",
            model=model_code,
            day=model.adopted_on.isoformat(),
        )
    audit.write(session, actor.name, "add plan version", plan)
    _copy_texts(session, actor, plan, model_code)
    for target in contents.targets(session, EVER):
        if target.plan_code == model_code:
            set_target(session, actor, _copy(target, plan))
    return plan


def check_range(target: Target) -> None:
    if target.low > target.high:
        raise InvalidPlanError("The low end of the range is above its high end.")


def _copy_texts(session: Session, actor: Actor, plan: PlanVersion, model_code: str) -> None:
    """Give the copy the model's titles, and its aims where those were reworded."""
    titles = contents.titles(session, model_code)
    reworded = contents.wordings(session, model_code, EVER)
    for code in session.exec(select(Objective.code)):
        title = reworded.pop((code, WordingPart.TITLE), titles.get(code, code))
        row = ObjectiveTitle(plan_code=plan.code, objective_code=code, title=title)
        audit.write(session, actor.name, "add plan version", row)
    for (subject, part), text in reworded.items():
        row = Wording(
            plan_code=plan.code,
            subject=subject,
            part=part,
            text=text,
            source_title=plan.title,
            reason=plan.note,
            reporter=actor.name,
            known_on=plan.adopted_on,
        )
        revisions.supersede(session, actor.name, "reword", row, None)


def _copy(target: Target, plan: PlanVersion) -> Target:
    kept = target.model_dump(include={"indicator_code", "role", "year", "low", "high", "flags"})
    return Target(
        **kept,
        plan_code=plan.code,
        source_title=plan.title,
        note=target.note,
        reason=plan.note,
        reporter="",
        known_on=plan.adopted_on,
    )
