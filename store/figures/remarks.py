"""What people say about a reported figure without changing it."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from store.figures.remark_draft import RemarkDraft
from store.ground import texts
from store.ground.errors import NotAllowedError
from store.ledger import audit
from store.ledger.knowledge import Until
from store.models import Indicator, Measurement, Place, Remark, RemarkKind
from store.rights import rights
from store.rights.rights import Act, Actor

ACTS = {
    RemarkKind.RECOMMENDATION: Act.RECOMMEND,
    RemarkKind.ANNOTATION: Act.ANNOTATE,
    RemarkKind.QUALITY_FLAG: Act.ANNOTATE,
}
PUBLIC = (RemarkKind.ANNOTATION, RemarkKind.QUALITY_FLAG)


def add(session: Session, actor: Actor, measurement: Measurement, draft: RemarkDraft) -> Remark:
    """Write a recommendation, an annotation or a quality flag.

    Errors: NotAllowedError, ConflictError.
    """
    indicator = session.get_one(Indicator, measurement.indicator_code)
    place = session.get_one(Place, measurement.place_code)
    rights.demand(actor, ACTS[draft.kind], rights.about(indicator, place))
    return audit.write(session, actor.name, "remark", _remark(actor, measurement, draft))


def acknowledge_all(
    session: Session, actor: Actor, answers: Iterable[tuple[Measurement, str]]
) -> list[Remark]:
    """Keep what a reporter answered to the doubts about figures, all or none.

    Errors: NotAllowedError for anybody else, InvalidTextError for an empty one, ConflictError.
    """
    found = []
    for measurement, text in answers:
        if measurement.reporter != actor.name:
            raise NotAllowedError("Only its reporter can acknowledge a warning.")
        said = texts.demand(text, "text")
        draft = RemarkDraft(kind=RemarkKind.ACKNOWLEDGEMENT, text=said)
        found.append(_remark(actor, measurement, draft))
    audit.write_all(session, actor.name, [("remark", remark, None) for remark in found])
    return found


def _remark(actor: Actor, measurement: Measurement, draft: RemarkDraft) -> Remark:
    news = {"measurement_id": measurement.id or 0, "author": actor.name}
    return Remark.model_validate(draft, update=news)


def annotations(session: Session, until: Until) -> dict[int, list[Remark]]:
    """What the STC said of each figure by then, oldest first; it is public like the figure."""
    is_public = col(Remark.kind).in_(PUBLIC)
    statement = select(Remark).where(is_public, until.was_said(Remark.recorded_at))
    rows = session.exec(statement.order_by(col(Remark.id)))
    found: dict[int, list[Remark]] = {}
    for row in rows:
        found.setdefault(row.measurement_id, []).append(row)
    return found
