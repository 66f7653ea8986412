"""What stands behind a figure's source: a quotation, the hash of the document, perhaps a copy."""

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from store.models.base import KEY, LedgerRow, Stamped

HASH_LENGTH = 64  # of SHA-256, in hexadecimal


class Document(Stamped, LedgerRow, table=True):
    """The words of a document that a figure rests on, and the SHA-256 by which it is known again.

    It changes no figure and is never changed; another one may stand beside it.
    """

    __table_args__ = (
        sa.CheckConstraint(
            f"document_hash = '' OR length(document_hash) = {HASH_LENGTH}", name="hash"
        ),
    )

    measurement_id: int = Field(sa_type=KEY, foreign_key="measurement.id", index=True)
    quotation: str
    document_name: str
    document_hash: str = Field(max_length=HASH_LENGTH)
    author: str


class DocumentCopy(SQLModel, table=True):
    """A document by its hash. Outside the ledger: it can be taken away, and its hash stays."""

    __tablename__ = "document_copy"  # pyright: ignore[reportAssignmentType]  # as SQLModel documents it

    document_hash: str = Field(primary_key=True, max_length=HASH_LENGTH)
    content: bytes = Field(sa_type=sa.LargeBinary)
