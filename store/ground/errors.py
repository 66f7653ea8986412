"""The errors a user may meet, each with a sentence for the user."""

from typing import Self

from store.ground.messages import Message


class StoreError(Exception):
    """What the store refuses. Pages catch this class and nothing wider.

    Its message keeps template and parameters apart, so that the page can translate it.
    """

    def __init__(self, template: str, /, **parameters: object) -> None:
        self.message = Message(template, **parameters)
        super().__init__(str(self.message))

    @classmethod
    def of(cls, message: Message) -> Self:
        """The error that says a sentence made elsewhere."""
        return cls(message.template, **message.parameters)


class InvalidError(StoreError, ValueError):
    """Something typed that cannot be; a draft's validator may raise it, as pydantic asks."""


class UnusableMailError(StoreError):
    """The mail server cannot be used, or is not named."""


class UnusableStoreError(StoreError):
    """The database cannot be used as it is; it was left untouched."""


class InvalidMeasurementError(InvalidError):
    """What was reported cannot be a figure of this indicator; `field` is what has to change."""

    field = ""

    def at(self, field: str) -> Self:
        """The same error, about one field."""
        self.field = field
        return self


class InvalidTextError(InvalidError):
    """Text that says nothing, or with characters that cannot be kept everywhere."""


class InvalidSheetError(InvalidError):
    """A file that is not a sheet of figures, or too large to be one."""


class InvalidSamplingError(InvalidError):
    """A sampling of soil that cannot be as it was typed."""


class InvalidPlanError(InvalidError):
    """A change of the plan that cannot be."""


class InvalidPersonError(InvalidError):
    """A person or role that cannot be as it was typed."""


class InvalidOrganisationError(InvalidError):
    """An organisation that cannot be as it was typed."""


class InvalidTaskError(InvalidError):
    """A report on a task force's task that cannot be."""


class InvalidActivityError(InvalidError):
    """An activity or a call that cannot be as it was typed."""


class InvalidFindingError(InvalidError):
    """A documented fact that cannot be as it was typed."""


class InvalidTwinsError(InvalidError):
    """A pair of twin regions that cannot be as it was typed."""


class InvalidMeetingError(InvalidError):
    """A meeting that cannot be as it was typed, or cannot be at that stage."""


class InvalidDecisionError(InvalidError):
    """A decision or an action that cannot be as it was typed."""


class InvalidExportError(InvalidError):
    """An export of a day or into a folder that cannot be."""


class UnknownReferenceError(StoreError):
    """An indicator, place or measurement that the store does not have."""


class ConflictError(StoreError):
    """Somebody else wrote first."""


class NotAllowedError(StoreError):
    """The actor has no right to do this."""
