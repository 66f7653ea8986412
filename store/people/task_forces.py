"""The 24 task forces: who sits where, which seats are vacant, how far their first tasks are."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from sqlmodel import Session, col, or_, select

from store.ground.errors import InvalidTaskError, UnknownReferenceError
from store.ledger import knowledge, revisions
from store.ledger.knowledge import Until
from store.models import (
    Application,
    Objective,
    Person,
    Place,
    PlaceKind,
    Role,
    RoleKind,
    TaskReport,
)
from store.people import roles
from store.people.task_draft import TaskDraft
from store.rights import rights
from store.rights.rights import Act, Actor, Where

# By objective, role and region: who holds the role, by name.
Holders = dict[tuple[str | None, RoleKind, str | None], list[Person]]
LEADER, REPRESENTATIVE = RoleKind.TASK_FORCE_LEADER, RoleKind.REGIONAL_REPRESENTATIVE


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat of a task force: its leader's, or its representative's in a region."""

    objective_code: str
    role: RoleKind
    region_code: str | None
    holders: tuple[Person, ...]
    candidates: int

    @property
    def state(self) -> Literal["filled", "candidate", "vacant"]:
        """Whether somebody sits there, asked to, or neither."""
        if self.holders:
            return "filled"
        return "candidate" if self.candidates else "vacant"


def seats(session: Session, as_of: dt.date) -> list[Seat]:
    """Every seat as it stood on the day: of each objective the leader's, then a region's each."""
    held = holders(session, as_of)
    asked = [
        (row.objective_code, row.role, row.region_code) for row in applications(session, as_of)
    ]
    regions = session.exec(
        select(Place.code).where(Place.kind == PlaceKind.REGION).order_by(col(Place.code))
    ).all()
    kinds = [(LEADER, None), *((REPRESENTATIVE, region) for region in regions)]
    return [
        Seat(
            objective,
            role,
            region,
            holders=tuple(held.get((objective, role, region), ())),
            candidates=asked.count((objective, role, region)),
        )
        for objective in session.exec(select(Objective.code).order_by(col(Objective.code)))
        for role, region in kinds
    ]


def holders(session: Session, as_of: dt.date) -> Holders:
    """Who held each role on the day."""
    rows = session.exec(
        select(Role, Person)
        .join(Person)
        .where(roles.held_on(as_of), col(Role.objective_code).is_not(None))
        .order_by(col(Person.name))
    )
    found: Holders = {}
    for role, person in rows:
        found.setdefault((role.objective_code, role.role, role.region_code), []).append(person)
    return found


def applications(session: Session, as_of: dt.date) -> list[Application]:
    """Wishes to join that waited on the day, oldest first."""
    return list(
        session.exec(
            select(Application)
            .where(
                Application.sent_on <= as_of,
                or_(col(Application.decided_on).is_(None), col(Application.decided_on) > as_of),
            )
            .order_by(col(Application.id))
        )
    )


def tasks(session: Session, until: Until) -> dict[tuple[str, str], TaskReport]:
    """The newest report known by then, by (objective, task)."""
    rows = session.exec(knowledge.known(TaskReport, until))
    return {(row.objective_code, row.task): row for row in rows}


def report_task(session: Session, actor: Actor, draft: TaskDraft) -> TaskReport:
    """Write how far a task force is with a task; it supersedes what was said before.

    Errors: NotAllowedError, UnknownReferenceError, InvalidTaskError, ConflictError.
    """
    rights.demand(actor, Act.LEAD, Where(draft.objective_code, None))
    if session.get(Objective, draft.objective_code) is None:
        raise UnknownReferenceError("There is no objective {code}.", code=draft.objective_code)
    previous = revisions.newest(
        session,
        TaskReport,
        TaskReport.objective_code == draft.objective_code,
        TaskReport.task == draft.task,
    )
    if previous is not None and _content(previous) == _content(draft):
        raise InvalidTaskError("This was reported already.")
    row = TaskReport.model_validate(draft, update={"reporter": actor.name})
    return revisions.supersede(session, actor.name, "report task", row, previous)


def _content(report: TaskReport | TaskDraft) -> tuple[str, str, str]:
    return report.state, report.note, report.link
