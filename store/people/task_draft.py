"""A report on a task of a task force as somebody typed it."""

import datetime as dt

from store.ground.drafts import Draft, Link, Text
from store.models import Task, TaskState


class TaskDraft(Draft):
    """How far the task force of an objective is with one of its first three tasks."""

    objective_code: str
    task: Task
    state: TaskState
    note: Text = ""
    link: Link = ""
    known_on: dt.date
