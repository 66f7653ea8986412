"""What the demonstration's task forces do: invented people, tasks, activities and meetings."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from sqlmodel import Session, col, select

from store.activities import activities
from store.activities.activity_draft import ActivityDraft
from store.models import (
    ActivityKind,
    ActivityState,
    EventType,
    Objective,
    Organisation,
)
from store.models.task_forces import Task, TaskState
from store.people import people, roles, task_forces
from store.people.person_draft import PersonDraft
from store.people.task_draft import TaskDraft
from store.people.task_forces import LEADER, REPRESENTATIVE
from store.rights.rights import Actor, Grant
from store.shipped.names import code_of

REGIONS = ("R-AFR", "R-APA", "R-EUR", "R-LAC", "R-NAM")
TAKEN = 0.55  # of the seats
PLANNED = (
    (ActivityKind.ACTION, "soil-health field days", 9),
    (ActivityKind.PROJECT, "pilot on farms", 30),
    (ActivityKind.STRATEGY, "regional strategy", 12),
    (ActivityKind.PLAN, "action plan", 8),
    (ActivityKind.EVENT, "webinar", 0),
)
COUNTRIES = {
    "R-AFR": ("KEN", "SEN", "BEN", "ETH"),
    "R-APA": ("FJI", "IND", "VNM", "NZL"),
    "R-EUR": ("FRA", "DEU", "POL", "PRT"),
    "R-LAC": ("CRI", "BRA", "URY", "PER"),
    "R-NAM": ("CAN", "USA"),
}
FIRST_DAY, LAST_DAY = dt.date(2021, 3, 1), dt.date(2026, 9, 30)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A regional meeting that never took place; online ones have no point on the map."""

    starts_on: dt.date
    days: int
    town: str
    region: str
    point: tuple[float, float] | None
    participants: str

    @property
    def title(self) -> str:
        """A title that cannot be mistaken for a real meeting's."""
        return f"Invented regional meeting, {self.town} {self.starts_on.year}"


MEETINGS = (
    Meeting(dt.date(2022, 5, 17), 2, "Nairobi", "R-AFR", (-1.29, 36.82), "about 90"),
    Meeting(dt.date(2022, 10, 4), 2, "Vienna", "R-EUR", (48.21, 16.37), "about 110"),
    Meeting(dt.date(2023, 3, 14), 3, "Chiang Mai", "R-APA", (18.79, 98.98), "about 120"),
    Meeting(dt.date(2023, 6, 20), 2, "Warsaw", "R-EUR", (52.23, 21.01), "about 80"),
    Meeting(dt.date(2023, 9, 12), 2, "San José", "R-LAC", (9.93, -84.08), "about 100"),
    Meeting(dt.date(2023, 11, 7), 1, "online", "R-NAM", None, "about 150"),
    Meeting(dt.date(2024, 4, 23), 3, "Dakar", "R-AFR", (14.69, -17.45), "about 140"),
    Meeting(dt.date(2025, 2, 11), 2, "Accra", "R-AFR", (5.56, -0.2), "about 130"),
    Meeting(dt.date(2025, 5, 13), 2, "Lisbon", "R-EUR", (38.72, -9.14), "about 95"),
    Meeting(dt.date(2025, 7, 8), 3, "Hanoi", "R-APA", (21.03, 105.85), "about 160"),
    Meeting(dt.date(2025, 9, 23), 2, "Montevideo", "R-LAC", (-34.9, -56.19), "about 120"),
    Meeting(dt.date(2025, 11, 18), 1, "Tartu", "R-EUR", (58.38, 26.72), "about 70"),
    Meeting(dt.date(2026, 3, 24), 2, "Saskatoon", "R-NAM", (52.13, -106.66), "about 110"),
)


def fill(session: Session, actor: Actor, seed: int) -> None:
    """Write the meetings, other activities, the people of the task forces and their tasks."""
    rng = Random(seed)  # noqa: S311  # the same people for the same seed
    codes = list(session.exec(select(Objective.code).order_by(Objective.code)))
    for activity in [*map(_meeting, MEETINGS), *_others(rng, codes)]:
        row = activities.report(session, actor, activity)
        if row.state == ActivityState.RUNNING and row.ends_on and row.ends_on <= LAST_DAY:
            activities.report(
                session,
                actor,
                activity.model_copy(
                    update={
                        "state": ActivityState.DONE,
                        "known_on": row.ends_on,
                        "reason": "It has ended",
                    }
                ),
                row.id,
            )
    _seat_people(session, actor, rng, codes)
    for code in codes:
        _report_tasks(session, actor, rng, code)


