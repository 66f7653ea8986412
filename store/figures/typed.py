"""A figure as it is typed, in a form or a sheet: its texts read, and all that is wrong with it.

Every field for a number is read by one rule, which knows the indicator's unit; `judgement` says
whether what was read can be a figure.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from store.figures import judgement, periods
from store.figures.draft import MeasurementDraft
from store.ground import numbers, words
from store.ground.complaints import Complaint, complaints
from store.ground.errors import StoreError
from store.ground.numbers import AmbiguousNumberError, UnreadableNumberError
from store.models import Indicator

NUMBERS = ("value", "numerator", "denominator", "level")
CONTENT = frozenset((*NUMBERS, "missing_reason", ""))
PERIOD = frozenset(("period_start", "period_end"))
# Stand for what could not be read, so that the rest can be judged.
SOME_FIGURE = {"missing_reason": "It could not be read"}
SOME_PERIOD = dict.fromkeys(PERIOD, periods.EARLIEST)


@dataclass(frozen=True, slots=True)
class Judged:
    """The draft, None where a field cannot be read, and everything that is wrong, by its fields.

    Sentences call a field what it is called in the draft: `complaints.named` calls it otherwise.
    """

    draft: MeasurementDraft | None
    problems: tuple[Complaint, ...]


class ShareOrPercentError(AmbiguousNumberError):
    """A number below 1 where the unit is percent: it may be a share of 1."""

    @property
    def ways(self) -> tuple[str, str]:
        """Each of the readings with its percent sign."""
        decimal, whole = self.readings
        return f"{decimal:.15g} %", f"{whole:.15g} %"


def is_in_percent(indicator: Indicator) -> bool:
    """Whether its figures are given in percent."""
    return indicator.unit.startswith("%")


def number(
    name: str, written: str | float, *, indicator: Indicator | None, place_code: str
) -> float:
    """The number in a field of a figure, as its indicator counts; 1 or 0 for yes or no.

    What is no text was kept without its format: a cell may hold 45 % as 0.45.
    Errors: those of `numbers.figure`; AmbiguousNumberError for 0.45 where the unit is percent.
    """
    is_answer = indicator is not None and judgement.is_yes_or_no(indicator, place_code)
    if indicator is not None and is_answer and name == "value":
        return _answer(indicator, written)
    is_percent = indicator is None or (is_in_percent(indicator) and not is_answer)
    in_percent = is_percent and name == "value"
    if in_percent and indicator is not None:
        return percent(written)
    is_text = isinstance(written, str)
    value = numbers.figure(written, in_percent=in_percent) if is_text else float(written)
    return int(value) if name == "level" and value.is_integer() else value


def _answer(indicator: Indicator, written: str | float) -> float:
    if said := words.meaning("answer", str(written)):
        return float(said)
    try:
        return numbers.figure(written) if isinstance(written, str) else float(written)
    except StoreError as error:
        raise UnreadableNumberError(
            "{name} is answered by yes or no here, and “{typed}” is neither.",
            name=indicator.name,
            typed=written,
        ) from error


def percent(written: str | float) -> float:
    """A number whose unit is percent, as it is typed or kept in a cell.

    Errors: those of `numbers.figure`; ShareOrPercentError for 0.45 without a percent sign.
    """
    is_text = isinstance(written, str)
    value = numbers.figure(written, in_percent=True) if is_text else float(written)
    if 0 < abs(value) < 1 and not _says_percent(written):
        raise ShareOrPercentError(
            "{typed} may be {decimal} % or {whole} %. Write it with its percent sign.",
            typed=str(written).strip(),
            decimal=value,
            whole=numbers.percent(value),
        )
    return value


def judge(
    indicator: Indicator | None,
    content: Mapping[str, Any],
    today: date,
    unread: Collection[str] = (),
) -> Judged:
    """Read what is typed, texts or numbers by the fields of a draft, and judge the figure.

    `unread` are fields that hold what could not be brought here at all: nothing is said of them.
    Without an indicator the figure is only read.
    """
    refused = dict(_refused(indicator, content))
    broken = {*unread, *refused}
    read = {
        name: _number(indicator, content, name) if name in NUMBERS else value
        for name, value in content.items()
        if name not in broken
    }
    draft, found = _drafted(read, broken)
    if indicator is not None:
        found += _judged(indicator, draft, read, broken | {one.field for one in found}, today)
    about = "value" if indicator is None else judgement.content_field(indicator)
    problems = [Complaint(one.field or about, one.message) for one in found]
    return Judged(
        None if broken else draft,
        (*refused.values(), *(one for one in problems if one.field not in broken)),
    )


def _says_percent(written: str | float) -> bool:
    return isinstance(written, str) and numbers.read(written).is_percent


def _number(indicator: Indicator | None, content: Mapping[str, Any], name: str) -> object:
    held, place = content[name], content.get("place_code", "")
    if not isinstance(held, str):
        return held
    return number(name, held, indicator=indicator, place_code=place)


def _refused(
    indicator: Indicator | None, content: Mapping[str, Any]
) -> Iterator[tuple[str, Complaint]]:
    """The fields whose texts are no numbers, with what to type instead."""
    for name in NUMBERS:
        if name in content:
            try:
                _number(indicator, content, name)
            except StoreError as error:
                yield name, Complaint(name, error.message)


def _drafted(
    content: Mapping[str, Any], broken: Collection[str]
) -> tuple[MeasurementDraft | None, list[Complaint]]:
    """The draft, or what is wrong with its fields; what could not be read is not missing."""
    try:
        return MeasurementDraft.model_validate(content), []
    except ValidationError as error:
        found = list(complaints(error))
        is_unread = bool(CONTENT & set(broken))
        return None, [one for one in found if not (is_unread and one.field in CONTENT)]


def _judged(
    indicator: Indicator,
    draft: MeasurementDraft | None,
    content: Mapping[str, Any],
    broken: Collection[str],
    today: date,
) -> list[Complaint]:
    """What is wrong by the rules of the indicator, with as much as could be read."""
    if draft is not None and not broken:
        return judgement.problems(indicator, draft, today)
    hidden = {*broken}
    rest = {name: value for name, value in content.items() if name not in hidden}
    if is_without_figure := bool(hidden & CONTENT):
        hidden |= CONTENT
        rest = {name: value for name, value in rest.items() if name not in CONTENT} | SOME_FIGURE
    if hidden & PERIOD:
        hidden |= PERIOD
        rest |= SOME_PERIOD
    try:
        draft = MeasurementDraft.model_validate(rest)
    except ValidationError:
        return []
    if is_without_figure:
        draft = draft.model_copy(update={"missing_reason": None})
    return [one for one in judgement.problems(indicator, draft, today) if one.field not in hidden]
