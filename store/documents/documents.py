"""Document behind figures: who adds it, what readers see of it, who may open a copy.

Readers see quotation and hash. A copy opens only for those who see what is reported there: whether
the public may have it is for the document's owner to say.
"""

import hashlib

from sqlmodel import Session, col, select

from store.documents.document_draft import DocumentDraft
from store.ground.errors import NotAllowedError
from store.ledger import audit
from store.ledger.knowledge import Until
from store.models import Document, DocumentCopy, Indicator, Measurement, Place
from store.rights import rights
from store.rights.rights import Act, Actor, Where


def add(session: Session, actor: Actor, measurement: Measurement, draft: DocumentDraft) -> Document:
    """Write a quotation, the hash of a document, or both; keep a copy where that is wanted.

    Errors: NotAllowedError for who may neither report nor review the figure, ConflictError.
    """
    where = _about(session, measurement)
    if not may_add(actor, where):
        rights.demand(actor, Act.REPORT, where)
    digest = hashlib.sha256(draft.document).hexdigest() if draft.document else ""
    if draft.document and draft.keeps_copy and session.get(DocumentCopy, digest) is None:
        session.add(DocumentCopy(document_hash=digest, content=draft.document))
    row = Document(
        measurement_id=measurement.id or 0,
        quotation=draft.quotation,
        document_name=draft.document_name,
        document_hash=digest,
        author=actor.name,
    )
    return audit.write(session, actor.name, "add document", row)


def may_add(actor: Actor, where: Where) -> bool:
    """Whether the actor may report or review what is meant."""
    return rights.may(actor, Act.REVIEW, where) or rights.may(actor, Act.REPORT, where)


def known(session: Session, until: Until) -> dict[int, list[Document]]:
    """The documents of each figure by then, oldest first; it is public like the figure."""
    statement = select(Document).where(until.was_said(Document.recorded_at))
    rows = session.exec(statement.order_by(col(Document.id)))
    found: dict[int, list[Document]] = {}
    for row in rows:
        found.setdefault(row.measurement_id, []).append(row)
    return found


def copies(session: Session) -> frozenset[str]:
    """The hashes of which a copy is kept."""
    return frozenset(session.exec(select(DocumentCopy.document_hash)))


def open_copy(session: Session, actor: Actor, row: Document) -> bytes:
    """The document as it was brought.

    Errors: NotAllowedError for who may not see what is reported there, or where none is kept.
    """
    where = _about(session, session.get_one(Measurement, row.measurement_id))
    rights.demand(actor, Act.SEE, where)
    kept = session.get(DocumentCopy, row.document_hash)
    if kept is None:
        raise NotAllowedError("No copy of this document is kept.")
    return kept.content


def _about(session: Session, measurement: Measurement) -> Where:
    indicator = session.get_one(Indicator, measurement.indicator_code)
    return rights.about(indicator, session.get_one(Place, measurement.place_code))
