"""Soil organic carbon as members measured it: every approved sampling of a site."""

from collections.abc import Iterator

from sqlmodel import Session

from store.exchange.names import public_names
from store.exchange.plan_tables import REPORTED, SOURCE
from store.exchange.soil_tables import TONNES
from store.exchange.table import Column, Found, Table
from store.ledger.knowledge import Until
from store.models import BulkDensity, Comparison, Laboratory
from store.plan import contents
from store.rights.rights import region_of
from store.samplings import samplings

CENTIMETRES, DEGREES, YEAR = "cm", "degrees", "calendar year"


def _samplings(session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    shown = public_names(session)
    places = {place.code: place for place in contents.places(session)}
    for row, review in samplings.approved(session, until):
        yield {
            **row.model_dump(),
            "country": row.place_code,
            "region": region_of(places[row.place_code]),
            "reporter": shown(row.reporter),
            "approver": shown(review.reviewer),
            "known_on": review.known_on,
            "approved_at": review.recorded_at,
        }


SAMPLINGS = Table(
    "soil_samplings",
    "Soil carbon measured by members",
    "Samplings of sites as members reported them, each as its newest approved revision. Sites are"
    " no sample of a country: there is no national mean of them.",
    (
        Column("country", "string", "Code of the country.", True, of=("places", "code")),
        Column("region", "string", "Its region.", of=("places", "code")),
        Column("site", "string", "Its name.", required=True),
        Column("latitude", "number", "Rounded to 0.01.", unit=DEGREES),
        Column("longitude", "number", "Rounded to 0.01.", unit=DEGREES),
        Column("treatment", "string", "What was done.", required=True),
        Column("treatment_since", "integer", "Since when, where that is known.", unit=YEAR),
        Column("depth_from", "integer", "Where the layer begins.", True, unit=CENTIMETRES),
        Column("depth_to", "integer", "Where the layer ends.", True, unit=CENTIMETRES),
        Column("year", "integer", "Year of sampling.", required=True, unit=YEAR),
        Column("stock", "number", "Organic carbon.", required=True, unit=TONNES),
        Column("standard_error", "number", "Of the stock.", required=True, unit=TONNES),
        Column("samples", "integer", "Of how many it is the mean.", required=True),
        Column("comparison", "string", "What years share.", True, tuple(Comparison)),
        Column("bulk_density", "string", "Weight of the soil.", True, tuple(BulkDensity)),
        Column("laboratory", "string", "How carbon was found.", True, tuple(Laboratory)),
        Column("carbon_brought", "boolean", "Whether carbon came from other land.", True),
        *SOURCE,
        Column("note", "string", "What the reporter said of it."),
        *REPORTED,
    ),
    ("country", "site", "treatment", "depth_from", "depth_to", "year"),
    _samplings,
    regions=("region",),
    updated="approved_at",
)
