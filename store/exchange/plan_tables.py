"""The plan as tables: goals, objectives, indicators, targets, and the places they speak of."""

from collections.abc import Iterator

from sqlmodel import Session

from store.exchange.names import public_names
from store.exchange.table import Column, Found, Table
from store.ledger.knowledge import Until
from store.models import Place, PlaceKind, ReportedBy, RollUp, TargetRole, UnitType
from store.plan import contents
from store.progress import Basis, Better, Kind
from store.rights.rights import region_of
from store.standing import assess_plan

OBJECTIVE = Column(
    "objective",
    "string",
    "Code of the objective, A1 to F3; empty for figures beside the plan.",
    of=("objectives", "code"),
)
GOAL = Column("goal", "string", "Code of the goal, A to F.", of=("goals", "code"))
INDICATOR = Column(
    "indicator", "string", "Code of the indicator.", required=True, of=("indicators", "code")
)
SOURCE = (
    Column("source_title", "string", "The document it was read from.", required=True),
    Column("source_link", "string", "Address of that document."),
)
KNOWN_ON = Column(
    "known_on", "date", "The day from which it is shown: published or approved.", required=True
)
RECORDED_AT = Column("recorded_at", "datetime", "When the row was written, UTC.", required=True)
REVISION = Column("revision", "integer", "0, and one more for each correction.", required=True)
# Of what people report and others approve: what was said of it, by whom, and when.
REPORTED = (
    Column("reporter", "string", "Who reported it; people by name with consent.", True),
    Column("approver", "string", "Who approved it; people by name with consent.", True),
    KNOWN_ON,
    RECORDED_AT,
    Column("approved_at", "datetime", "When it was approved here, UTC.", required=True),
    REVISION,
    Column("reason", "string", "Why it was corrected."),
)


def _goals(session: Session, plan_code: str, until: Until) -> Iterator[Found]:
    for goal in assess_plan(session, plan_code, until).goals:
        yield {"code": goal.code, "title": goal.name, "aim": goal.aim}


def _objectives(session: Session, plan_code: str, until: Until) -> Iterator[Found]:
    for standing in assess_plan(session, plan_code, until).objectives:
        yield {
            "code": standing.code,
            "goal": standing.objective.goal_code,
            "title": standing.title,
            "aim": standing.aim,
            "facility": standing.objective.facility,
        }


