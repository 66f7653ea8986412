"""Whether a figure can be one: by the rules of its indicator, place and period, whoever brings it.

Everything is said at once. What can be and only looks wrong is doubted elsewhere
(`reporting.plausibility`). No figure gets past this: `actions.report` asks it last.
"""

import datetime as dt
from collections.abc import Iterator

from store.figures import periods
from store.figures.draft import MeasurementDraft, figure
from store.ground import texts
from store.ground.complaints import Complaint
from store.ground.errors import InvalidMeasurementError
from store.ground.messages import Message
from store.models import Indicator, Qualifier, RollUp, UnitType
from store.models.places import WORLD
from store.progress import Kind

MOST_COUNTED = 1e10  # of what a share is taken of: more than there are people, or farms


def is_yes_or_no(indicator: Indicator, place_code: str) -> bool:
    """Whether a place answers only if it counts, as where the world's figure counts places."""
    return indicator.roll_up == RollUp.UNITS and place_code != WORLD


def demand(indicator: Indicator, draft: MeasurementDraft, today: dt.date) -> None:
    """Refuse a figure that cannot be.

    Errors: InvalidMeasurementError, with the first sentence for the person who typed it.
    """
    for found in problems(indicator, draft, today):
        raise InvalidMeasurementError.of(found.message).at(found.field)


def problems(indicator: Indicator, draft: MeasurementDraft, today: dt.date) -> list[Complaint]:
    """Everything that is wrong with the draft, each by the field of it that has to change."""
    content = _missing(draft) if draft.missing_reason is not None else _content(indicator, draft)
    return [*content, *periods.problems(indicator, draft, today), *_correction(draft)]


def content_field(indicator: Indicator) -> str:
    """The field that an indicator's figure is typed into."""
    return "level" if indicator.kind == Kind.MILESTONE else "value"


def _missing(draft: MeasurementDraft) -> Iterator[Complaint]:
    if not texts.says_something(draft.missing_reason):
        yield Complaint("missing_reason", Message("Say in words why there is no figure."))


def _content(indicator: Indicator, draft: MeasurementDraft) -> Iterator[Complaint]:
    yield from _kind(indicator, draft) or _size(indicator, draft)
    if not texts.says_something(draft.source_title):
        yield Complaint(
            "source_title", Message("Name the source: which document or register says so?")
        )
    if indicator.kind == Kind.MILESTONE and not draft.source_link:
        yield Complaint("source_link", Message("A level needs a link to its evidence."))


def _kind(indicator: Indicator, draft: MeasurementDraft) -> list[Complaint]:
    """What is wrong where the figure is of another kind than the indicator."""
    name = indicator.name
    is_milestone = indicator.kind == Kind.MILESTONE
    if is_milestone and draft.level is None:
        found = Message("{name} is a milestone: give its level, 0 to 5.", name=name)
        return [Complaint("level", found)]
    if not is_milestone and draft.level is not None:
        found = Message("{name} is not a milestone: give its value.", name=name)
        return [Complaint("level", found)]
    if draft.numerator is not None and indicator.unit_type != UnitType.SHARE:
        found = Message("{name} is not a share: give its value, not a numerator.", name=name)
        return [Complaint("numerator", found)]
    return []


def _size(indicator: Indicator, draft: MeasurementDraft) -> Iterator[Complaint]:
    """What is wrong with a figure of the right kind."""
    value, name = figure(draft), indicator.name
    if value is None:
        return
    if is_yes_or_no(indicator, draft.place_code):
        yield from _answer(draft, name)
        return
    if draft.numerator is not None and draft.denominator is not None:
        yield from _share(draft.numerator, draft.denominator)
    if indicator.unit_type == UnitType.INTEGER and value != int(value):
        found = Message("{name} counts whole things: give a whole number.", name=name)
        yield Complaint("value", found)
    if (found := _impossible(indicator, value)) is not None:
        field = "numerator" if draft.numerator is not None else content_field(indicator)
        yield Complaint(field, found)


def _answer(draft: MeasurementDraft, name: str) -> Iterator[Complaint]:
    if draft.value not in (0, 1):
        found = Message("{name} is answered by yes or no here: give 1 or 0.", name=name)
        yield Complaint("value" if draft.numerator is None else "numerator", found)
    elif draft.qualifier != Qualifier.EXACT:
        found = Message("{name} is answered by yes or no here: such an answer is exact.", name=name)
        yield Complaint("qualifier", found)


def _share(numerator: float, denominator: float) -> Iterator[Complaint]:
    for field, count in (("numerator", numerator), ("denominator", denominator)):
        if count != int(count):
            message = Message("A share is a count of a count: give whole numbers.")
            yield Complaint(field, message)
        elif count > MOST_COUNTED:
            message = Message("{value} is too large to be a count.", value=count)
            yield Complaint(field, message)


def _impossible(indicator: Indicator, value: float) -> Message | None:
    """The sentence about a figure beyond the limits of nature, or of the slips of a hand."""
    low, high = indicator.limit_low, indicator.limit_high
    if (low is None or value >= low) and (high is None or value <= high):
        if abs(value) <= indicator.largest:
            return None
        return Message(
            "{value} is too large for {name}: no figure of it is beyond {most}. Look at the unit,"
            " {unit}, and at the decimal sign.",
            value=value,
            name=indicator.name,
            most=indicator.largest,
            unit=indicator.unit,
        )
    said = {"value": value, "name": indicator.name}
    if low is None:
        return Message("{value} is impossible for {name}: give {high} or less.", high=high, **said)
    if high is None:
        return Message("{value} is impossible for {name}: give {low} or more.", low=low, **said)
    return Message(
        "{value} is impossible for {name}: give a number from {low} to {high}.",
        low=low,
        high=high,
        **said,
    )


def _correction(draft: MeasurementDraft) -> Iterator[Complaint]:
    if draft.corrects is not None and not texts.says_something(draft.reason):
        yield Complaint("reason", Message("Say why the figure is corrected."))
