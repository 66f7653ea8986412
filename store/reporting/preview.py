"""What a figure would change, if it were approved today. Nothing stays written."""

import datetime as dt

from sqlmodel import Session, select

from store.figures import report
from store.figures.draft import MeasurementDraft
from store.models import PlanVersion
from store.rights import rights
from store.rights.rights import Actor
from store.standing import IndicatorStanding
from store.standing.indicators import assess_indicators

REVIEWER = rights.program("preview")


def effect(
    session: Session, actor: Actor, draft: MeasurementDraft, plan_code: str, today: dt.date
) -> tuple[IndicatorStanding, IndicatorStanding]:
    """The indicator before and after; the transaction is rolled back, whatever happens.

    It takes the same way as the real thing, so that the two cannot disagree.
    Errors: those of `report.report`.
    """
    try:
        before = _assess(session, draft, plan_code, today)
        row = report.report(session, actor, draft)
        report.approve(session, REVIEWER, row, today)
        return before, _assess(session, draft, plan_code, today)
    finally:
        session.rollback()


def _assess(
    session: Session, draft: MeasurementDraft, plan_code: str, today: dt.date
) -> IndicatorStanding:
    plan = session.exec(select(PlanVersion).where(PlanVersion.code == plan_code)).one()
    found = assess_indicators(session, plan, today)
    return next(one for one in found if one.indicator.code == draft.indicator_code)
