"""What is reported is seen by its reporter and by those with a right to it, by nobody else."""

import datetime as dt

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from store.figures import actions, approved, remarks, reported
from store.figures.remark_draft import RemarkDraft
from store.ground.errors import NotAllowedError
from store.ledger.knowledge import EVER, Until
from store.models import RemarkKind, RoleKind, SavedDraft
from store.reporting import saved_drafts, waiting
from store.reporting.saved_drafts import Slot
from store.rights.rights import VISITOR, Actor, Grant
from tests.store.writing import ANA, BO, draft

TODAY = dt.date(2026, 3, 2)
NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
AFRICA = Actor("person 1", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D4", "R-AFR"),))
EUROPE = Actor("person 2", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D4", "R-EUR"),))
LEADER = Actor("person 3", (Grant(RoleKind.TASK_FORCE_LEADER, "D4"),))
OTHER_LEADER = Actor("person 4", (Grant(RoleKind.TASK_FORCE_LEADER, "E1"),))
STC = Actor("person 5", (Grant(RoleKind.STC_MEMBER),))
SLOT = Slot("D4-signed", "WLD", 2025)


@pytest.mark.parametrize(
    ("actor", "sees"),
    [
        (AFRICA, True),
        (LEADER, True),
        (STC, True),
        (ANA, True),
        (EUROPE, False),
        (OTHER_LEADER, False),
        (VISITOR, False),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_a_pending_figure_is_seen_by_those_with_a_right(
    shared: sa.Engine, actor: Actor, *, sees: bool
) -> None:
    with Session(shared) as session:
        row = actions.report(session, AFRICA, draft(place_code="KEN"))
        assert (row.id in waiting.numbers(session, actor)) is sees
        assert (waiting.by_indicator(session, actor) == {"D4-signed": 1}) is sees
        assert bool(reported.history(session, actor, row.slot, EVER)) is sees
        public = approved.country_readings(session, "D4-signed", Until.day(TODAY))
        assert public == []


def test_the_queue_holds_what_waits_and_only_its_newest_revision(shared: sa.Engine) -> None:
    with Session(shared) as session:
        first = actions.report(session, ANA, draft())
        second = actions.report(session, ANA, draft(value=6, corrects=first.id))
        assert waiting.numbers(session, BO) == [second.id]
        actions.send_back(session, BO, second, TODAY, "Which partners?")
        assert waiting.numbers(session, BO) == []
        states = [one.state for one in reported.history(session, BO, second.slot, EVER)]
        assert states == ["pending", "returned"]


@pytest.mark.parametrize(
    ("kind", "author"),
    [
        (RemarkKind.RECOMMENDATION, LEADER),
        (RemarkKind.ANNOTATION, STC),
        (RemarkKind.QUALITY_FLAG, STC),
    ],
)
def test_remarks_are_written_by_those_who_may(
    shared: sa.Engine, kind: RemarkKind, author: Actor
) -> None:
    with Session(shared) as session:
        row = actions.report(session, ANA, draft())
        remarks.add(session, author, row, RemarkDraft(kind=kind, text=" Checked against it. "))
        with pytest.raises(NotAllowedError):
            remarks.add(session, EUROPE, row, RemarkDraft(kind=kind, text="Me too"))
        with pytest.raises(ValidationError, match="“text”"):
            RemarkDraft(kind=kind, text=" ")
        said = reported.remarks(session, [row.id or 0])[row.id or 0]
        assert [(one.kind, one.text, one.author) for one in said] == [
            (kind, "Checked against it.", author.name)
        ]


def test_a_reporter_alone_acknowledges_a_warning(shared: sa.Engine) -> None:
    with Session(shared) as session:
        row = actions.report(session, ANA, draft())
        remarks.acknowledge_all(session, ANA, [(row, "The register was cleaned.")])
        with pytest.raises(NotAllowedError, match="Only its reporter can acknowledge"):
            remarks.acknowledge_all(session, BO, [(row, "Fine by me.")])


@pytest.mark.parametrize("slot", [SLOT, None], ids=["figure", "sampling of soil"])
def test_a_draft_is_kept_for_its_author_alone_until_it_is_sent(
    shared: sa.Engine, slot: Slot | None
) -> None:
    with Session(shared) as session:
        saved_drafts.save(session, BO, slot, {"value": 9}, NOW)
        first = saved_drafts.save(session, ANA, slot, {"value": 5}, NOW).id
        again = saved_drafts.save(session, ANA, slot, {"value": 6}, NOW)
        assert (again.id, again.content) == (first, {"value": 6})
        other = None if slot else SLOT
        assert saved_drafts.load(session, ANA, other) is None
        assert saved_drafts.load(session, ANA, slot) == again
        saved_drafts.forget(session, ANA, slot)
        assert saved_drafts.load(session, ANA, slot) is None
        assert saved_drafts.load(session, BO, slot) is not None


def test_nobody_has_two_drafts_of_a_sampling(shared: sa.Engine) -> None:
    with Session(shared) as session:
        session.add(SavedDraft(author=ANA.name, saved_at=NOW))
        session.add(SavedDraft(author=BO.name, saved_at=NOW))
        session.flush()
        session.add(SavedDraft(author=ANA.name, saved_at=NOW))
        with pytest.raises(IntegrityError):
            session.flush()
