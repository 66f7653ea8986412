"""Changes of the plan: numbers, the reporting calendar, whole versions; always with a reason.

A change is a dated row that supersedes, so that an earlier day still shows the plan of then.
"""

from sqlmodel import Session, col, select

from store.ground import texts
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
from store.plan.schedule_draft import ScheduleDraft
from store.plan.target_draft import ReasonedTargetDraft, TargetDraft
from store.plan.version_draft import ReasonedVersionDraft, VersionDraft
from store.rights import rights
from store.rights.rights import Act, Actor


def set_target(session: Session, actor: Actor, draft: TargetDraft) -> Target:
    """Write a baseline or target; where its slot has one, the new row supersedes it.

    Errors: NotAllowedError, UnknownReferenceError, ConflictError.
    """
    rights.demand(actor, Act.EDIT_PLAN)
    _check_indicator(session, draft.indicator_code)
    row = Target.model_validate(draft, update={"reporter": actor.name})
    return revisions.supersede(session, actor.name, "set target", row, newest_like(session, draft))


def newest_like(session: Session, draft: TargetDraft) -> Target | None:
    """The newest number of the version, indicator, role and year of a draft."""
    return revisions.newest(
        session,
        Target,
        Target.plan_code == draft.plan_code,
        Target.indicator_code == draft.indicator_code,
        Target.role == draft.role,
        Target.year == draft.year,
    )


def change_target(session: Session, actor: Actor, draft: ReasonedTargetDraft) -> Target:
    """Write a target that a person changed, with the reason why.

    Errors: those of `set_target`.
    """
    return set_target(session, actor, draft)


def withdraw_target(session: Session, actor: Actor, seen: Target, reason: str) -> Target:
    """Take back a number that the plan does not say, from the day on from which it was known.

    Errors: NotAllowedError, InvalidTextError without a reason, ConflictError where it is not the
            newest of its slot.
    """
    rights.demand(actor, Act.EDIT_PLAN)
    draft = TargetDraft.of(seen, reason=texts.demand(reason, "reason"))
    head = newest_like(session, draft)
    revisions.check_seen(head, seen.id)
    row = Target.model_validate(draft, update={"reporter": actor.name, "is_withdrawn": True})
    return revisions.supersede(session, actor.name, "withdraw target", row, head)


def set_schedule(session: Session, actor: Actor, draft: ScheduleDraft) -> Schedule:
    """Change the reporting calendar of an indicator.

    Errors: NotAllowedError, UnknownReferenceError, ConflictError.
    """
    rights.demand(actor, Act.EDIT_PLAN)
    _check_indicator(session, draft.indicator_code)
    head = revisions.newest(session, Schedule, Schedule.indicator_code == draft.indicator_code)
    row = Schedule.model_validate(draft, update={"reporter": actor.name})
    return revisions.supersede(session, actor.name, "set calendar", row, head)


def history(session: Session, plan_code: str, indicator_code: str) -> list[Target]:
    """Every baseline and target that one version ever had for an indicator, by year."""
    return list(
        session.exec(
            select(Target)
            .where(Target.plan_code == plan_code, Target.indicator_code == indicator_code)
            .order_by(col(Target.year), col(Target.revision))
        )
    )


def add_version(
    session: Session, actor: Actor, draft: ReasonedVersionDraft, model_code: str
) -> PlanVersion:
    """Add a version that begins as a copy of another: its titles, texts and numbers, as they are.

    The copy's numbers are known from its adoption on. Errors: those of `write_version`.
    """
    return write_version(session, actor, draft, model_code)


def write_version(
    session: Session, actor: Actor, draft: VersionDraft, model_code: str
) -> PlanVersion:
    """Write the version with its copies, whether or not the draft says why.

    Errors: NotAllowedError, InvalidPlanError, ConflictError.
    """
    rights.demand(actor, Act.EDIT_PLAN)
    if session.get(PlanVersion, draft.code) is not None:
        raise InvalidPlanError("There is a plan {version} already.", version=draft.code)
    model = session.get_one(PlanVersion, model_code)
    if draft.adopted_on <= model.adopted_on:
        raise InvalidPlanError(
            "Plan {model} was adopted on {day}; a version that follows it is adopted later.",
            model=model_code,
            day=model.adopted_on.isoformat(),
        )
    plan = audit.write(session, actor.name, "add plan version", PlanVersion.model_validate(draft))
    _copy_texts(session, actor, plan, model_code)
    for target in contents.targets(session, EVER):
        if target.plan_code == model_code:
            set_target(session, actor, _copy(target, plan))
    return plan


def _check_indicator(session: Session, code: str) -> None:
    if session.get(Indicator, code) is None:
        raise UnknownReferenceError("There is no indicator {indicator}.", indicator=code)


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


def _copy(target: Target, plan: PlanVersion) -> TargetDraft:
    return TargetDraft.of(
        target,
        plan_code=plan.code,
        source_title=plan.title,
        source_link="",
        reason=plan.note,
        known_on=plan.adopted_on,
    )
