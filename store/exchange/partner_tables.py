"""The register of partners and what was signed with them: never the people who belong to them."""

from collections.abc import Iterator
from dataclasses import asdict

from sqlmodel import Session

from store.exchange.names import public_names
from store.exchange.plan_tables import KNOWN_ON, RECORDED_AT, REVISION, SOURCE
from store.exchange.table import Column, Found, Table
from store.ledger.knowledge import Until
from store.models.people import College
from store.partners import agreements
from store.partners.register import register


def _partners(session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    for entry in register(session, until.as_of):
        yield {**asdict(entry), "country": entry.country_code, "region": entry.region_code}


def _agreements(session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    shown = public_names(session)
    known = agreements.known(session, until)
    held = {row.code for row in agreements.in_force(known, until.as_of)}
    for row in known:
        yield {
            **row.model_dump(),
            "is_in_force": row.code in held,
            "reporter": shown(row.reporter),
        }


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
AGREEMENTS = Table(
    "agreements",
    "Agreements with partners",
    "What the Initiative and its partners signed, with its terms. No figure is made of it.",
    (
        Column("code", "string", "The same through all its revisions.", required=True),
        Column("title", "string", "What was signed.", required=True),
        Column("partners", "string", "With whom.", required=True),
        Column("is_network", "boolean", "Whether with a network beyond one country.", True),
        Column("signed_on", "date", "When it was signed.", required=True),
        Column("ends_on", "date", "Last day by its printed terms; empty: none is known."),
        Column("is_in_force", "boolean", "Whether it held on the day.", required=True),
        *SOURCE,
        Column("note", "string", "What was said of it."),
        Column("reporter", "string", "Who reported it; people by name with consent.", True),
        KNOWN_ON,
        RECORDED_AT,
        REVISION,
        Column("reason", "string", "Why it was changed."),
    ),
    ("code",),
    _agreements,
    updated="recorded_at",
)
