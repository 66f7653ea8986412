"""From what is typed to a draft of a figure, or to everything that is wrong with it."""

from dataclasses import dataclass
from typing import Any

from components.entry.slot import Entry
from components.entry.typed import Fields
from components.language.text import tell
from components.reader import clock
from store.figures import typed
from store.figures.draft import MeasurementDraft
from store.ground import texts
from store.ground.complaints import named
from store.models import Indicator, Measurement

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
    is_moved = entry.moves is not None
    return judge(entry.fields, entry.indicator, entry.corrected, is_moved=is_moved)


def judge(
    fields: Fields, indicator: Indicator, corrected: Measurement | None, *, is_moved: bool
) -> Typed:
    """Judge what the fields hold; a figure that moves is new in its period."""
    content = _content(fields) | {
        "indicator_code": indicator.code,
        "place_code": fields.slot.place_code,
        "corrects": corrected.id if corrected is not None else None,
    }
    judged = typed.judge(indicator, content, clock.today())
    problems: dict[str, str] = {}
    for complaint in judged.problems:
        problems.setdefault(complaint.field, tell(named(complaint.message, fields.names)))
    if not problems:
        draft = _placed(judged.draft, is_moved=is_moved)
        return Typed(draft, draft, problems)
    blanks = {
        name: text
        for name, text in TRIED_WITH.items()
        if name in problems and not texts.says_something(content.get(name))
    }
    trial = typed.judge(indicator, content | blanks, clock.today())
    return Typed(
        None, None if trial.problems else _placed(trial.draft, is_moved=is_moved), problems
    )


def _content(fields: Fields) -> dict[str, Any]:
    """What is typed; a reason that is asked for and left out is an empty one."""
    return {
        name: value
        for name, value in (fields.content | fields.texts).items()
        if name in MeasurementDraft.model_fields
        and (name == "missing_reason" or value not in (None, ""))
    }


def _placed(draft: MeasurementDraft | None, *, is_moved: bool) -> MeasurementDraft | None:
    if draft is None or not is_moved:
        return draft
    return draft.model_copy(update={"corrects": None})
