"""The audit trail: what each write leaves there, and who finds it again."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.figures import actions
from store.ground.errors import ConflictError, InvalidTextError, NotAllowedError
from store.ground.messages import Message
from store.ledger import audit, revisions, trail
from store.models import (
    AuditEntry,
    Goal,
    Measurement,
    Meeting,
    ObjectiveTitle,
    Remark,
    RemarkKind,
    Wording,
)
from store.people import people
from store.people.person_draft import PersonDraft
from store.rights.rights import VISITOR
from tests.store.meetings import sittings
from tests.store.writing import ANA, BO, MONDAY, TUESDAY, draft

pytestmark = pytest.mark.same_sql


@pytest.fixture
def row(session: Session) -> Measurement:
    """A figure that Ana reported and Bo approved."""
    reported = actions.report(session, ANA, draft(value=5))
    actions.approve(session, BO, reported, MONDAY)
    return reported


def found(session: Session, action: str = "", words: str = "", most: int = 3) -> list[str]:
    """The newest entries: who did what to which kind of row."""
    entries = trail.entries(session, ANA, action, words, most)
    return [f"{one.actor}: {one.action} {one.subject.split()[0]}" for one in entries]


NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
CHANGING = {"id", "recorded_at", "revision", "supersedes_id", "reason", "known_on", "part"}
REPORTED, APPROVED = "Ana: report measurement", "Bo: approve review"


def test_entries_are_found_by_action_actor_or_row_the_newest_first(
    session: Session, row: Measurement
) -> None:
    assert found(session)[:2] == [APPROVED, REPORTED]
    assert found(session, most=1) == [APPROVED]
    assert found(session, "report", most=1) == [REPORTED]
    assert found(session, words="Ana") == [REPORTED]
    assert found(session, words=f"measurement {row.id}") == [REPORTED]
    assert found(session, "approve", "Ana") == []
    [older] = trail.entries(session, ANA, "", "", 1, first=1)
    assert older.actor == "Ana"
    assert trail.count(session, ANA, "report", "Ana", 3) == 1
    assert trail.count(session, ANA, "approve", "Ana", 3) == 0
    assert trail.count(session, ANA, "", "", 1) == 1


@pytest.mark.usefixtures("row")
def test_signs_of_a_pattern_are_looked_for_as_they_are(session: Session) -> None:
    assert found(session, words="A%a") == []
    assert found(session, words="mea_urement") == []
    audit.write(
        session,
        "100 % A_a",
        "note",
        Remark(measurement_id=1, kind=RemarkKind.ANNOTATION, text="Odd", author="Ana"),
    )
    assert found(session, words="0 % A_") == ["100 % A_a: note remark"]


@pytest.mark.usefixtures("row")
def test_every_kind_of_write_is_listed_once_in_order(session: Session) -> None:
    actions.report(session, ANA, draft(value=6, period_end=dt.date(2026, 1, 31)))
    kinds = trail.actions(session, ANA)
    assert kinds == sorted(set(kinds))
    assert {"approve", "report"} <= set(kinds)


def test_only_who_may_reads_the_trail(session: Session) -> None:
    with pytest.raises(NotAllowedError):
        trail.entries(session, VISITOR, "", "", 1)
    with pytest.raises(NotAllowedError):
        trail.count(session, VISITOR, "", "", 1)
    with pytest.raises(NotAllowedError):
        trail.actions(session, VISITOR)
    with pytest.raises(InvalidTextError):
        trail.entries(session, ANA, "", "\x00", 1)


def test_an_entry_keeps_what_was_and_what_is_but_no_empty_field(
    session: Session, row: Measurement
) -> None:
    actions.report(session, BO, draft(value=7, reason="Recount", corrects=row.id))
    [entry] = trail.entries(session, ANA, "report", "Bo", 1)
    before, after = entry.before or {}, entry.after or {}
    assert (before["value"], after["value"], after["reason"]) == (5, 7, "Recount")
    assert after["period_end"] == "2025-12-31"
    assert after["supersedes_id"] == row.id
    assert after["revision"] == 1
    assert not {"level", "missing_reason", "note", "reason"} & set(before)


def test_an_entry_keeps_no_personal_detail(session: Session) -> None:
    person = people.add_person(
        session, ANA, PersonDraft(name="Amina Diop", email="amina@soil.example")
    )
    [entry] = trail.entries(session, ANA, "add person", "", 1)
    assert entry.subject == f"person {person.id}"
    assert "Amina" not in str(entry.after)
    assert "amina@" not in str(entry.after)


def test_a_row_of_two_keys_is_named_by_both(session: Session) -> None:
    title = session.get_one(ObjectiveTitle, ("2022", "D4"))
    audit.record(session, "Ana", "look", title)
    session.flush()
    [entry] = trail.entries(session, ANA, "look", "", 1)
    assert entry.subject == "objective_title 2022/D4"


def test_rows_written_together_bear_one_instant_and_leave_an_entry_each(session: Session) -> None:
    last = audit.latest_id(session)
    rows = [
        Remark(measurement_id=number, kind=RemarkKind.ANNOTATION, text="Odd", author="Ana")
        for number in (1, 2, 3)
    ]
    audit.write_all(session, "Ana", [("remark", one, None) for one in rows])
    session.flush()
    assert len({one.recorded_at for one in rows}) == 1
    assert audit.latest_id(session) == last + 3


def test_a_row_changed_in_place_keeps_its_instant(session: Session) -> None:
    remark = Remark(measurement_id=1, kind=RemarkKind.ANNOTATION, text="Odd", author="Ana")
    written_at = audit.write(session, "Ana", "remark", remark).recorded_at
    assert audit.write(session, "Ana", "look", remark).recorded_at == written_at


def test_whoever_comes_second_is_told_so_in_a_sentence(session: Session) -> None:
    goal = Goal(code="A", name="Another", aim="Another")
    with pytest.raises(ConflictError, match=r"^Somebody else has changed this in the meantime\."):
        audit.write(session, "Ana", "add goal", goal)
    session.rollback()
    with pytest.raises(ConflictError, match=r"^There is a goal A already\.$"):
        audit.write(session, "Ana", "add goal", goal, refusal=Message("There is a goal A already."))


def test_a_store_without_a_write_has_no_entry(session: Session) -> None:
    assert audit.latest_id(session) > 0
    session.connection().exec_driver_sql("DROP TRIGGER audit_entry_no_delete")
    session.execute(sa.delete(AuditEntry))
    assert audit.latest_id(session) == 0


def test_the_next_revision_is_the_same_but_for_its_news(session: Session, row: Measurement) -> None:
    assert revisions.newest(session, Measurement, Measurement.id == row.id) is row
    assert revisions.newest(session, Measurement, Measurement.place_code == "ATLANTIS") is None
    typed = sittings.title("Agreements").model_dump()
    written = Wording(**typed, reporter="Ana", recorded_at=NOON, revision=1)
    written.id, written.supersedes_id = 8, 7
    following = revisions.revise(written, TUESDAY, part="aim", reason="Moved")
    kept = written.model_dump(exclude=CHANGING)
    assert following.model_dump(exclude=CHANGING) == kept
    assert (following.part, following.known_on) == ("aim", TUESDAY)
    assert (following.id, following.supersedes_id, following.revision) == (None, None, 0)
    assert (following.recorded_at, following.reason) == (None, "Moved")
    cancelled = Meeting(**sittings.meeting().model_dump(), reason="No quorum")
    assert revisions.revise(cancelled, TUESDAY).reason == ""


def test_nobody_writes_over_what_they_did_not_see(row: Measurement) -> None:
    revisions.check_seen(None, None)
    revisions.check_seen(row, row.id)
    for head, seen in ((None, 1), (row, None), (row, (row.id or 0) + 1)):
        with pytest.raises(
            ConflictError, match=r"^Somebody else has changed this in the meantime\."
        ):
            revisions.check_seen(head, seen)
