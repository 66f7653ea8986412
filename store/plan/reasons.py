"""Why the plan is changed, and which document says so: no change of a person's goes without."""

from typing import Annotated

from pydantic import AfterValidator

from store.ground.drafts import SHORTEST, Text
from store.ground.errors import InvalidPlanError


def _check_reason(reason: str) -> str:
    if len(reason) < SHORTEST:
        raise InvalidPlanError("Say why the plan is changed.")
    return reason


def _check_document(title: str) -> str:
    if len(title) < SHORTEST:
        raise InvalidPlanError("Name the source: which decision or document says so?")
    return title


Reason = Annotated[Text, AfterValidator(_check_reason)]
Document = Annotated[Text, AfterValidator(_check_document)]
