"""The ledger only grows: corrections and approvals show from their day, on both engines."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.figures import actions, approved
from store.ground.errors import ConflictError
from store.ledger import audit
from store.ledger.knowledge import Until
from store.models import AuditEntry, Measurement
from store.plan import contents, planning
from store.plan.target_draft import TargetDraft
from tests.store.writing import (
    ANA,
    BO,
    CY,
    MONDAY,
    PERIOD_END,
    TUESDAY,
    WEDNESDAY,
    counts,
    draft,
    publish,
)


def shown(engine: sa.Engine, as_of: dt.date) -> list[Any]:
    """What a page shows of the agreements for that period, as known on a day."""
    with Session(engine) as session:
        return [
            reading.figure if reading.missing_reason is None else reading.missing_reason
            for reading in approved.world_and_region_readings(session, Until.day(as_of))
            if reading.indicator_code == "D4-signed" and reading.period_end == PERIOD_END
        ]


def test_a_figure_appears_only_after_its_approval(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        row = actions.report(session, ANA, draft())
        key = row.id
    assert shown(filled, WEDNESDAY) == []
    with Session(filled) as session, session.begin():
        row = session.get_one(Measurement, key)
        actions.approve(session, BO, row, TUESDAY)
    assert shown(filled, WEDNESDAY) == [5]


def test_a_figure_appears_only_from_the_day_it_was_known(filled: sa.Engine) -> None:
    publish(filled, TUESDAY)
    assert shown(filled, MONDAY) == []
    assert shown(filled, TUESDAY) == [5]


def test_a_correction_shows_from_its_own_day_and_the_older_figure_before(filled: sa.Engine) -> None:
    publish(filled, MONDAY, value=5)
    publish(filled, TUESDAY, value=7)
    assert shown(filled, MONDAY) == [5]
    assert shown(filled, TUESDAY) == [7]


def test_a_correction_waits_for_its_approval(filled: sa.Engine) -> None:
    publish(filled, MONDAY, value=5)
    with Session(filled) as session, session.begin():
        shown_there = actions.slot_head(session, *draft().slot)
        assert shown_there
        actions.report(session, ANA, draft(value=7, corrects=shown_there.id))
    assert shown(filled, WEDNESDAY) == [5]


def test_a_correction_supersedes_and_nothing_is_lost(filled: sa.Engine) -> None:
    for value in (5, 7, 6):
        publish(filled, MONDAY, value=value, reason="recount")
    with Session(filled) as session:
        rows = session.exec(
            select(Measurement)
            .where(Measurement.period_end == PERIOD_END)
            .where(Measurement.indicator_code == "D4-signed")
            .order_by(col(Measurement.revision))
        ).all()
    assert [(row.value, row.revision) for row in rows] == [(5, 0), (7, 1), (6, 2)]
    assert [row.supersedes_id for row in rows] == [None, rows[0].id, rows[1].id]
    assert shown(filled, MONDAY) == [6]


def test_a_declared_reason_replaces_a_figure(filled: sa.Engine) -> None:
    publish(filled, MONDAY, value=5)
    publish(filled, TUESDAY, missing_reason="The register was closed.")
    assert shown(filled, MONDAY) == [5]
    assert shown(filled, TUESDAY) == ["The register was closed."]


def test_a_corrected_target_shows_from_its_own_day(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        old = next(t for t in contents.targets(session, Until.day(MONDAY)) if t.role == "target")
        slot = (old.plan_code, old.indicator_code, old.role, old.year)
        high = old.high
        planning.set_target(session, ANA, TargetDraft.of(old, high=old.high + 1, known_on=TUESDAY))
    assert target_highs(filled, slot, MONDAY) == [high]
    assert target_highs(filled, slot, TUESDAY) == [high + 1]


def target_highs(engine: sa.Engine, slot: tuple[object, ...], as_of: dt.date) -> list[float]:
    """The upper bound of one target, as it stood on a day."""
    with Session(engine) as session:
        return [
            target.high
            for target in contents.targets(session, Until.day(as_of))
            if (target.plan_code, target.indicator_code, target.role, target.year) == slot
        ]


def test_the_same_form_sent_twice_is_stored_once(filled: sa.Engine) -> None:
    form = draft()
    before = counts(filled)
    for _attempt in range(2):
        with Session(filled) as session, session.begin():
            actions.report(session, ANA, form)
    after = counts(filled)
    assert after["measurement"] == before["measurement"] + 1
    assert after["audit_entry"] == before["audit_entry"] + 1


def test_a_figure_is_approved_once(filled: sa.Engine) -> None:
    with Session(filled) as session, session.begin():
        row = actions.report(session, ANA, draft())
        actions.approve(session, BO, row, MONDAY)
        with pytest.raises(ConflictError, match="approved already; report a correction instead"):
            actions.approve(session, CY, row, TUESDAY)


def test_every_write_leaves_an_audit_entry(filled: sa.Engine) -> None:
    with Session(filled) as session:
        last = audit.latest_id(session)
    publish(filled, MONDAY, value=5)
    publish(filled, TUESDAY, value=7)
    with Session(filled) as session:
        entries = session.exec(
            select(AuditEntry).where(col(AuditEntry.id) > last).order_by(col(AuditEntry.id))
        ).all()
    told = [(entry.actor, entry.action, entry.subject.split()[0]) for entry in entries]
    assert told == [("Ana", "report", "measurement"), ("Bo", "approve", "review")] * 2
    assert (entries[2].before or {})["value"] == 5
    assert (entries[2].after or {})["value"] == 7


def test_a_rolled_back_write_leaves_neither_row_nor_entry(filled: sa.Engine) -> None:
    before = counts(filled)
    with Session(filled) as session:
        row = actions.report(session, ANA, draft())
        actions.approve(session, BO, row, MONDAY)
        session.rollback()
    assert counts(filled) == before


def test_the_version_grows_with_every_write(filled: sa.Engine) -> None:
    versions = []
    for value in (5, 6, 7):
        publish(filled, MONDAY, value=value)
        with Session(filled) as session:
            versions.append(audit.latest_id(session))
    assert versions == sorted(set(versions))
