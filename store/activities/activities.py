"""What task forces do: activities, proposed and kept, as they were known on a day."""

import datetime as dt
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from store.activities.activity_draft import ActivityDraft
from store.ground import texts
from store.ground.errors import UnknownReferenceError
from store.ledger import knowledge, revisions
from store.ledger.knowledge import EVER, Until
from store.models import Activity, Objective, Place
from store.models.activities import ActivityStanding, ActivityState, EventType
from store.rights import rights
from store.rights.rights import Act, Actor, Where


def report(
    session: Session, actor: Actor, draft: ActivityDraft, seen: int | None = None
) -> Activity:
    """Write an activity; where `seen` names its newest revision, the new row supersedes that.

    Who may only propose leaves a proposal; who may keep activities keeps it, a proposal too.
    Errors: UnknownReferenceError, NotAllowedError, ConflictError when the activity was changed
            since it was seen.
    """
    place = _check(session, draft)
    is_keeper = may_keep(actor, draft, place)
    if not is_keeper:
        for code in draft.objectives:
            rights.demand(actor, Act.PROPOSE, Where(code, rights.region_of(place)))
    head = _head(session, draft.code)
    revisions.check_seen(head, seen)
    if head is not None:
        _demand_change(session, actor, head)
    standing = ActivityStanding.KEPT if is_keeper else ActivityStanding.PROPOSED
    changes = {"standing": standing, "reporter": actor.name}
    row = Activity.model_validate(draft, update=changes)
    return revisions.supersede(session, actor.name, "report activity", row, head)


def keep(session: Session, actor: Actor, seen: Activity, on: dt.date) -> Activity:
    """Keep a proposal as it is.

    Errors: NotAllowedError, ConflictError when it was changed since it was seen.
    """
    draft = ActivityDraft.model_validate(seen)
    return report(session, actor, draft.model_copy(update={"known_on": on, "reason": ""}), seen.id)


def withdraw(session: Session, actor: Actor, seen: Activity, on: dt.date, reason: str) -> Activity:
    """Take an activity or a proposal off every page; its revisions stay.

    Errors: NotAllowedError, InvalidTextError without a reason, ConflictError.
    """
    _demand_change(session, actor, seen)
    said = texts.demand(reason, "reason")
    head = _head(session, seen.code)
    revisions.check_seen(head, seen.id)
    news = {
        "standing": ActivityStanding.WITHDRAWN,
        "reason": said,
        "reporter": actor.name,
    }
    row = revisions.revise(seen, on, **news)
    return revisions.supersede(session, actor.name, "withdraw activity", row, head)


def known(session: Session, until: Until) -> list[Activity]:
    """What was kept by then, each as its newest revision then; the last to begin first."""
    return _heads(
        session, until, (ActivityStanding.KEPT, ActivityStanding.WITHDRAWN), ActivityStanding.KEPT
    )


def proposals(session: Session, actor: Actor) -> list[Activity]:
    """Newest revisions that are still proposals, of what the actor may propose or keep."""
    heads = _heads(session, EVER, tuple(ActivityStanding), ActivityStanding.PROPOSED)
    return [
        row for row in heads if _may_propose(actor, row, session.get_one(Place, row.place_code))
    ]


def declined(session: Session, actor: Actor) -> list[Activity]:
    """What the actor proposed and somebody withdrew, with the reason; the newest first."""
    proposal = aliased(Activity)
    was_mine = sa.exists().where(
        col(proposal.code) == Activity.code,
        col(proposal.standing) == ActivityStanding.PROPOSED,
        col(proposal.reporter) == actor.name,
    )
    rows = select(Activity).where(Activity.standing == ActivityStanding.WITHDRAWN, was_mine)
    return list(session.exec(rows.order_by(col(Activity.id).desc())))


def history(session: Session, code: str, until: Until) -> list[Activity]:
    """What was ever kept of one activity by then, the newest first."""
    return list(
        session.exec(
            select(Activity)
            .where(
                Activity.code == code,
                Activity.standing != ActivityStanding.PROPOSED,
                until.covers(Activity),
            )
            .order_by(col(Activity.revision).desc())
        )
    )


def may_keep(actor: Actor, row: Activity | ActivityDraft, place: Place) -> bool:
    """Whether what the actor writes of it is kept at once: a keeper for each of its task forces."""
    return all(
        rights.may(actor, Act.KEEP, Where(code, rights.region_of(place))) for code in row.objectives
    )


def may_change(actor: Actor, row: Activity, place: Place) -> bool:
    """Whether the actor may supersede it: a keeper of all of it, or who proposed it."""
    is_own_proposal = row.standing == ActivityStanding.PROPOSED and row.reporter == actor.name
    return is_own_proposal or may_keep(actor, row, place)


def regional_meetings(rows: Iterable[Activity]) -> list[Activity]:
    """Those among the activities that are regional meetings which took place."""
    return [
        row
        for row in rows
        if row.event_type == EventType.REGIONAL_MEETING and row.state == ActivityState.DONE
    ]


def region_of(row: Activity, places: dict[str, Place]) -> str | None:
    """The region in which it takes place, such as `R-AFR`; None for the world."""
    return rights.region_of(places[row.place_code])


def _heads(
    session: Session, until: Until, counted: tuple[ActivityStanding, ...], wanted: ActivityStanding
) -> list[Activity]:
    """The newest of the revisions counted, where it stands as wanted; the last to begin first."""
    heads = knowledge.known(
        Activity,
        until,
        Activity.standing == wanted,
        among=lambda row: col(row.standing).in_(counted),
    )
    return list(
        session.exec(heads.order_by(col(Activity.starts_on).desc(), col(Activity.id).desc()))
    )


def _may_propose(actor: Actor, row: Activity, place: Place) -> bool:
    region = rights.region_of(place)
    return any(rights.may(actor, Act.PROPOSE, Where(code, region)) for code in row.objectives)


def _head(session: Session, code: str) -> Activity | None:
    return revisions.newest(session, Activity, Activity.code == code)


def _demand_change(session: Session, actor: Actor, row: Activity) -> None:
    place = session.get_one(Place, row.place_code)
    if may_change(actor, row, place):
        return
    for code in row.objectives:
        rights.demand(actor, Act.KEEP, Where(code, rights.region_of(place)))


def _check(session: Session, draft: ActivityDraft) -> Place:
    """Refuse codes that the store does not have; returns where it takes place."""
    place = session.get(Place, draft.place_code)
    if place is None:
        raise UnknownReferenceError("There is no place {code}.", code=draft.place_code)
    for code in draft.objectives:
        if session.get(Objective, code) is None:
            raise UnknownReferenceError("There is no objective {code}.", code=code)
    return place
