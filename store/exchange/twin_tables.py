"""Pairs of twin regions as a table: one row a pair, with the columns of both its places."""

from collections.abc import Iterator, Mapping

from sqlmodel import Session

from store.activities import twins
from store.exchange.names import public_names
from store.exchange.plan_tables import KNOWN_ON, RECORDED_AT, REVISION, SOURCE
from store.exchange.table import Column, Found, Table
from store.ledger.knowledge import Until
from store.models import Place, TwinSide
from store.models.twins import PairState, Side, SideKind
from store.plan import contents


def _pairs(session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    shown = public_names(session)
    places = {place.code: place for place in contents.places(session)}
    for pair in twins.known(session, until):
        yield {
            **pair.row.model_dump(),
            **_place("first", pair.first, places),
            **_place("second", pair.second, places),
            "reporter": shown(pair.row.reporter),
        }


def _place(side: str, row: TwinSide, places: Mapping[str, Place]) -> Found:
    return {
        f"{side}_name": row.name,
        f"{side}_kind": row.kind,
        f"{side}_country": row.place_code,
        f"{side}_region": places[row.place_code].region_code,
        f"{side}_municipalities": tuple(row.municipalities),
        f"{side}_latitude": row.latitude,
        f"{side}_longitude": row.longitude,
    }


def _columns(side: str) -> tuple[Column, ...]:
    in_places = ("places", "code")
    return (
        Column(f"{side}_name", "string", f"The {side} place.", required=True),
        Column(f"{side}_kind", "string", "What it is.", required=True, words=tuple(SideKind)),
        Column(f"{side}_country", "string", "Its country.", required=True, of=in_places),
        Column(f"{side}_region", "string", "Region of its country.", of=in_places),
        Column(f"{side}_municipalities", "list", "Its municipalities that take part."),
        Column(f"{side}_latitude", "number", "Where a map writes it.", True, unit="degrees north"),
        Column(f"{side}_longitude", "number", "Where a map writes it.", True, unit="degrees east"),
    )


TWIN_REGIONS = Table(
    "twin_regions",
    "Twin regions",
    "Pairs of twin regions known on the day, each as its newest revision then.",
    (
        Column("code", "string", "The same through all revisions.", required=True),
        Column("name", "string", "What the pair is called.", required=True),
        Column("state", "string", "How far it is.", required=True, words=tuple(PairState)),
        Column("since", "date", "The day from which the state holds.", required=True),
        Column("aims", "string", "What both agreed to aim at."),
        Column(
            "neutrality_year",
            "integer",
            "The year by which both aim at carbon neutrality.",
            required=True,
            unit="calendar year",
        ),
        *(column for side in Side for column in _columns(side)),
        *SOURCE,
        Column("note", "string", "What else is to be known."),
        Column("reporter", "string", "Who entered it; people by name with consent."),
        KNOWN_ON,
        RECORDED_AT,
        REVISION,
    ),
    ("code",),
    _pairs,
    regions=tuple(f"{side}_region" for side in Side),
    updated="recorded_at",
)
