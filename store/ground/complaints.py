"""What pydantic finds wrong with a draft, in sentences of ours."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from store.ground.errors import StoreError
from store.ground.messages import Message

_NUMBER = Message("“{field}” must be a number, such as 12.5.")
_WHOLE = Message("“{field}” must be a whole number, such as 12.")
_DATE = Message("“{field}” must be a date like 2023-01-31.")
_ANSWER = Message("“{field}” must be yes or no.")
_CHOICE = Message("“{field}” must be one of these: {options}.")
_MISSING = Message("Fill in “{field}”.")
_OTHER = Message("“{field}” cannot be read. Type it again.")

# By kind of error, as https://docs.pydantic.dev/latest/errors/validation_errors names them.
SENTENCES = {
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), _NUMBER),
    **dict.fromkeys(("int_type", "int_parsing", "int_parsing_size", "int_from_float"), _WHOLE),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), _DATE),
    "date_from_datetime_inexact": _DATE,
    **dict.fromkeys(("bool_type", "bool_parsing"), _ANSWER),
    **dict.fromkeys(("literal_error", "enum"), _CHOICE),
    "missing": _MISSING,
    "string_type": Message("“{field}” must be text."),
    "string_too_short": Message("Write at least {least} characters in “{field}”."),
    "string_too_long": Message("Write at most {most} characters in “{field}”."),
    "too_short": Message("List at least {least} in “{field}”."),
    "too_long": Message("List at most {most} in “{field}”."),
    "greater_than_equal": Message("“{field}” must be {least} or more."),
    "greater_than": Message("“{field}” must be more than {least}."),
    "less_than_equal": Message("“{field}” must be {most} or less."),
    "less_than": Message("“{field}” must be less than {most}."),
    "extra_forbidden": Message("There is no field “{field}” here. Leave it out."),
}
# How pydantic calls a limit, and how the sentences do.
_LIMITS = {
    "min_length": "least",
    "ge": "least",
    "gt": "least",
    "max_length": "most",
    "le": "most",
    "lt": "most",
}
UNNAMED: Mapping[str, str] = MappingProxyType({})
_QUOTED = re.compile(r"'([^']*)'")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a draft: in which field, "" for the whole of it, and a sentence."""

    field: str
    message: Message


def complaints(
    error: ValidationError, names: Mapping[str, Message | str] = UNNAMED
) -> Iterator[Complaint]:
    """Everything that pydantic found, in its order.

    `names` says what a field is called where it is typed; without a name it is called as in code.
    What a validator of ours refused is said in that validator's words.
    """
    for problem in error.errors(include_url=False):
        field = str(problem["loc"][0]) if problem["loc"] else ""
        context = problem.get("ctx", {})
        refusal = context.get("error")
        if isinstance(refusal, StoreError):
            about = field or getattr(refusal, "field", "")
            yield Complaint(about, named(refusal.message, names))
        elif isinstance(refusal, ValueError):
            yield Complaint(field, Message(str(refusal)))
        else:
            sentence = _sentence(problem["type"], context).filled(field=field)
            yield Complaint(field, named(sentence, names))


def named(sentence: Message, names: Mapping[str, Message | str]) -> Message:
    """The sentence, with its field called what it is called where it is typed."""
    field = sentence.parameters.get("field")
    return (
        sentence.filled(field=names[field])
        if isinstance(field, str) and field in names
        else sentence
    )


def refusals(
    error: StoreError | ValidationError, names: Mapping[str, Message | str] = UNNAMED
) -> list[Message]:
    """What the store or a draft refused, a sentence each; `names` as for `complaints`."""
    if isinstance(error, StoreError):
        return [named(error.message, names)]
    return [complaint.message for complaint in complaints(error, names)]


def _sentence(kind: str, context: Mapping[str, Any]) -> Message:
    """The sentence for a kind of error, its limits filled in."""
    if kind == "string_too_short" and context["min_length"] == 1:
        return _MISSING
    limits = {_LIMITS[name]: value for name, value in context.items() if name in _LIMITS}
    if "expected" in context:
        limits["options"] = tuple(_QUOTED.findall(context["expected"]))
    return SENTENCES.get(kind, _OTHER).filled(**limits)
