"""What the plan consists of, as it stood on a day: versions, indicators, titles, targets."""

import datetime as dt
from collections.abc import Sequence

from sqlmodel import Session, col, select

from store.ledger.knowledge import EVER, Until, known
from store.models import Indicator, ObjectiveTitle, Place, PlanVersion, Target, Wording, WordingPart
from store.plan import rules


def targets(session: Session, until: Until) -> list[Target]:
    """Baselines and targets of all versions as they stood; none that were taken back."""
    stated = known(Target, until, col(Target.is_withdrawn).is_(False))
    return list(session.exec(stated.order_by(col(Target.indicator_code), col(Target.year))))


def wordings(session: Session, plan_code: str, until: Until) -> dict[tuple[str, WordingPart], str]:
    """What the version was reworded to, by (goal or objective, part)."""
    rows = session.exec(known(Wording, until, Wording.plan_code == plan_code))
    return {(row.subject, row.part): row.text for row in rows}


def titles(session: Session, plan_code: str) -> dict[str, str]:
    """What the plan version called each objective when it was adopted."""
    rows = session.exec(select(ObjectiveTitle).where(ObjectiveTitle.plan_code == plan_code))
    return {row.objective_code: row.title for row in rows}


def indicators(session: Session, until: Until = EVER) -> list[Indicator]:
    """Every indicator as it was judged, in the order of the plan."""
    rows = session.exec(select(Indicator).order_by(col(Indicator.position)))
    return rules.in_force(session, rows, until)


def places(session: Session) -> list[Place]:
    """Every place, by code."""
    return list(session.exec(select(Place).order_by(col(Place.code))))


def plan_versions(session: Session) -> list[PlanVersion]:
    """Every version, oldest first."""
    return list(session.exec(select(PlanVersion).order_by(col(PlanVersion.adopted_on))))


def plan_on(versions: Sequence[PlanVersion], day: dt.date) -> PlanVersion:
    """The version that a day means: the newest adopted by then, before the first one that one.

    Shape:  one version or more, oldest first.
    """
    adopted = [version for version in versions if version.adopted_on <= day]
    return adopted[-1] if adopted else versions[0]
