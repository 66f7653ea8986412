"""Documents behind figures: quoted, hashed, perhaps copied; who may add them and who may open."""

import datetime as dt
import hashlib

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session, select

from store.documents import documents
from store.documents.document_draft import LARGEST, MOST_WORDS, DocumentDraft
from store.exchange.tables import TABLES
from store.ground.errors import NotAllowedError
from store.ledger.knowledge import EVER, Until
from store.models import AuditEntry, DocumentCopy, Measurement, RoleKind
from store.rights.rights import VISITOR, Actor, Grant
from tests.store.writing import ANA, MONDAY, publish

pytestmark = pytest.mark.same_sql

MEMBER = Actor("Sam", (Grant(RoleKind.STC_MEMBER),))
PAPER = b"%PDF of the annual report"
QUOTED = DocumentDraft(
    quotation="Five agreements were signed.",
    document_name="report.pdf",
    document=PAPER,
    keeps_copy=True,
)


def figure(session: Session) -> Measurement:
    """The figure that was published last."""
    rows = session.exec(select(Measurement).where(Measurement.indicator_code == "D4-signed"))
    return list(rows)[-1]


def test_a_quotation_and_a_hash_are_public_and_a_copy_is_not(filled: sa.Engine) -> None:
    publish(filled, MONDAY, value=5)
    with Session(filled) as session:
        row = documents.add(session, ANA, figure(session), QUOTED)
        assert row.document_hash == hashlib.sha256(PAPER).hexdigest()
        assert documents.known(session, EVER)[row.measurement_id] == [row]
        assert documents.open_copy(session, MEMBER, row) == PAPER
        with pytest.raises(NotAllowedError, match="no right to see"):
            documents.open_copy(session, VISITOR, row)
        given = TABLES["measurements"].rows(session, "2022", EVER)
        position = TABLES["measurements"].position("quotations")
        assert ("Five agreements were signed.",) in [one[position] for one in given]
        snapshots = session.exec(select(AuditEntry).where(AuditEntry.action == "add document"))
        assert "PDF of" not in "".join(one.model_dump_json() for one in snapshots)


def test_a_document_is_hashed_without_being_kept_and_a_copy_can_be_taken_away(
    filled: sa.Engine,
) -> None:
    publish(filled, MONDAY, value=5)
    with Session(filled) as session:
        only_hashed = QUOTED.model_copy(update={"keeps_copy": False})
        row = documents.add(session, ANA, figure(session), only_hashed)
        assert documents.copies(session) == frozenset()
        with pytest.raises(NotAllowedError, match="No copy of this document is kept"):
            documents.open_copy(session, ANA, row)
        documents.add(session, ANA, figure(session), QUOTED)
        session.delete(session.get_one(DocumentCopy, row.document_hash))
        session.flush()
        assert len(documents.known(session, EVER)[row.measurement_id]) == 2


def test_an_earlier_day_has_no_document_brought_later(filled: sa.Engine) -> None:
    publish(filled, MONDAY, value=5)
    with Session(filled) as session:
        documents.add(session, ANA, figure(session), QUOTED)
        yesterday = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=1)
        assert documents.known(session, Until.day(yesterday)) == {}


def test_who_may_not_report_the_figure_adds_no_document(filled: sa.Engine) -> None:
    publish(filled, MONDAY, value=5)
    with (
        Session(filled) as session,
        pytest.raises(NotAllowedError, match="no right to report a figure"),
    ):
        documents.add(session, MEMBER, figure(session), QUOTED)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({}, "Give a quotation, the document, or both"),
        ({"quotation": "x" * (MOST_WORDS + 1)}, "Quote at most 600 characters; these are 601"),
        ({"document": b"x" * (LARGEST + 10**6)}, "The document has 3 MB; at most 2 MB are read"),
    ],
)
def test_nothing_and_too_much_are_refused(content: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        DocumentDraft.model_validate(content)