def _indicators(session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    for indicator in contents.indicators(session, until):
        yield {
            **indicator.model_dump(exclude={"objective_code", "position", "paths"}),
            "objective": indicator.objective_code,
            "paths": tuple(indicator.paths),
        }


def _targets(session: Session, plan_code: str, until: Until) -> Iterator[Found]:
    shown = public_names(session)
    # Sorted here: each database has its own idea of where a hyphen belongs.
    targets = contents.targets(session, until)
    for row in sorted(
        targets, key=lambda target: (target.indicator_code, target.year, target.role)
    ):
        if row.plan_code == plan_code:
            yield {
                **row.model_dump(exclude={"flags"}),
                "plan": row.plan_code,
                "indicator": row.indicator_code,
                "flags": tuple(row.flags),
                "coder": shown(row.reporter),
            }


def _places(session: Session, _plan_code: str, _until: Until) -> Iterator[Found]:
    for place in sorted(contents.places(session), key=lambda place: place.code):
        yield {**place.model_dump(), "region": _region(place)}


def _region(place: Place) -> str | None:
    return region_of(place)


GOALS = Table(
    "goals",
    "Goals",
    "The goals of the strategic plan, as the plan version words them on the day.",
    (
        Column("code", "string", "A to F.", required=True),
        Column("title", "string", "What the goal is called.", required=True),
        Column("aim", "string", "What it is to achieve.", required=True),
    ),
    ("code",),
    _goals,
)
OBJECTIVES = Table(
    "objectives",
    "Objectives",
    "The objectives of the goals, as the plan version words them on the day.",
    (
        Column("code", "string", "A1 to F3.", required=True),
        GOAL,
        Column("title", "string", "What the objective is called.", required=True),
        Column("aim", "string", "What it is to achieve.", required=True),
        Column("facility", "string", "CF Core Facility, GF Global Facility, where marked."),
    ),
    ("code",),
    _objectives,
)
INDICATORS = Table(
    "indicators",
    "Indicators",
    "What is counted or judged for each objective, of all plan versions.",
    (
        Column("code", "string", "Code of the indicator.", required=True),
        OBJECTIVE,
        Column("name", "string", "What is measured.", required=True),
        Column(
            "kind",
            "string",
            "A level at a date, a figure of a year, a running total, or a milestone of 0 to 5.",
            required=True,
            words=tuple(Kind),
        ),
        Column("unit", "string", "What figures and targets are counted in.", required=True),
        Column(
            "unit_type",
            "string",
            "What kind of number the figures are.",
            required=True,
            words=tuple(UnitType),
        ),
        Column(
            "reported_by",
            "string",
            "Who reports it.",
            required=True,
            words=tuple(ReportedBy),
        ),
        Column(
            "roll_up",
            "string",
            "How the world's figure comes from those of regions or countries.",
            required=True,
            words=tuple(RollUp),
        ),
        Column("better", "string", "Which way is better.", True, words=tuple(Better)),
        Column("limit_low", "number", "The least it can be, in its unit."),
        Column("limit_high", "number", "The most it can be, in its unit."),
        Column("denominator", "string", "What a share is a share of."),
        Column("definition", "string", "What counts and what does not."),
        Column("window_years", "integer", "How many years are averaged.", True, unit="years"),
        Column("stale_after_years", "number", "Too old after; empty: the method's.", unit="years"),
        Column("paths", "list", "Paths shown beside the straight line, which decides alone."),
    ),
    ("code",),
    _indicators,
)
TARGETS = Table(
    "targets",
    "Baselines and targets",
    "What one plan version asks, as it stood on the day.",
    (
        Column("plan", "string", "The plan version.", required=True),
        INDICATOR,
        Column("role", "string", "Which of the two.", True, words=tuple(TargetRole)),
        Column("year", "integer", "Of which year.", required=True, unit="calendar year"),
        Column("low", "number", "The figure, or the low end of a range, in its unit.", True),
        Column("high", "number", "The figure, or the high end of a range, in its unit.", True),
        Column(
            "basis",
            "string",
            "Of a baseline: read from the world, or coded from words, a plan or a hope. Empty: not"
            " said, and taken as coded.",
            words=tuple(Basis),
        ),
        Column(
            "is_context",
            "boolean",
            "It counts something else: shown beside, judges nothing.",
            required=True,
        ),
        Column("flags", "list", "What was noted when the plan's text was read as a number."),
        Column("note", "string", "What the figure leaves out."),
        *SOURCE,
        Column("coder", "string", "Who read the plan so.", required=True),
        KNOWN_ON,
        RECORDED_AT,
        REVISION,
        Column("reason", "string", "Why it was corrected."),
    ),
    ("plan", "indicator", "role", "year"),
    _targets,
    updated="recorded_at",
)
PLACES = Table(
    "places",
    "Places",
    "The world, the five regions, and countries by ISO 3166-1 alpha-3.",
    (
        Column("code", "string", "WLD, R-AFR and so on, or the country's code.", required=True),
        Column(
            "kind",
            "string",
            "What it is.",
            required=True,
            words=tuple(PlaceKind),
        ),
        Column("region", "string", "The region that it is or lies in.", of=("places", "code")),
        Column("name_en", "string", "Name in English.", required=True),
        Column("name_fr", "string", "Name in French.", required=True),
        Column("name_es", "string", "Name in Spanish.", required=True),
        Column("latitude", "number", "Where a map writes it.", unit="degrees north"),
        Column("longitude", "number", "Where a map writes it.", unit="degrees east"),
        Column("unfccc_party", "boolean", "Whether a Party to the UNFCCC.", required=True),
    ),
    ("code",),
    _places,
    regions=("region",),
)
