"""Activities, calls and findings that are published, written into a store as often as you like.

A row that is already there is left alone, and so is what a person changed since.
"""

import datetime as dt
from collections.abc import Mapping

from sqlmodel import Session

from store.activities import activities, calls
from store.activities.activity_draft import ActivityDraft
from store.activities.call_draft import CallDraft
from store.findings import findings
from store.findings.finding_draft import FindingDraft
from store.ledger import revisions
from store.models import Activity, AssessmentCall, Finding
from store.rights.rights import Actor
from store.shipped import recodings
from store.shipped.names import code_of
from store.shipped.tables import Row


def keep_activity(
    session: Session, actor: Actor, row: Row, reasons: Mapping[recodings.Slot, str]
) -> None:
    """Report one published activity; why it was changed is said of one that was."""
    activity = ActivityDraft.model_validate(
        _given(row)
        | {
            "code": code_of(row["title"], dt.date.fromisoformat(row["starts_on"])),
            "objectives": row["objectives"].split(";"),
            "known_on": row["ends_on"],
        }
    )
    head = revisions.newest(session, Activity, Activity.code == activity.code)
    if head is None:
        activities.report(session, actor, activity)
    elif _is_outdated(head, activity):
        reason = reasons.get((row["title"], row["starts_on"]), "")
        changed = ActivityDraft.of(activity, reason=reason)
        activities.report(session, actor, changed, head.id)


def keep_call(session: Session, actor: Actor, row: Row) -> None:
    """Report one published call."""
    call = CallDraft.model_validate(_given(row))
    head = revisions.newest(session, AssessmentCall, AssessmentCall.number == call.number)
    if head is None or _is_outdated(head, call):
        calls.report(session, actor, call, head.id if head else None)


def keep_finding(session: Session, actor: Actor, row: Row) -> None:
    """Record one documented fact; without a day of publication it is known from its last day on."""
    known_on = row["known_on"] or row["ends_on"]
    finding = FindingDraft.model_validate(_given(row) | {"known_on": known_on})
    head = findings.newest(session, finding.code)
    if head is None or _is_outdated(head, finding):
        findings.record(session, actor, finding, head.id if head else None)


def _given(row: Row) -> Row:
    return {name: text for name, text in row.items() if text}


def _is_outdated(
    head: Activity | AssessmentCall | Finding, shipped: ActivityDraft | CallDraft | FindingDraft
) -> bool:
    """Whether the program wrote something else there; why it did is no content."""
    content = set(type(shipped).model_fields) - {"reason"}
    said, says = head.model_dump(include=content), shipped.model_dump(include=content)
    return recodings.is_shipped(head) and said != says
