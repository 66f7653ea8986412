"""Samplings of soil: reported by who may report on E2 there, approved by somebody else."""

import datetime as dt
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from store.figures.actions import ACTIONS, BY_ITS_REPORTER
from store.ground import texts
from store.ground.errors import (
    ConflictError,
    InvalidSamplingError,
    NotAllowedError,
    UnknownReferenceError,
)
from store.ledger import audit, revisions
from store.ledger.knowledge import Until
from store.models import Place, PlaceKind, SoilSampling, SoilSamplingReview, Verdict
from store.rights import rights
from store.rights.rights import Act, Actor, Where
from store.samplings.sampling_draft import Slot, SoilSamplingDraft

OBJECTIVE = "E2"  # on measuring soil organic carbon


def report(session: Session, actor: Actor, draft: SoilSamplingDraft) -> SoilSampling:
    """Write a sampling into its slot; pages show it once it is approved.

    Errors: UnknownReferenceError, NotAllowedError, InvalidSamplingError, InvalidTextError,
            ConflictError when somebody else wrote it meanwhile.
    """
    head = check(session, actor, draft, audit.instant(session).year)
    row = SoilSampling.model_validate(draft, update={"reporter": actor.name})
    return revisions.supersede(session, actor.name, "report soil sampling", row, head)


def check(
    session: Session, actor: Actor, draft: SoilSamplingDraft, this_year: int
) -> SoilSampling | None:
    """The row that the draft supersedes, None for a first one; nothing is written.

    Errors: as `report`.
    """
    rights.demand(actor, Act.REPORT, where(session, draft.place_code))
    if draft.year > this_year:
        raise InvalidSamplingError("{year} has not begun.", year=str(draft.year))
    head = newest(session, draft.slot)
    revisions.check_seen(head, draft.corrects)
    if head is None:
        _check_spelling(session, draft)
        if draft.is_withdrawn:
            raise InvalidSamplingError("Nobody reported this sampling: nothing can be taken back.")
    else:
        texts.demand(draft.reason, "reason")
    return head


def report_all(
    session: Session, actor: Actor, drafts: Iterable[SoilSamplingDraft]
) -> list[SoilSampling]:
    """Report several in the caller's transaction. Errors: as `report`; nothing is kept then."""
    return [report(session, actor, draft) for draft in drafts]


def approve(
    session: Session, actor: Actor, row: SoilSampling, known_on: dt.date, comment: str = ""
) -> SoilSamplingReview:
    """Let pages show it from `known_on` on.

    Errors: NotAllowedError, also for one's own; ConflictError when it is approved already or was
            superseded.
    """
    return _review(session, actor, row, Verdict.APPROVED, known_on, comment)


def send_back(
    session: Session, actor: Actor, row: SoilSampling, on: dt.date, comment: str
) -> SoilSamplingReview:
    """Return it to its reporter, who sees the comment.

    Errors: NotAllowedError, InvalidTextError without a comment, ConflictError as `approve`.
    """
    return _review(session, actor, row, Verdict.RETURNED, on, texts.demand(comment, "comment"))


def newest(session: Session, slot: Slot) -> SoilSampling | None:
    """The newest row in a slot, approved or not."""
    named = zip(SoilSampling.SLOT, slot, strict=True)
    is_there = (getattr(SoilSampling, name) == value for name, value in named)
    return revisions.newest(session, SoilSampling, *is_there)


def approved(session: Session, until: Until) -> list[tuple[SoilSampling, SoilSamplingReview]]:
    """Every sampling that counts, with its approval, by place, site, treatment, layer and year."""
    later, step = aliased(SoilSampling), aliased(SoilSamplingReview)
    corrected = sa.exists().where(
        *(getattr(later, name) == getattr(SoilSampling, name) for name in SoilSampling.SLOT),
        col(later.revision) > SoilSampling.revision,
        col(step.soil_sampling_id) == later.id,
        col(step.verdict) == Verdict.APPROVED,
        until.covers(step),
    )
    rows = session.exec(
        select(SoilSampling, SoilSamplingReview)
        .join(SoilSamplingReview, col(SoilSamplingReview.soil_sampling_id) == SoilSampling.id)
        .where(
            ~col(SoilSampling.is_withdrawn),
            col(SoilSamplingReview.verdict) == Verdict.APPROVED,
            until.covers(SoilSamplingReview),
            ~corrected,
        )
    )
    return sorted(rows, key=lambda pair: [getattr(pair[0], name) for name in SoilSampling.SLOT])


