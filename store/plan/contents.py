"""What the plan consists of, as it stood on a day: versions, indicators, titles, targets."""

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from store.ledger.knowledge import known
from store.models import Indicator, ObjectiveTitle, Place, PlanVersion, Target, Wording, WordingPart


def targets(
    session: Session, as_of: dt.date, recorded_by: dt.datetime | None = None
) -> list[Target]:
    """Baselines and targets of all versions as they stood on the day."""
    newer = aliased(Target)
    superseded = sa.exists().where(
        col(newer.supersedes_id) == Target.id,
        known(newer, as_of, recorded_by),
    )
    return list(
        session.exec(
            select(Target)
            .where(known(Target, as_of, recorded_by), ~superseded)
            .order_by(col(Target.indicator_code), col(Target.year))
        )
    )


def wordings(
    session: Session, plan_code: str, as_of: dt.date, recorded_by: dt.datetime | None = None
) -> dict[tuple[str, WordingPart], str]:
    """What the version was reworded to by the day, by (goal or objective, part)."""
    rows = session.exec(
        select(Wording)
        .where(Wording.plan_code == plan_code, known(Wording, as_of, recorded_by))
        .order_by(col(Wording.revision))
    )
    return {(row.subject, row.part): row.text for row in rows}


def titles(session: Session, plan_code: str) -> dict[str, str]:
    """What the plan version called each objective when it was adopted."""
    rows = session.exec(select(ObjectiveTitle).where(ObjectiveTitle.plan_code == plan_code))
    return {row.objective_code: row.title for row in rows}


def indicators(session: Session) -> list[Indicator]:
    """Every indicator, in the order of the plan."""
    return list(session.exec(select(Indicator).order_by(col(Indicator.position))))


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
