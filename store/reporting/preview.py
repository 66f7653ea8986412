"""What a figure would change, if it were approved today. Nothing stays written."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, select

from store.figures import actions, moves
from store.figures.draft import MeasurementDraft
from store.ground.errors import ConflictError
from store.ledger.knowledge import Until
from store.models import Measurement, PlanVersion
from store.plan.planning import set_target, write_version
from store.plan.target_draft import TargetDraft
from store.plan.version_draft import VersionDraft
from store.progress import Assessment, Status
from store.rights import rights
from store.rights.rights import Actor
from store.standing import IndicatorStanding, PlanStanding, assess_plan
from store.standing.indicators import assess_indicators


@dataclass(frozen=True, slots=True)
class Flip:
    """An objective whose status a change would turn: its worse and better end, before and after."""

    objective_code: str
    before: tuple[Status, Status]
    after: tuple[Status, Status]


REVIEWER = rights.program("preview")


def effect(
    session: Session,
    actor: Actor,
    draft: MeasurementDraft,
    plan_code: str,
    today: dt.date,
    left: Measurement | None = None,
) -> tuple[IndicatorStanding, IndicatorStanding]:
    """The indicator before and after; the transaction is rolled back, whatever happens.

    `left` is the figure of another period that the draft would take the place of, if any.

    It takes the same way as the real thing, so that the two cannot disagree.
    Errors: those of `report.report`.
    """
    try:
        before = _assess(session, draft, plan_code, today)
        if left is None:
            row = actions.report(session, actor, draft)
        else:
            row = actions.move(session, actor, left, draft)
        actions.approve(session, REVIEWER, row, today)
        return before, _assess(session, draft, plan_code, today)
    finally:
        session.rollback()


def approved(session: Session, ids: Iterable[int], plan_code: str, today: dt.date) -> PlanStanding:
    """Where the plan would stand if these figures were approved; the transaction is rolled back.

    Errors: ConflictError where one of them does not wait any more.
    """
    try:
        for row in moves.once(session, ids):
            actions.approve(session, REVIEWER, row, today)
        return assess_plan(session, plan_code, Until.day(today))
    finally:
        session.expunge_all()  # what was read is kept as it was read
        session.rollback()


def each_approved(
    session: Session, ids: Iterable[int], plan_code: str, today: dt.date
) -> dict[int, Assessment]:
    """The verdict on its indicator if each figure were approved alone, by its number.

    Nothing for a figure that cannot be approved. The transaction is rolled back.
    """
    found: dict[int, Assessment] = {}
    rows = [session.get_one(Measurement, number) for number in ids]
    waiting = [(row.id or 0, row.indicator_code) for row in rows]
    while waiting:  # indicators know nothing of each other: one figure of each is tried at a time
        first = {code: number for number, code in reversed(waiting)}
        waiting = [(number, code) for number, code in waiting if first[code] != number]
        try:
            tried = [code for code, number in first.items() if _is_tried(session, number, today)]
            cards = _assess_some(session, tried, plan_code, today) if tried else {}
        finally:
            session.expunge_all()
            session.rollback()
        found |= {first[code]: card for code, card in cards.items()}
    return found


def _is_tried(session: Session, number: int, today: dt.date) -> bool:
    """Whether the figure could be approved, which is then done."""
    try:
        actions.approve(session, REVIEWER, session.get_one(Measurement, number), today)
    except ConflictError:
        return False
    return True


def _assess(
    session: Session, draft: MeasurementDraft, plan_code: str, today: dt.date
) -> IndicatorStanding:
    plan = session.exec(select(PlanVersion).where(PlanVersion.code == plan_code)).one()
    [standing] = assess_indicators(session, plan, Until.day(today), {draft.indicator_code})
    return standing


def _try(
    session: Session, plans: tuple[str, str], on: dt.date, change: Callable[[], object]
) -> list[Flip]:
    """What the change would turn, from the first plan before it to the second after it."""
    until = Until.day(on)
    try:
        before = assess_plan(session, plans[0], until)
        change()
        after = assess_plan(session, plans[1], until)
    finally:
        session.rollback()
    was = {objective.code: objective.statuses for objective in before.objectives}
    return [
        Flip(objective.code, was[objective.code], objective.statuses)
        for objective in after.objectives
        if objective.statuses != was[objective.code]
    ]


def flips_between(
    session: Session, actor: Actor, draft: VersionDraft, model_code: str, today: dt.date
) -> list[Flip]:
    """The objectives that would stand otherwise under the new version on its first day.

    The transaction is rolled back. Errors: those of `add_version`.
    """
    on, plans = max(today, draft.adopted_on), (model_code, draft.code)
    return _try(session, plans, on, lambda: write_version(session, actor, draft, model_code))


def flips(session: Session, actor: Actor, draft: TargetDraft, today: dt.date) -> list[Flip]:
    """The objectives whose status the target would turn; the transaction is rolled back.

    Errors: those of `change_target`. No reason is needed: the effect is asked before.
    """
    plans = draft.plan_code, draft.plan_code
    return _try(session, plans, today, lambda: set_target(session, actor, draft))


def effects(
    session: Session,
    actor: Actor,
    drafts: Sequence[MeasurementDraft],
    plan_code: str,
    today: dt.date,
) -> list[tuple[str, Assessment, Assessment]]:
    """The verdict on each indicator of many figures before and after all of them, by its code.

    The transaction is rolled back. Errors: those of `report.report_all`.
    """
    codes = {draft.indicator_code for draft in drafts}
    try:
        before = _assess_some(session, codes, plan_code, today)
        for row in actions.report_all(session, actor, drafts):
            actions.approve(session, REVIEWER, row, today)
        after = _assess_some(session, codes, plan_code, today)
    finally:
        session.rollback()
    return [(code, before[code], after[code]) for code in before]


def _assess_some(
    session: Session, codes: Collection[str], plan_code: str, today: dt.date
) -> dict[str, Assessment]:
    plan = session.exec(select(PlanVersion).where(PlanVersion.code == plan_code)).one()
    standings = assess_indicators(session, plan, Until.day(today), codes)
    return {standing.indicator.code: standing.assessment for standing in standings}
