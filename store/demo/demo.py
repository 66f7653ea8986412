"""The demonstration: a store whose every figure is invented from a seed, and says so.

It refuses a store that holds reported figures, and leaves one it has filled before as it is.
"""

import csv
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sqlmodel import Session, SQLModel, select

from store.database import settings
from store.demo import activities, meetings, records, register, twins
from store.demo.series import Cast, Entry, entries
from store.figures import actions, heads
from store.figures.heads import Slot
from store.ground.errors import UnusableStoreError
from store.ledger import audit
from store.models import Indicator, Measurement, PilotCountry, Place, PlaceKind, Setting, Verdict
from store.plan import contents
from store.progress import Kind
from store.rights import rights
from store.rights.rights import Actor
from store.shipped import plan_and_figures


def fill(session: Session, seed: int, today: dt.date) -> None:
    """Write the shipped plan and, into a store without figures, the invented ones of this seed.

    Errors: UnusableStoreError for a store with reported figures, or invented from another seed.
    """
    is_filled = _is_filled(session, seed)
    session.merge(Setting(key="figures", value="invented"))
    plan_and_figures.fill_plan(session)
    twins.fill(session, reporter(seed))
    if is_filled:
        return
    _fill_pilot(session)
    # The session forgets what nobody holds, and every report asks for its place and indicator.
    places = contents.places(session)
    indicators = session.exec(select(Indicator)).all()
    register.fill(session, reporter(seed), seed, places)
    activities.fill(session, reporter(seed), seed)
    cast = _cast(session, places, indicators)
    with session.no_autoflush:  # the actions themselves flush what they ask about
        for together in _batches(entries(seed, cast)):
            _write(session, seed, together)
    records.fill(session, reporter(seed), approver(seed))
    meetings.fill(session, approver(seed), today)


def reporter(seed: int) -> Actor:
    """Who reports the figures of a seed."""
    return rights.program(f"invented by seed {seed}")


def approver(seed: int) -> Actor:
    """Who reviews them; nobody reviews their own."""
    return rights.program(f"invented Secretariat of seed {seed}")


def _is_filled(session: Session, seed: int) -> bool:
    """Whether this demonstration is there already."""
    reporters = set(session.exec(select(Measurement.reporter).distinct()))
    if not settings.is_invented(session):
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


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The same in their order, cut where a figure is corrected that was reported in the batch."""
    batch: dict[Slot, Entry] = {}
    for entry in entries:
        if entry.draft.slot in batch:
            yield list(batch.values())
            batch = {}
        batch[entry.draft.slot] = entry
    yield list(batch.values())


def _write(session: Session, seed: int, batch: list[Entry]) -> None:
    """Report the figures of a batch together, and review each."""
    held = heads.of_slots(session, [entry.draft.slot for entry in batch])
    seen = {slot: row.id for slot, row in held.items()}
    drafts = [
        entry.draft.model_copy(update={"corrects": seen.get(entry.draft.slot)}) for entry in batch
    ]
    rows = actions.report_all(session, reporter(seed), drafts)
    for row, entry in zip(rows, batch, strict=True):
        if entry.verdict == Verdict.APPROVED:
            actions.approve(session, approver(seed), row, entry.known_on)
        elif entry.verdict == Verdict.RETURNED:
            actions.send_back(session, approver(seed), row, entry.known_on, entry.comment)


def _fill_pilot(session: Session) -> None:
    """Write the pilot's countries, which are facts of the plan."""
    with (plan_and_figures.DATA / "twin_pilot.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pilot = PilotCountry(
                place_code=row["iso3"],
                known_on=dt.date.fromisoformat(row["known_on"]),
                note=row["note"],
                source_title=row["source"],
            )
            _keep(session, plan_and_figures.ACTOR, pilot, "ship")


def _keep(session: Session, actor: Actor, row: SQLModel, action: str) -> None:
    audit.write(session, actor.name, action, row)


def _cast(session: Session, places: Sequence[Place], indicators: Sequence[Indicator]) -> Cast:
    pilot = session.exec(select(PilotCountry.place_code).order_by(PilotCountry.place_code))
    return Cast(
        milestones=frozenset(row.code for row in indicators if row.kind == Kind.MILESTONE),
        pilot=tuple(pilot),
        parties=tuple(
            row.code for row in places if row.kind == PlaceKind.COUNTRY and row.unfccc_party
        ),
        meetings=Counter(
            (meeting.region, meeting.starts_on.year) for meeting in activities.MEETINGS
        ),
    )
