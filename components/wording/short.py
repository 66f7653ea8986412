"""Short words that stand by themselves in fields and tables."""

from components.language.text import _c
from store.models import TargetRole, WordingPart


def answer(*, is_yes: bool) -> str:
    """Yes or no."""
    return _c("answer", "yes") if is_yes else _c("answer", "no")


def number_kind(role: TargetRole) -> str:
    """What a number of the plan is."""
    if role == TargetRole.BASELINE:
        return _c("number of the plan", "baseline")
    return _c("number of the plan", "target")


def text_kind(part: WordingPart) -> str:
    """What a text of the plan is."""
    if part == WordingPart.TITLE:
        return _c("text of the plan", "title")
    return _c("text of the plan", "aim")
