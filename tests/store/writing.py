"""Figures as people report and approve them, for the tests of the ledger."""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel, func, select

from store.figures import actions
from store.figures.draft import MeasurementDraft
from store.ledger import audit
from store.models import RoleKind
from store.rights.rights import Actor, Grant

ANA, BO, CY = (Actor(name, (Grant(RoleKind.SECRETARIAT),)) for name in ("Ana", "Bo", "Cy"))
MONDAY, TUESDAY, WEDNESDAY = dt.date(2026, 3, 2), dt.date(2026, 3, 3), dt.date(2026, 3, 4)
PERIOD_END = dt.date(2025, 12, 31)


def draft(**content: Any) -> MeasurementDraft:
    """Five agreements signed by the end of 2025, unless told otherwise."""
    if not {"value", "numerator", "level", "missing_reason"} & set(content):
        content["value"] = 5
    usual = {
        "indicator_code": "D4-signed",
        "place_code": "WLD",
        "period_start": PERIOD_END,
        "period_end": PERIOD_END,
        "source_title": "Annual report",
    }
    if "corrects" in content:
        usual["reason"] = "Recounted"
    return MeasurementDraft.model_validate(usual | content)


def on_top(session: Session, form: MeasurementDraft) -> MeasurementDraft:
    """The form as somebody sends it who saw what its slot holds now."""
    head = actions.slot_head(session, *form.slot)
    reason = "Recounted" if head and not form.reason else form.reason
    return form.model_copy(update={"corrects": head.id if head else None, "reason": reason})


def publish(engine: sa.Engine, known_on: dt.date, **content: Any) -> None:
    """Report a figure and approve it, as two people would."""
    with Session(engine) as session, session.begin():
        row = actions.report(session, ANA, on_top(session, draft(**content)))
        actions.approve(session, BO, row, known_on)


def counts(engine: sa.Engine) -> dict[str, int]:
    """Rows of every table, and the number of the latest audit entry."""
    with Session(engine) as session:
        found = {
            name: session.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in SQLModel.metadata.tables.items()
        }
        return found | {"latest entry": audit.latest_id(session)}
