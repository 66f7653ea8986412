"""From what is typed to a draft of a figure, or to everything that is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from components.entry.slot import Entry
from components.entry.typed import FIGURES
from components.language.text import tell
from components.reader import clock
from store.figures import judgement
from store.figures.draft import MeasurementDraft
from store.ground import texts
from store.ground.complaints import Complaint, complaints

# What a figure is tried with as long as its reporter has not come to these fields.
TRIED_WITH = {"source_title": "trial", "source_link": "https://example.org/", "reason": "trial"}


@dataclass(frozen=True, slots=True)
class Typed:
    """What came of the fields.

    `draft` is what will be sent, None while anything is wrong; `trial` is the figure as it would
    be with all its texts, None while it is no figure; `problems` are sentences by field.
    """

    draft: MeasurementDraft | None
    trial: MeasurementDraft | None
    problems: dict[str, str]


def read(entry: Entry) -> Typed:
    """Judge what is typed, and try what its figure would change."""
    content = _content(entry)
    draft, found = _judged(entry, content)
    problems: dict[str, str] = {}
    for complaint in found:
        problems.setdefault(complaint.field or _about(entry), tell(complaint.message))
    if not problems:
        return Typed(draft, draft, problems)
    blanks = {
        name: text
        for name, text in TRIED_WITH.items()
        if name in problems and not texts.says_something(content.get(name))
    }
    trial, still = _judged(entry, content | blanks)
    return Typed(None, None if still else trial, problems)


def _content(entry: Entry) -> dict[str, Any]:
    typed = {
        name: value
        for name, value in entry.fields.content.items()
        if name in MeasurementDraft.model_fields and value not in (None, "")
    }
    if "numerator" in typed:
        typed.pop("value", None)
    if entry.fields.content["answer"] == "none":
        typed.setdefault("missing_reason", "")
    corrected = entry.corrected
    return typed | {
        "indicator_code": entry.indicator.code,
        "place_code": entry.fields.slot.place_code,
        "corrects": corrected.id if corrected is not None else None,
    }


def _judged(
    entry: Entry, content: dict[str, Any]
) -> tuple[MeasurementDraft | None, list[Complaint]]:
    """The draft, and what is wrong with it; a figure that moves is new in its period."""
    try:
        draft = MeasurementDraft.model_validate(content)
    except ValidationError as error:
        found = [*complaints(error, entry.fields.names)]
        return None, [*found, *_beside(entry, content, found)]
    found = judgement.problems(entry.indicator, draft, clock.today())
    if entry.moves is not None:
        draft = draft.model_copy(update={"corrects": None})
    return (None if found else draft), found


def _beside(entry: Entry, content: dict[str, Any], found: list[Complaint]) -> Iterator[Complaint]:
    """What else is wrong where there is no draft yet: judged with a figure that could be one."""
    wrong = {complaint.field for complaint in found} | set(FIGURES) | {"missing_reason"}
    is_gap = entry.fields.content.get("answer") == "none"
    figure = (
        {"missing_reason": "trial"} if is_gap else {judgement.content_field(entry.indicator): 1}
    )
    rest = {name: value for name, value in content.items() if name not in wrong}
    try:
        draft = MeasurementDraft.model_validate(rest | figure)
    except ValidationError:  # a period that ends before it starts: said already
        return
    for complaint in judgement.problems(entry.indicator, draft, clock.today()):
        if complaint.field not in wrong:
            yield complaint


def _about(entry: Entry) -> str:
    """The field of a complaint about the figure as a whole."""
    if entry.fields.content.get("answer") == "none":
        return "missing_reason"
    return judgement.content_field(entry.indicator)
