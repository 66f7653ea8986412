"""Agreements and complete years that are published, written into a store as often as you like."""

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import NAMESPACE_URL, uuid5

from sqlmodel import Session

from store.figures import complete_years
from store.figures.complete_year_draft import CompleteYearDraft
from store.ledger import revisions
from store.models import Agreement, CompleteYear
from store.partners import agreements
from store.partners.agreement_draft import AgreementDraft
from store.rights.rights import Actor

AGAIN = "A later release of the shipped data says so"


def fill_agreements(session: Session, actor: Actor, rows: Iterable[Mapping[str, str]]) -> None:
    """Report each agreement, unless it is there, or a person changed it.

    Columns: title, partners, is_network (1), signed_on, ends_on, known_on, source_title,
    source_link, note.
    """
    for row in rows:
        content = {name: text for name, text in row.items() if text}
        code = str(uuid5(NAMESPACE_URL, f"{row['title']} {row['signed_on']}"))
        draft = AgreementDraft.model_validate(content | {"code": code})
        head = revisions.newest(session, Agreement, Agreement.code == code)
        if head is None:
            agreements.report(session, actor, draft)
        elif _is_shipped(head) and AgreementDraft.of(head, reason="") != draft:
            news = draft.model_copy(update={"reason": AGAIN})
            agreements.report(session, actor, news, head.id)


def fill_complete_years(session: Session, actor: Actor, rows: Iterable[Mapping[str, str]]) -> None:
    """Declare each year complete and approve it, unless somebody spoke of it already.

    Columns: indicator, place, year, source_title, source_link, known_on, note.
    """
    for row in rows:
        draft = CompleteYearDraft(
            indicator_code=row["indicator"],
            place_code=row["place"],
            year=int(row["year"]),
            source_title=row["source_title"],
            source_link=row["source_link"],
            note=row["note"],
        )
        slot = draft.indicator_code, draft.place_code, draft.year
        if complete_years.newest(session, *slot) is None:
            written = complete_years.declare(session, actor, draft)
            known_on = dt.date.fromisoformat(row["known_on"])
            complete_years.approve(session, actor, written, known_on)


def _is_shipped(row: Agreement | CompleteYear) -> bool:
    return row.reporter.startswith("shipped data")
