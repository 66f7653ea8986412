"""Years declared complete, as a table."""

from collections.abc import Iterator

from sqlmodel import Session

from store.exchange.figure_tables import PLACE, REGION
from store.exchange.names import public_names
from store.exchange.plan_tables import INDICATOR, KNOWN_ON, RECORDED_AT, REVISION, SOURCE
from store.exchange.table import Column, Found, Table
from store.figures import complete_years
from store.ledger.knowledge import Until
from store.plan import contents
from store.rights.rights import region_of


def _complete_years(session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    shown = public_names(session)
    places = {place.code: place for place in contents.places(session)}
    for row, review in complete_years.approved(session, until):
        yield {
            **row.model_dump(),
            "indicator": row.indicator_code,
            "place": row.place_code,
            "region": region_of(places[row.place_code]),
            "reporter": shown(row.reporter),
            "approver": shown(review.reviewer),
            "known_on": review.known_on,
            "approved_at": review.recorded_at,
        }


COMPLETE_YEARS = Table(
    "complete_years",
    "Years declared complete",
    "Of which indicator, place and year all is reported: what has no figure there is none.",
    (
        INDICATOR,
        PLACE,
        REGION,
        Column("year", "integer", "The year.", required=True, unit="calendar year"),
        *SOURCE,
        Column("note", "string", "What the reporter said of it."),
        Column("reporter", "string", "Who declared it; people by name with consent.", True),
        Column("approver", "string", "Who approved it; people by name with consent.", True),
        KNOWN_ON,
        RECORDED_AT,
        Column("approved_at", "datetime", "When it was approved here, UTC.", required=True),
        REVISION,
        Column("reason", "string", "Why it was corrected."),
    ),
    ("indicator", "place", "year"),
    _complete_years,
    regions=("region",),
    updated="approved_at",
)
