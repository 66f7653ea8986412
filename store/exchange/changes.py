"""Everything that is news to the public: figures approved, and what published meetings decided."""

from sqlmodel import Session

from store.database import settings
from store.exchange import feed
from store.exchange.feed import TAG, Entry
from store.exchange.names import public_names
from store.exchange.table import WARNING
from store.ledger.knowledge import Until
from store.meetings import decisions, meetings
from store.models import Decision, Meeting
from store.rights.rights import VISITOR


def entries(session: Session, until: Until) -> list[Entry]:
    """Figures and decisions known by then."""
    return [*feed.entries(session, until), *_decided(session, until)]


def _decided(session: Session, until: Until) -> list[Entry]:
    """Decisions and actions as they stood; a follow-up renews its entry."""
    meetings_by_code = {
        meeting.code: meeting for meeting in meetings.known(session, VISITOR, until)
    }
    shown = public_names(session)
    warning = f"{WARNING}. " if settings.is_invented(session) else ""
    return [
        _entry(row, meetings_by_code[row.meeting_code], shown(row.owner), warning)
        for row in decisions.known(session, VISITOR, until)
    ]


def _entry(row: Decision, meeting: Meeting, owner: str, warning: str) -> Entry:
    about = f" on {row.subject}" if row.subject else ""
    parts = [
        f"{meeting.title}, {meeting.held_on}",
        f"Owner: {owner}",
        f"Due on {row.due_on}" if row.due_on else "",
        f"Expected effect: {row.effect}" if row.effect else "",
        f"State: {row.state}",
        row.note,
        f"Evidence: {evidence}" if (evidence := _evidence(row)) else "",
    ]
    return Entry(
        id=f"{TAG}/{'invented' if warning else 'decision'}/{row.code}",
        title=f"{warning}{row.kind.capitalize()}{about}: {row.text}",
        summary=". ".join(part.rstrip(".") for part in parts if part) + ".",
        # Nobody could read it before its meeting was published.
        updated=max(row.recorded_at, meeting.recorded_at),
        link=f"meeting?meeting={meeting.code}",
        category="decision",
        subject=row.subject,
    )


def _evidence(row: Decision) -> str:
    figure = "an approved figure" if row.measurement_id else ""
    return ", ".join(part for part in (row.source_title, row.source_link, figure) if part)
