"""The register of partners as a table: organisations, never the people who belong to them."""

from collections.abc import Iterator
from dataclasses import asdict

from sqlmodel import Session

from store.exchange.plan_tables import KNOWN_ON
from store.exchange.table import Column, Found, Table
from store.ledger.knowledge import Until
from store.models.people import College
from store.partners.register import register


def _partners(session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    for entry in register(session, until.as_of):
        yield {**asdict(entry), "country": entry.country_code, "region": entry.region_code}


PARTNERS = Table(
    "partners",
    "Partners and members",
    "The register of partners: every organisation known by the day, also those that left or are"
    " yet to join. Details are corrected in place: of an earlier day they are those of now.",
    (
        Column("name", "string", "What the organisation is called.", required=True),
        Column(
            "kind",
            "string",
            "What it is on the day, a member being a partner too; empty before it joined and after"
            " it left.",
            words=("member", "partner"),
        ),
        Column("college", "string", "Its stakeholder group.", words=tuple(College)),
        Column("country", "string", "Where it is.", of=("places", "code")),
        Column("region", "string", "Region of its country.", of=("places", "code")),
        Column("joined_on", "date", "When it became a partner."),
        Column("member_since", "date", "When it became a member."),
        Column("left_on", "date", "First day without it."),
        Column("source_title", "string", "The document that names it."),
        Column("source_link", "string", "Address of that document."),
        KNOWN_ON,
    ),
    ("name",),
    _partners,
    regions=("region",),
)
