"""What people say about a reported figure without changing it."""

import datetime as dt
from collections.abc import Iterable

from sqlmodel import Session, col, select

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


def add(
    session: Session, actor: Actor, measurement: Measurement, kind: RemarkKind, text: str
) -> Remark:
    """Write a recommendation, an annotation or a quality flag.

    Errors: NotAllowedError, InvalidTextError for an empty one, ConflictError.
    """
    indicator = session.get_one(Indicator, measurement.indicator_code)
    place = session.get_one(Place, measurement.place_code)
    rights.demand(actor, ACTS[kind], rights.about(indicator, place))
    return audit.write(session, actor.name, "remark", _remark(actor, measurement, kind, text))


def acknowledge(session: Session, actor: Actor, measurement: Measurement, text: str) -> Remark:
    """Keep what the reporter answered to the doubts about the figure.

    Errors: NotAllowedError for anybody else, InvalidTextError for an empty one, ConflictError.
    """
    [remark] = acknowledge_all(session, actor, [(measurement, text)])
    return remark


def acknowledge_all(
    session: Session, actor: Actor, answers: Iterable[tuple[Measurement, str]]
) -> list[Remark]:
    """Keep what a reporter answered to the doubts about many figures, all or none.

    Errors: those of `acknowledge`.
    """
    found = []
    for measurement, text in answers:
        if measurement.reporter != actor.name:
            raise NotAllowedError("Only its reporter can acknowledge a warning.")
        found.append(_remark(actor, measurement, RemarkKind.ACKNOWLEDGEMENT, text))
    audit.write_all(session, actor.name, [("remark", remark, None) for remark in found])
    return found


def _remark(actor: Actor, measurement: Measurement, kind: RemarkKind, text: str) -> Remark:
    said = texts.demand(text, "text")
    return Remark(measurement_id=measurement.id or 0, kind=kind, text=said, author=actor.name)


def annotations(session: Session, until: Until) -> dict[int, list[Remark]]:
    """What the STC said of each figure by then, oldest first; it is public like the figure."""
    midnight = dt.datetime.combine(until.as_of, dt.time.max, dt.UTC)
    rows = session.exec(
        select(Remark)
        .where(
            col(Remark.kind).in_(PUBLIC),
            Remark.recorded_at <= midnight,
            until.was_written(Remark.recorded_at),
        )
        .order_by(col(Remark.id))
    )
    found: dict[int, list[Remark]] = {}
    for row in rows:
        found.setdefault(row.measurement_id, []).append(row)
    return found
