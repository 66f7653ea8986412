"""What is done and documented: activities, calls, pairs of twin regions, facts beside targets.

A pair is one row, with the columns of both its places.
"""

from collections.abc import Iterator, Mapping

from sqlmodel import Session

from store.activities import activities, calls, twins
from store.exchange.figure_tables import PLACE, REGION
from store.exchange.names import public_names
from store.exchange.plan_tables import KNOWN_ON, OBJECTIVE, RECORDED_AT, REVISION, SOURCE
from store.exchange.table import Column, Found, Table
from store.findings import findings
from store.ledger.knowledge import Until
from store.models import Place, TwinSide, Whose
from store.models.activities import (
    ActivityKind,
    ActivityState,
    EventType,
)
from store.models.twins import PairState, Side, SideKind
from store.plan import contents
from store.rights.rights import region_of


def _activities(session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    shown = public_names(session)
    places = {place.code: place for place in contents.places(session)}
    for row in activities.known(session, until):
        yield {
            **row.model_dump(),
            "objectives": tuple(row.objectives),
            "partners": tuple(row.partners),
            "place": row.place_code,
            "region": activities.region_of(row, places),
            "reporter": shown(row.reporter),
        }


def _calls(session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    shown = public_names(session)
    for row in calls.known(session, until):
        yield {**row.model_dump(), "reporter": shown(row.reporter)}


def _findings(session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    shown = public_names(session)
    regions = {place.code: region_of(place) for place in contents.places(session)}
    for row in findings.known(session, until):
        yield {
            **row.model_dump(),
            "objective": row.objective_code,
            "place": row.place_code,
            "region": regions[row.place_code],
            "reporter": shown(row.reporter),
        }


ACTIVITIES = Table(
    "activities",
    "Activities",
    "Activities of the task forces known on the day, each as its newest revision then.",
    (
        Column("code", "string", "The same through all revisions.", required=True),
        Column("kind", "string", "What it is.", required=True, words=tuple(ActivityKind)),
        Column("event_type", "string", "Which kind of event.", words=tuple(EventType)),
        Column("title", "string", "What it is called.", required=True),
        Column("objectives", "list", "Objectives whose task forces do it.", required=True),
        PLACE,
        REGION,
        Column("place_name", "string", "Town, or “online”."),
        Column("latitude", "number", "Of the town.", unit="degrees north"),
        Column("longitude", "number", "Of the town.", unit="degrees east"),
        Column("starts_on", "date", "First day.", required=True),
        Column("ends_on", "date", "Last day."),
        Column("state", "string", "How far it is.", required=True, words=tuple(ActivityState)),
        Column("budget", "number", "In whole `currency`."),
        Column("currency", "string", "ISO 4217."),
        Column("partners", "list", "Organisations that take part."),
        Column("participants", "string", "Who or how many took part."),
        Column("link", "string", "Where it is described."),
        Column("evidence", "string", "What shows that it took place."),
        Column("reporter", "string", "Who entered it; people by name with consent."),
        KNOWN_ON,
        RECORDED_AT,
        REVISION,
        Column("reason", "string", "Why it was changed."),
    ),
    ("code",),
    _activities,
    regions=("region",),
    updated="recorded_at",
)
CALLS = Table(
    "calls",
    "Calls for project assessment",
    "Calls for the formative assessment of projects (A2), each as its newest revision on the day."
    " What was not published is empty, never zero.",
    (
        Column("number", "integer", "Which call, counted from 1.", required=True),
        Column("opened_on", "date", "First day on which projects were taken."),
        Column("closed_on", "date", "Last day on which projects were taken."),
        Column("results_on", "date", "When the results came out."),
        Column("received", "integer", "Projects received.", unit="projects"),
        Column("in_line", "integer", "Projects found in line with the aims.", unit="projects"),
        Column("sent_back", "integer", "Projects sent back to be revised.", unit="projects"),
        *SOURCE,
        Column("note", "string", "What else is to be known."),
        Column("reporter", "string", "Who entered it; people by name with consent."),
        KNOWN_ON,
        RECORDED_AT,
        REVISION,
    ),
    ("number",),
    _calls,
    updated="recorded_at",
)
FINDINGS = Table(
    "findings",
    "Documented facts beside the targets",
    "What sources say of an objective, known on the day. No figure, target or verdict is made of"
    " it.",
    (
        Column("code", "string", "The same through all revisions.", required=True),
        OBJECTIVE,
        PLACE,
        REGION,
        Column("starts_on", "date", "The first day it speaks of.", required=True),
        Column("ends_on", "date", "The last day it speaks of, or the end of our bracket.", True),
        Column("whose", "string", "Whose doing it tells of.", True, words=tuple(Whose)),
        Column("statement", "string", "What the source says, in our words.", required=True),
        Column("caveat", "string", "What it does not show."),
        Column("authority", "integer", "Rank of the source, 1 to 4.", required=True),
        *SOURCE,
        Column("reporter", "string", "Who recorded it; people by name with consent."),
        KNOWN_ON,
        RECORDED_AT,
        REVISION,
        Column("reason", "string", "Why it was changed."),
    ),
    ("code",),
    _findings,
    regions=("region",),
    updated="recorded_at",
)


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
