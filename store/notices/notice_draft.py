"""What a reader tells, as typed."""

from typing import Self

from pydantic import model_validator

from store.ground.drafts import Draft, Words
from store.ground.errors import InvalidTextError
from store.models.notices import NoticeFields, NoticeKind


class NoticeDraft(NoticeFields, Draft):
    """A source that somebody knows, or why a figure looks wrong."""

    @model_validator(mode="after")
    def check_about(self) -> Self:
        """Refuse a doubt about no figure."""
        if self.kind == NoticeKind.WRONG and self.measurement_id is None:
            raise InvalidTextError("Say which figure looks wrong.")
        return self


class AnswerDraft(Draft):
    """What is answered to a notice, and whether something follows from it."""

    is_taken_up: bool
    text: Words
