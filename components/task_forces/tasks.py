"""The three first tasks of a task force: how far each is, and the form to say so."""

import streamlit as st

from components.elements import later, writing
from components.language.text import _, _c
from components.look.markup import filled, source, stacked
from components.reader import access, clock, people_names, sessions
from components.reader.view import View
from store.models import TaskReport
from store.models.task_forces import Task, TaskState
from store.people import task_forces
from store.people.task_draft import TaskDraft
from store.rights import rights
from store.rights.rights import Act, Where
from store.standing import ObjectiveStanding

FORM = "task"


def show(objective: ObjectiveStanding, view: View) -> None:
    """Draw the tasks as known on the day; who leads the task force may report on them."""
    st.subheader(_("First tasks"))
    with sessions.reading() as session:
        known = task_forces.tasks(session, view.until)
    rows = [_row(task, known.get((objective.code, task))) for task in Task]
    columns = [_("Task"), _c("heading", "State"), _("Note"), _("Reported by"), _("Known on")]
    st.html(stacked(*filled(columns, rows)))
    if rights.may(access.actor(), Act.LEAD, Where(objective.code, None)):
        _offer(objective.code)


def task_name(task: Task) -> str:
    """A task as the screen says it."""
    return {
        Task.MAP: _("map of ongoing work"),
        Task.STRATEGY: _("implementation strategy"),
        Task.PLANS: _("action plans"),
    }[task]


def state_name(state: TaskState) -> str:
    """A state as the screen says it."""
    return {
        TaskState.NOT_STARTED: _("not started"),
        TaskState.UNDER_WAY: _("under way"),
        TaskState.DONE: _c("state of a task", "done"),
    }[state]


def _row(task: Task, report: TaskReport | None) -> list[str]:
    if report is None:
        return [task_name(task), _("nothing reported"), "–", "–", "–"]
    link = source(report.note, report.link) if report.link else report.note
    return [
        task_name(task),
        state_name(report.state),
        link or "–",
        people_names.display(report.reporter),
        report.known_on.isoformat(),
    ]


def _offer(objective_code: str) -> None:
    """The form, which begins with what stands there today."""
    fold = later.unfold(_("Report on a task"), "task_fold")
    if fold is None:
        return
    with sessions.reading() as session:
        known = task_forces.tasks(session, clock.until_today())
    with fold:
        task = st.selectbox(
            _("Task"), list(Task), format_func=task_name, key=writing.key(FORM, "task")
        )
        before = known.get((objective_code, task))

        def key(field: str) -> str:
            return writing.key(FORM, f"{field}_{objective_code}_{task}")

        state = st.selectbox(
            _c("heading", "State"),
            list(TaskState),
            list(TaskState).index(before.state) if before else 0,
            format_func=state_name,
            key=key("state"),
        )
        note = st.text_input(_("Note"), before.note if before else "", key=key("note"))
        known_link = before.link if before else ""
        link = st.text_input(_("Link to the document"), known_link, key=key("link"))
        if st.button(_("Report the task"), key="task_send"):
            typed = {
                "objective_code": objective_code,
                "task": task,
                "state": state,
                "note": note,
                "link": link,
                "known_on": clock.today(),
            }
            writing.write(
                lambda session: task_forces.report_task(
                    session, access.actor(), TaskDraft.model_validate(typed)
                ),
                _("The task was reported."),
                form=FORM,
            )