def _meeting(meeting: Meeting) -> ActivityDraft:
    latitude, longitude = meeting.point or (None, None)
    ends_on = meeting.starts_on + dt.timedelta(days=meeting.days - 1)
    return ActivityDraft(
        code=code_of(meeting.title, meeting.starts_on),
        kind=ActivityKind.EVENT,
        event_type=EventType.REGIONAL_MEETING,
        title=meeting.title,
        objectives=["A4", "D2"],
        place_code=meeting.region,
        place_name=meeting.town,
        latitude=latitude,
        longitude=longitude,
        starts_on=meeting.starts_on,
        ends_on=ends_on,
        state=ActivityState.DONE,
        participants=meeting.participants,
        known_on=ends_on,
    )


def _others(rng: Random, codes: list[str]) -> Iterator[ActivityDraft]:
    """Two activities a task force, each in a country, in every state."""
    for number, code in enumerate(codes * 2):
        kind, what, months = PLANNED[number % len(PLANNED)]
        region = REGIONS[number % len(REGIONS)]
        start = FIRST_DAY + dt.timedelta(days=rng.randint(0, 1900))
        end = start + dt.timedelta(days=30 * months)
        title = f"Invented {what} {number + 1} of {code}"
        is_project = kind == ActivityKind.PROJECT
        yield ActivityDraft(
            code=code_of(title, start),
            kind=kind,
            event_type=EventType.OTHER if kind == ActivityKind.EVENT else None,
            title=title,
            objectives=[code],
            place_code=rng.choice(COUNTRIES[region]),
            starts_on=start,
            ends_on=end,
            state=_state(rng, start, end),
            budget=float(rng.randint(2, 90) * 10_000) if is_project else None,
            currency="EUR" if is_project else "",
            partners=[f"Invented partner {rng.randint(1, 400)}"] if is_project else [],
            known_on=start,
        )


def _state(rng: Random, start: dt.date, end: dt.date) -> ActivityState:
    """As it was when it became known: what takes a day is done, the rest has begun or not."""
    if start == end:
        return ActivityState.DONE
    likely = ActivityState.PLANNED, *(2 * [ActivityState.RUNNING]), ActivityState.STOPPED
    return rng.choice(likely)


def _seat_people(session: Session, actor: Actor, rng: Random, codes: list[str]) -> None:
    # Of those that are there from the first day to the last, the one that was invented first.
    stays = (col(Organisation.joined_on) <= FIRST_DAY, col(Organisation.left_on).is_(None))
    homes = select(Organisation).where(*stays).order_by(col(Organisation.id))
    home = session.exec(homes).first()
    if home is None:
        raise AssertionError("The register is invented before the people of its partners.")
    seats = [(code, region) for code in codes for region in (None, *REGIONS)]
    for number, (code, region) in enumerate(seats, start=1):
        if rng.random() > TAKEN:
            continue
        person = people.add_person(
            session, actor, PersonDraft(name=f"Invented person {number}", organisation_id=home.id)
        )
        people.set_consent(session, person, shows_name=True)
        role = REPRESENTATIVE if region else LEADER
        since = FIRST_DAY + dt.timedelta(days=rng.randint(0, 900))
        roles.grant(session, actor, person.id or 0, Grant(role, code, region), since)


def _report_tasks(session: Session, actor: Actor, rng: Random, code: str) -> None:
    """The first task is further on than the second, and that than the third."""
    reached = len(TaskState) - 1
    for task in Task:
        reached = rng.randint(0, reached)
        report = TaskDraft(
            objective_code=code,
            task=task,
            state=list(TaskState)[reached],
            note="Invented for demonstration",
            known_on=FIRST_DAY + dt.timedelta(days=rng.randint(300, 1500)),
        )
        task_forces.report_task(session, actor, report)
