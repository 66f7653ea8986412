"""Figures as tables: every approved measurement, and the years declared complete."""

from collections.abc import Iterable, Iterator

from sqlmodel import Session

from store.documents import documents
from store.exchange.names import public_names
from store.exchange.plan_tables import INDICATOR, OBJECTIVE, REPORTED
from store.exchange.plan_tables import SOURCE as SOURCE_COLUMNS
from store.exchange.table import Column, Found, Table
from store.figures import approved, complete_years, remarks
from store.figures.reading import Reading, Slice
from store.ledger.knowledge import Until
from store.models import Qualifier
from store.plan import contents
from store.rights.rights import region_of

PLACE = Column("place", "string", "Code of the place.", required=True, of=("places", "code"))
REGION = Column(
    "region", "string", "Region of the place; empty for the world.", of=("places", "code")
)


def _measurements(session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    return _told(session, until, approved.every_numbered(session, until))


def _part(session: Session, _plan_code: str, until: Until, asked: Slice) -> Iterator[Found]:
    return _told(session, until, approved.numbered(session, until, asked))


def _count(session: Session, until: Until, asked: Slice, most: int) -> int:
    return approved.count_numbered(session, until, asked, most)


def _told(session: Session, until: Until, readings: Iterable[Reading]) -> Iterator[Found]:
    shown = public_names(session)
    places = {place.code: place for place in contents.places(session)}
    indicators = {indicator.code: indicator for indicator in contents.indicators(session)}
    noted = remarks.annotations(session, until)
    quoted = documents.known(session, until)
    complete = {
        (row.indicator_code, row.place_code, row.year)
        for row, _ in complete_years.approved(session, until)
    }
    for reading in readings:
        indicator = indicators[reading.indicator_code]
        yield {
            **{name: getattr(reading, name) for name in Reading.__slots__},
            "indicator": indicator.code,
            "objective": indicator.objective_code,
            "place": reading.place_code,
            "region": region_of(places[reading.place_code]),
            "unit": indicator.unit,
            "is_year_complete": (indicator.code, reading.place_code, reading.period_end.year)
            in complete,
            "reporter": shown(reading.reporter),
            "approver": shown(reading.approver),
            "quotations": tuple(one.quotation for one in quoted.get(reading.id, [])),
            "document_hashes": tuple(one.document_hash for one in quoted.get(reading.id, [])),
            "remarks": tuple(
                f"{remark.kind}: {remark.text}" for remark in noted.get(reading.id, [])
            ),
        }


MEASUREMENTS = Table(
    "measurements",
    "Measurements",
    "Every approved figure known on the day, each as its newest revision then.",
    (
        Column("id", "integer", "Number of the entry in the ledger.", required=True),
        INDICATOR,
        OBJECTIVE,
        PLACE,
        REGION,
        Column(
            "period_start",
            "date",
            "First day it speaks of, or on which it may have been.",
            required=True,
        ),
        Column(
            "period_end",
            "date",
            "Last day; the first again where the day is known.",
            required=True,
        ),
        Column("figure", "number", "In `unit`; a share in percent. Empty: there is none."),
        Column("unit", "string", "What the figure is counted in.", required=True),
        Column("numerator", "number", "Of a share."),
        Column("denominator", "number", "Of a share."),
        Column("missing_reason", "string", "Why there is no figure, as declared."),
        Column(
            "qualifier",
            "string",
            "How to read the figure.",
            required=True,
            words=tuple(Qualifier),
        ),
        Column(
            "is_year_complete",
            "boolean",
            "Whether all that there was of its year was declared reported.",
            required=True,
        ),
        *SOURCE_COLUMNS,
        Column("authority", "integer", "Of the source: 1 the Initiative or science … 4 claims."),
        Column("note", "string", "What the reporter said of it."),
        Column("quotations", "list", "What its documents say of it, word for word."),
        Column("document_hashes", "list", "SHA-256 of those documents."),
        Column("remarks", "list", "What the scientific committee noted of it by the day."),
        *REPORTED,
    ),
    ("indicator", "place", "period_start", "period_end"),
    _measurements,
    regions=("region",),
    updated="approved_at",
    part=_part,
    count=_count,
)


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
        *SOURCE_COLUMNS,
        Column("note", "string", "What the reporter said of it."),
        *REPORTED,
    ),
    ("indicator", "place", "year"),
    _complete_years,
    regions=("region",),
    updated="approved_at",
)
