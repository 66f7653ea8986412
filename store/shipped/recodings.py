"""What an earlier release said otherwise: a store that has it takes it back, and says why.

Nothing is deleted: what is taken back is superseded by a row that bears the reason. What a person
wrote since stays theirs. Source: "Recodings" in data/SOURCES.md.
"""

import datetime as dt
from collections.abc import Sequence

from sqlmodel import Session, select

from store.activities import activities
from store.figures import actions
from store.figures.draft import MeasurementDraft
from store.ledger import revisions
from store.models import Activity, Measurement, Review, Revision, Target, Verdict
from store.models.activities import ActivityStanding
from store.plan import planning
from store.rights.rights import Actor
from store.shipped.names import code_of
from store.shipped.tables import Row

Slot = tuple[str, ...]


def reasons(rows: Sequence[Row], table: str, *columns: str) -> dict[Slot, str]:
    """Why rows of a table were changed, by the columns that tell them apart."""
    return {
        tuple(row[column] for column in columns): row["reason"]
        for row in rows
        if row["table"] == table
    }


def is_shipped(row: Revision) -> bool:
    """Whether the program wrote it: what a person corrected since is theirs."""
    return row.reporter.startswith("shipped data")


def withdraw_targets(session: Session, actor: Actor, rows: Sequence[Row]) -> None:
    """Take back baselines and targets that the plan's tables do not say any more."""
    for row in _withdrawn(rows, "targets"):
        head = revisions.newest(
            session,
            Target,
            Target.plan_code == row["plan"],
            Target.indicator_code == row["indicator"],
            Target.role == row["role"],
            Target.year == int(row["year"]),
        )
        if head is not None and is_shipped(head) and _span(head) == row["was"]:
            planning.withdraw_target(session, actor, head, row["reason"])


def withdraw_figures(session: Session, actor: Actor, rows: Sequence[Row]) -> None:
    """Take back published figures: their slots say from the same day why there is none."""
    for row in _withdrawn(rows, "published"):
        period = (dt.date.fromisoformat(row[end]) for end in ("period_start", "period_end"))
        head = actions.slot_head(session, row["indicator"], row["place"], *period)
        if head is None or not is_shipped(head) or head.value != float(row["was"]):
            continue
        gap = MeasurementDraft(
            indicator_code=head.indicator_code,
            place_code=head.place_code,
            period_start=head.period_start,
            period_end=head.period_end,
            missing_reason=row["reason"],
            reason=row["reason"],
            corrects=head.id,
        )
        known_on = _known_on(session, head)
        actions.approve(session, actor, actions.report(session, actor, gap), known_on)


def withdraw_activities(session: Session, actor: Actor, rows: Sequence[Row]) -> None:
    """Take back activities that other rows took the place of."""
    for row in _withdrawn(rows, "activities"):
        code = code_of(row["title"], dt.date.fromisoformat(row["starts_on"]))
        head = revisions.newest(session, Activity, Activity.code == code)
        if head is not None and is_shipped(head) and head.standing == ActivityStanding.KEPT:
            activities.withdraw(session, actor, head, head.known_on, row["reason"])


def _withdrawn(rows: Sequence[Row], table: str) -> list[Row]:
    return [row for row in rows if (row["table"], row["change"]) == (table, "withdrawn")]


def _span(target: Target) -> str:
    """The numbers of a target as the list writes them; nothing of one that is taken back."""
    if target.is_withdrawn:
        return ""
    ends = [f"{end:g}" for end in (target.low, target.high)]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def _known_on(session: Session, figure: Measurement) -> dt.date:
    approved = select(Review).where(
        Review.measurement_id == figure.id, Review.verdict == Verdict.APPROVED
    )
    return session.exec(approved).one().known_on
