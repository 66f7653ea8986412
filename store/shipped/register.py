"""The partners that are published by name, written into a store as often as you like."""

import datetime as dt
from collections.abc import Iterable, Mapping

from sqlmodel import Session, col, select

from store.ledger import audit
from store.models import AuditEntry, College, Organisation
from store.partners import organisations
from store.partners.organisation_draft import OrganisationDraft
from store.rights.rights import Actor


def fill(session: Session, actor: Actor, rows: Iterable[Mapping[str, str]]) -> None:
    """Add what is not there, and change what an earlier release wrote; a person's is left alone."""
    for row in rows:
        wanted = _organisation(row)
        same = select(Organisation).where(Organisation.name == wanted.name)
        organisation = session.exec(same).one_or_none()
        if organisation is None:
            audit.write(session, actor.name, "ship", Organisation.model_validate(wanted))
        elif not _is_same(organisation, wanted) and _is_shipped(session, organisation):
            before = organisations.copy(organisation)
            organisations.rewrite(organisation, wanted)
            organisation.known_on = wanted.known_on
            audit.write(session, actor.name, "ship", organisation, before)


def _organisation(row: Mapping[str, str]) -> OrganisationDraft:
    return OrganisationDraft(
        name=row["name"],
        is_partner=True,
        is_member=row["kind"] == "member",
        college=College(row["college"]),
        country_code=row["country"],
        joined_on=_day(row["joined"]),
        member_since=_day(row["member_since"]),
        left_on=_day(row["left"]),
        source_title=row["source_title"],
        source_link=row["source_link"],
        known_on=dt.date.fromisoformat(row["known_on"]),
    )


def _is_same(organisation: Organisation, wanted: OrganisationDraft) -> bool:
    return organisations.is_same(organisation, wanted) and organisation.known_on == wanted.known_on


def _is_shipped(session: Session, organisation: Organisation) -> bool:
    """Whether nobody but the program wrote it."""
    wrote = select(AuditEntry.actor).where(AuditEntry.subject == f"organisation {organisation.id}")
    others = wrote.where(~col(AuditEntry.actor).startswith("shipped data"))
    return session.exec(others).first() is None


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
