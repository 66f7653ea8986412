"""The reporting calendar of an indicator as somebody typed it."""

from store.ground.drafts import FactDraft, Words
from store.models.reporting import ScheduleFields


class ScheduleDraft(ScheduleFields, FactDraft):
    """From when, how often and by which day an indicator is due, and why that is changed."""

    reason: Words
