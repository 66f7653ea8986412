"""The demonstration: a store whose every figure is invented from a seed, and says so.

It refuses a store that holds reported figures, and leaves one it has filled before as it is.
"""

import csv
import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, SQLModel, select

from store import actions, activities, audit, queries, rights, shipped
from store.demo_series import Cast, Entry, entries
from store.errors import UnusableStoreError
from store.models import Activity, Indicator, Measurement, PilotCountry, Place, Setting
from store.rights import Actor


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


def fill(session: Session, seed: int) -> None:
    """Write the shipped plan and, into a store without figures, the invented ones of this seed.

    Errors: UnusableStoreError for a store with reported figures, or invented from another seed.
    """
    is_filled = _is_filled(session, seed)
    session.merge(Setting(key="figures", value="invented"))
    shipped.fill_plan(session)
    if is_filled:
        return
    _fill_pilot(session)
    for meeting in MEETINGS:
        activities.report(session, reporter(seed), _activity(meeting))
    # The session forgets what nobody holds, and every report asks for its place and indicator.
    places = queries.places(session)
    indicators = session.exec(select(Indicator)).all()
    cast = _cast(session, places, indicators)
    with session.no_autoflush:  # the actions themselves flush what they ask about
        for entry in entries(seed, cast):
            _write(session, seed, entry)


def reporter(seed: int) -> Actor:
    """Who reports the figures of a seed."""
    return rights.program(f"invented by seed {seed}")


def approver(seed: int) -> Actor:
    """Who reviews them; nobody reviews their own."""
    return rights.program(f"invented Secretariat of seed {seed}")


def _is_filled(session: Session, seed: int) -> bool:
    """Whether this demonstration is there already."""
    reporters = set(session.exec(select(Measurement.reporter).distinct()))
    if not queries.is_invented(session):
        if reporters or session.get(Setting, "figures") is not None:
            raise UnusableStoreError(
                "This store holds reported figures; invented ones do not go into it. Give"
                " another DATABASE_URL."
            )
        return False
    if reporters and reporter(seed).name not in reporters:
        raise UnusableStoreError(
            "This demonstration was invented from another seed than {seed}. Remove it, or give"
            " another DATABASE_URL.",
            seed=seed,
        )
    return bool(reporters)


def _write(session: Session, seed: int, entry: Entry) -> None:
    head = actions.slot_head(session, *entry.draft.slot)
    draft = entry.draft.model_copy(update={"corrects": head.id if head else None})
    row = actions.report(session, reporter(seed), draft)
    if entry.verdict == "approved":
        actions.approve(session, approver(seed), row, entry.known_on)
    elif entry.verdict == "returned":
        actions.send_back(session, approver(seed), row, entry.known_on, entry.comment)


def _activity(meeting: Meeting) -> Activity:
    latitude, longitude = meeting.point or (None, None)
    ends_on = meeting.starts_on + dt.timedelta(days=meeting.days - 1)
    return Activity(
        code=shipped.code_of(meeting.title, meeting.starts_on),
        kind="event",
        event_type=activities.REGIONAL_MEETING,
        title=meeting.title,
        objectives=["A4", "D2"],
        place_code=meeting.region,
        place_name=meeting.town,
        latitude=latitude,
        longitude=longitude,
        starts_on=meeting.starts_on,
        ends_on=ends_on,
        state="done",
        participants=meeting.participants,
        known_on=ends_on,
    )


def _fill_pilot(session: Session) -> None:
    """Write the pilot's countries, which are facts of the plan."""
    with (shipped.DATA / "twin_pilot.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pilot = PilotCountry(
                place_code=row["iso3"],
                known_on=dt.date.fromisoformat(row["known_on"]),
                note=row["note"],
                source_title=row["source"],
            )
            _keep(session, shipped.ACTOR, pilot, "ship")


def _keep(session: Session, actor: Actor, row: SQLModel, action: str) -> None:
    audit.write(session, actor.name, action, row)


def _cast(session: Session, places: Sequence[Place], indicators: Sequence[Indicator]) -> Cast:
    pilot = session.exec(select(PilotCountry.place_code).order_by(PilotCountry.place_code))
    return Cast(
        milestones=frozenset(row.code for row in indicators if row.kind == "milestone"),
        pilot=tuple(pilot),
        parties=tuple(row.code for row in places if row.kind == "country" and row.unfccc_party),
        meetings=Counter((meeting.region, meeting.starts_on.year) for meeting in MEETINGS),
    )
