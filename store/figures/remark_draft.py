"""What somebody says about a reported figure, as they typed it."""

from store.ground.drafts import Draft, Words
from store.models import RemarkKind


class RemarkDraft(Draft):
    """A recommendation, an annotation or a quality flag, in words."""

    kind: RemarkKind
    text: Words
