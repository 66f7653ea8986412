"""The errors a user may meet, each with a sentence for the user.

A message is a template and its parameters kept apart, so that the page can translate it.
"""

from collections.abc import Mapping


class StoreError(Exception):
    """What the store refuses. Pages catch this class and nothing wider."""

    def __init__(self, template: str, **parameters: object) -> None:
        super().__init__(template.format(**parameters))
        self.template = template
        self.parameters = parameters


def refuse(kind: type[StoreError], problems: Mapping[str, bool]) -> None:
    """Raise the first sentence that holds true."""
    for sentence, is_wrong in problems.items():
        if is_wrong:
            raise kind(sentence)


class UnusableStoreError(StoreError):
    """The database cannot be used as it is; it was left untouched."""


class InvalidMeasurementError(StoreError):
    """What was reported cannot be a figure of this indicator."""


class InvalidTextError(StoreError):
    """Text with characters that cannot be kept everywhere."""


class InvalidSheetError(StoreError):
    """A file that is not a sheet of figures, or too large to be one."""


class InvalidReviewError(StoreError):
    """A review that would leave the reporter without a reason."""


class InvalidPlanError(StoreError):
    """A change of the plan without a reason, or one that cannot be."""


class InvalidPersonError(StoreError):
    """A person or role that cannot be as it was typed."""


class InvalidOrganisationError(StoreError):
    """An organisation that cannot be as it was typed."""


class InvalidTaskError(StoreError):
    """A report on a task force's task that cannot be."""


class InvalidActivityError(StoreError):
    """An activity or a call that cannot be as it was typed."""


class InvalidTwinsError(StoreError):
    """A pair of twin regions that cannot be as it was typed."""


class InvalidMeetingError(StoreError):
    """A meeting that cannot be as it was typed, or cannot be at that stage."""


class InvalidDecisionError(StoreError):
    """A decision or an action that cannot be as it was typed."""


class InvalidExportError(StoreError):
    """An export of a day or into a folder that cannot be."""


class UnknownReferenceError(StoreError):
    """An indicator, place or measurement that the store does not have."""


class ConflictError(StoreError):
    """Somebody else wrote first."""


class NotAllowedError(StoreError):
    """The actor has no right to do this."""