def waiting(session: Session, actor: Actor) -> list[SoilSampling]:
    """What waits for a review, oldest first, of what the actor may see or reported."""
    is_reviewed = sa.exists().where(col(SoilSamplingReview.soil_sampling_id) == SoilSampling.id)
    return [
        row
        for row in _heads(session, ~is_reviewed)
        if row.reporter == actor.name or rights.may(actor, Act.SEE, where(session, row.place_code))
    ]


def returned(session: Session, actor: Actor) -> list[tuple[SoilSampling, str]]:
    """What came back to the actor, with the reviewer's comment, oldest first."""
    steps = session.exec(
        select(SoilSamplingReview).where(SoilSamplingReview.verdict == Verdict.RETURNED)
    )
    comments = {step.soil_sampling_id: step.comment for step in steps}
    approvals = select(SoilSamplingReview.soil_sampling_id).where(
        SoilSamplingReview.verdict == Verdict.APPROVED
    )
    heads = _heads(session, col(SoilSampling.id).not_in(approvals))
    return [
        (row, comments[row.id])
        for row in heads
        if row.id in comments and row.reporter == actor.name
    ]


def on_record(session: Session, actor: Actor) -> list[SoilSampling]:
    """The newest row of every slot on which the actor may report, approved or not."""
    return [
        row
        for row in _heads(session, ~col(SoilSampling.is_withdrawn))
        if rights.may(actor, Act.REPORT, where(session, row.place_code))
    ]


def where(session: Session, place_code: str) -> Where:
    """What a sampling in a country is about.

    Errors: UnknownReferenceError for what is no country.
    """
    place = session.get(Place, place_code)
    if place is None or place.kind != PlaceKind.COUNTRY:
        raise UnknownReferenceError("There is no country “{place}”.", place=place_code)
    return Where(OBJECTIVE, rights.region_of(place))


def slot_of(row: SoilSampling) -> Slot:
    """What tells the sampling of a row from any other."""
    return (row.place_code, row.site, row.treatment, row.depth_from, row.depth_to, row.year)


def _heads(session: Session, *conditions: sa.ColumnElement[bool]) -> list[SoilSampling]:
    later = aliased(SoilSampling)
    is_head = ~sa.exists().where(col(later.supersedes_id) == SoilSampling.id)
    statement = select(SoilSampling).where(is_head, *conditions)
    return list(session.exec(statement.order_by(col(SoilSampling.id))))


def _check_spelling(session: Session, draft: SoilSamplingDraft) -> None:
    """Refuse a second spelling of a site or of a treatment at it: they would be two series."""
    there = session.exec(
        select(SoilSampling.site, SoilSampling.treatment).where(
            SoilSampling.place_code == draft.place_code
        )
    ).all()
    sites = {texts.fold(site): site for site, _treatment in there}
    treatments = {
        texts.fold(treatment): treatment for site, treatment in there if site == draft.site
    }
    for name, known in ((draft.site, sites), (draft.treatment, treatments)):
        spelled = known.get(texts.fold(name), name)
        if spelled != name:
            raise InvalidSamplingError(
                "It is on record as “{name}”. Use that spelling.", name=spelled
            )


def _review(
    session: Session, actor: Actor, row: SoilSampling, verdict: Verdict, on: dt.date, comment: str
) -> SoilSamplingReview:
    is_own = row.reporter == actor.name
    if verdict == Verdict.APPROVED and is_own and not actor.may_review_own:
        raise NotAllowedError("Nobody approves their own sampling; somebody else has to.")
    rights.demand(actor, Act.REVIEW, where(session, row.place_code))
    head = newest(session, slot_of(row))
    if head is None or head.id != row.id:
        raise ConflictError("A newer row of this sampling has taken its place; review that one.")
    steps = session.exec(
        select(SoilSamplingReview).where(SoilSamplingReview.soil_sampling_id == row.id)
    ).all()
    if any(step.verdict == Verdict.APPROVED for step in steps):
        raise ConflictError("This sampling is approved already.")
    is_signed_by_reporter = verdict == Verdict.APPROVED and is_own and actor.is_local
    review = SoilSamplingReview(
        soil_sampling_id=row.id or 0,
        step=max((step.step for step in steps), default=0) + 1,
        verdict=verdict,
        comment=texts.check(comment),
        reviewer=BY_ITS_REPORTER if is_signed_by_reporter else actor.name,
        known_on=on,
    )
    return audit.write(session, actor.name, f"{ACTIONS[verdict]} soil sampling", review)
