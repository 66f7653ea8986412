"""Samplings of soil: reported by who may report on E2 there, approved by somebody else."""

import datetime as dt
from collections.abc import Iterable

from sqlmodel import Session, col, select

from store.ground import texts
from store.ground.errors import InvalidSamplingError, UnknownReferenceError
from store.ground.messages import Message
from store.ledger import audit, review_steps, revisions
from store.ledger.knowledge import Until
from store.ledger.review_steps import Reviewed, Ruling
from store.models import Place, PlaceKind, SoilSampling, SoilSamplingReview, Verdict
from store.rights import rights
from store.rights.rights import Act, Actor, Where
from store.samplings.sampling_draft import Slot, SoilSamplingDraft

OBJECTIVE = "E2"  # on measuring soil organic carbon
REVIEWED = Reviewed(
    SoilSampling,
    SoilSamplingReview,
    "soil sampling",
    own=Message("Nobody approves their own sampling; somebody else has to."),
    superseded=Message("A newer row of this sampling has taken its place; review that one."),
    approved=Message("This sampling is approved already."),
)


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
    return _review(session, actor, row, Ruling(Verdict.APPROVED, known_on, comment))


def send_back(
    session: Session, actor: Actor, row: SoilSampling, on: dt.date, comment: str
) -> SoilSamplingReview:
    """Return it to its reporter, who sees the comment.

    Errors: NotAllowedError, InvalidTextError without a comment, ConflictError as `approve`.
    """
    return _review(session, actor, row, Ruling(Verdict.RETURNED, on, comment))


def newest(session: Session, slot: Slot) -> SoilSampling | None:
    """The newest row in a slot, approved or not."""
    named = zip(SoilSampling.SLOT, slot, strict=True)
    is_there = (getattr(SoilSampling, name) == value for name, value in named)
    return revisions.newest(session, SoilSampling, *is_there)


def approved(session: Session, until: Until) -> list[tuple[SoilSampling, SoilSamplingReview]]:
    """Every sampling that counts, with its approval, by place, site, treatment, layer and year."""
    pairs = review_steps.approved(session, REVIEWED, until, ~col(SoilSampling.is_withdrawn))
    return sorted(pairs, key=lambda pair: pair[0].slot)


def waiting(session: Session, actor: Actor) -> list[SoilSampling]:
    """What waits for a review, oldest first, of what the actor may see or reported."""
    return [
        row
        for row in review_steps.waiting(session, REVIEWED)
        if row.reporter == actor.name or rights.may(actor, Act.SEE, where(session, row.place_code))
    ]


def returned(session: Session, actor: Actor) -> list[tuple[SoilSampling, str]]:
    """What came back to the actor, with the reviewer's comment, oldest first."""
    is_return = SoilSamplingReview.verdict == Verdict.RETURNED
    in_order = col(SoilSamplingReview.step)  # of a row that came back twice the last comment stands
    steps = session.exec(select(SoilSamplingReview).where(is_return).order_by(in_order))
    comments = {step.soil_sampling_id: step.comment for step in steps}
    approvals = select(SoilSamplingReview.soil_sampling_id).where(
        SoilSamplingReview.verdict == Verdict.APPROVED
    )
    heads = revisions.heads(session, SoilSampling, col(SoilSampling.id).not_in(approvals))
    return [
        (row, comments[row.id])
        for row in heads
        if row.id in comments and row.reporter == actor.name
    ]


def on_record(session: Session, actor: Actor) -> list[SoilSampling]:
    """The newest row of every slot on which the actor may report, approved or not."""
    return [
        row
        for row in revisions.heads(session, SoilSampling, ~col(SoilSampling.is_withdrawn))
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
    session: Session, actor: Actor, row: SoilSampling, ruling: Ruling
) -> SoilSamplingReview:
    rights.demand(actor, Act.REVIEW, where(session, row.place_code))
    return review_steps.take(session, actor, REVIEWED, row, ruling)
