"""A report on a task of a task force as somebody typed it."""

from store.ground.drafts import FactDraft
from store.models.task_forces import TaskFields


class TaskDraft(TaskFields, FactDraft):
    """What a task force says of a task from `known_on` on."""
