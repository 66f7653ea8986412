"""What was written after a meeting froze its figures and speaks of what it reviewed.

That is whatever is dated back to the meeting's day or before, every later correction of a figure,
target or text that the meeting saw, and what the STC noted about its figures. News of other
periods, known later, is none of it.
"""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from store.figures import approved, remarks
from store.figures.approved import Reading
from store.ground.errors import InvalidMeetingError
from store.ledger.knowledge import Until
from store.meetings import meetings
from store.models import Measurement, Meeting, Remark, Review, Target, Verdict, Wording
from store.plan import contents


@dataclass(frozen=True, slots=True)
class Corrected:
    """A figure approved since; `before` is what the meeting saw in its slot, None for nothing."""

    before: Reading | None
    after: Reading


@dataclass(frozen=True, slots=True)
class Retargeted:
    """A baseline or target written since; `before` is what the meeting saw in its place."""

    before: Target | None
    after: Target


@dataclass(frozen=True, slots=True)
class Noted:
    """What was annotated or flagged since about a figure that the meeting saw."""

    figure: Reading
    remark: Remark


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """Everything that a meeting would show otherwise if it were frozen today, oldest first."""

    figures: tuple[Corrected, ...]
    targets: tuple[Retargeted, ...]
    wordings: tuple[Wording, ...]
    remarks: tuple[Noted, ...]

    @property
    def count(self) -> int:
        """How many rows that are."""
        return sum(map(len, (self.figures, self.targets, self.wordings, self.remarks)))


class _Frozen(NamedTuple):
    """What a meeting reads: one plan version, as known when it opened."""

    plan_code: str
    until: Until
    opened_at: dt.datetime


def changed_since(session: Session, meeting: Meeting) -> ChangedSince:
    """What was corrected, or dated back, since the meeting opened.

    Errors: InvalidMeetingError for a meeting that was not opened.
    """
    until = meetings.until(meeting)
    if until is None or meeting.opened_at is None:
        raise InvalidMeetingError("Nothing is frozen before a meeting opens.")
    frozen = _Frozen(meeting.plan_code, until, meeting.opened_at)
    return ChangedSince(
        figures=_figures(session, frozen),
        targets=_targets(session, frozen),
        wordings=_wordings(session, frozen),
        remarks=_remarks(session, frozen),
    )


def _figures(session: Session, frozen: _Frozen) -> tuple[Corrected, ...]:
    earlier, approval = aliased(Measurement), aliased(Review)
    was_shown = sa.exists().where(
        col(earlier.place_code) == Measurement.place_code,
        col(earlier.indicator_code) == Measurement.indicator_code,
        col(earlier.period_end) == Measurement.period_end,
        col(earlier.period_start) == Measurement.period_start,
        col(earlier.revision) < Measurement.revision,
        col(approval.measurement_id) == earlier.id,
        col(approval.verdict) == Verdict.APPROVED,
        frozen.until.covers(approval),
    )
    since = approved.approved(
        session,
        col(Review.recorded_at) > frozen.opened_at,
        (col(Review.known_on) <= frozen.until.as_of) | was_shown,
    )
    return tuple(Corrected(_seen(session, frozen, after), after) for after in since)


def _seen(session: Session, frozen: _Frozen, after: Reading) -> Reading | None:
    """What the meeting saw in the slot of the reading."""
    rows = approved.approved(
        session,
        col(Measurement.place_code) == after.place_code,
        col(Measurement.indicator_code) == after.indicator_code,
        col(Measurement.period_end) == after.period_end,
        col(Measurement.period_start) == after.period_start,
        frozen.until.covers(Review),
    )
    return max(rows, key=lambda row: row.revision, default=None)


def _targets(session: Session, frozen: _Frozen) -> tuple[Retargeted, ...]:
    seen = {
        (row.indicator_code, row.role, row.year): row
        for row in contents.targets(session, frozen.until)
        if row.plan_code == frozen.plan_code
    }
    later = session.exec(
        select(Target)
        .where(Target.plan_code == frozen.plan_code, Target.recorded_at > frozen.opened_at)
        .order_by(col(Target.id))
    )
    pairs = [(seen.get((row.indicator_code, row.role, row.year)), row) for row in later]
    return tuple(
        Retargeted(before, row)
        for before, row in pairs
        if before is not None or row.known_on <= frozen.until.as_of
    )


def _wordings(session: Session, frozen: _Frozen) -> tuple[Wording, ...]:
    """Every rewording corrects what the meeting read."""
    return tuple(
        session.exec(
            select(Wording)
            .where(Wording.plan_code == frozen.plan_code, Wording.recorded_at > frozen.opened_at)
            .order_by(col(Wording.id))
        )
    )


def _remarks(session: Session, frozen: _Frozen) -> tuple[Noted, ...]:
    """What was noted since about figures that the meeting saw, not about their corrections."""
    later = session.exec(
        select(Remark)
        .where(col(Remark.kind).in_(remarks.PUBLIC), Remark.recorded_at > frozen.opened_at)
        .order_by(col(Remark.id))
    ).all()
    about = col(Measurement.id).in_({row.measurement_id for row in later})
    figures = approved.approved(session, about, frozen.until.covers(Review))
    shown = {figure.id: figure for figure in figures if _seen(session, frozen, figure) == figure}
    return tuple(
        Noted(shown[row.measurement_id], row) for row in later if row.measurement_id in shown
    )
