"""A quotation and a document, as somebody brought them."""

from typing import Self

from pydantic import field_validator, model_validator

from store.ground.drafts import Draft, Text
from store.ground.errors import InvalidTextError

MOST_WORDS = 600  # characters of a quotation: enough to find the place, not to replace the document
LARGEST = 2_000_000  # bytes of a document that is kept or hashed


class DocumentDraft(Draft):
    """What a document says of a figure; `document` are its bytes, to be kept or only hashed."""

    quotation: Text = ""
    document_name: Text = ""
    document: bytes = b""
    keeps_copy: bool = False

    @field_validator("quotation")
    @classmethod
    def check_quotation(cls, quotation: str) -> str:
        """Refuse more than a short quotation."""
        if len(quotation) > MOST_WORDS:
            raise InvalidTextError(
                "Quote at most {most} characters; these are {count}.",
                most=MOST_WORDS,
                count=len(quotation),
            )
        return quotation

    @field_validator("document")
    @classmethod
    def check_document(cls, document: bytes) -> bytes:
        """Refuse what is too large to keep."""
        if len(document) > LARGEST:
            raise InvalidTextError(
                "The document has {size} MB; at most {most} MB are read.",
                size=round(len(document) / 1e6, 1),
                most=LARGEST // 1_000_000,
            )
        return document

    @model_validator(mode="after")
    def check_content(self) -> Self:
        """Refuse what says nothing."""
        if not self.quotation and not self.document:
            raise InvalidTextError("Give a quotation, the document, or both.")
        return self
