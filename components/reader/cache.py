"""Where pages get their figures: one engine, and reads kept until something is written.

Everything kept is keyed on the store's version, the highest audit entry, so that a write by any
process shows on the next run. Kept objects are frozen and shared; frames are copied.
"""

import datetime as dt
from collections.abc import Callable, MutableMapping
from typing import Any, TypeVar, TypeVarTuple, cast

import streamlit as st
from sqlmodel import Session
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.language.spoken import current
from components.reader import sessions
from store import standing
from store.activities import activities as kept_activities
from store.activities import calls as kept_calls
from store.activities import twins
from store.database import engine, settings
from store.figures import approved, remarks
from store.ground import clock
from store.ledger import audit
from store.models import (
    Activity,
    AssessmentCall,
    Indicator,
    Person,
    PilotCountry,
    Place,
    PlanVersion,
    Remark,
)
from store.people import people, task_forces
from store.people.task_forces import Holders, Seat
from store.plan import contents
from store.reporting import dues, suggestions
from store.reporting.suggestions import Suggestion
from store.rights.rights import Actor

_COMMAND: dict[str, object] = {}


def _run() -> MutableMapping[Any, Any]:
    """What is kept within a run: the session's, or where no page is drawn, the program's own."""
    is_page = get_script_run_ctx(suppress_warning=True) is not None
    return st.session_state if is_page else _COMMAND


def kept(name: str) -> object:
    """What this run keeps under a name; None for nothing."""
    return _run().get(name)


def begin_run() -> None:
    """Ask the store for its version, once for the whole run of a page or a command."""
    run = _run()
    run["store_version"] = read_version()
    run["is_whole_run"] = True
    run["answers"] = {}


def store_version() -> tuple[str, int]:
    """The store's address and its highest audit entry when this run began."""
    return _run().get("store_version") or read_version()


def read_version() -> tuple[str, int]:
    """The store's address and its highest audit entry now: it changes with every write."""
    with sessions.reading() as session:
        return engine.address(), audit.latest_id(session)


T = TypeVar("T")
Key = TypeVarTuple("Key")


@st.cache_resource(max_entries=256, show_spinner=False)
def _derived(
    version: tuple[str, int], what: str, key: tuple[object, ...], _build: Callable[[], object]
) -> object:
    return _build()


def derived(what: str, key: tuple[object, ...], build: Callable[[], T]) -> T:
    """What `build` makes of the store for this key: sentences, rows, ready until a write.

    `key` must hold everything that `build` depends on besides the store and the language. Do not
    change the result.
    """
    return cast("T", _derived(store_version(), what, (current().code, *key), build))


@st.cache_resource(max_entries=256, show_spinner=False)
def _answered(
    version: tuple[str, int],
    what: str,
    key: tuple[object, ...],
    _query: Callable[..., object],
) -> object:
    with sessions.reading() as session:
        return _query(session, *key)


def ask(query: Callable[[Session, *Key], T], *key: *Key) -> T:
    """What a query of the store answers, kept until something is written."""
    what = f"{query.__module__}.{query.__qualname__}"
    # Thousands of cells ask for the same few answers: within a run, a dictionary is enough.
    answers: dict[object, object] = _run().setdefault("answers", {})
    if (what, key) not in answers:
        answers[what, key] = _answered(store_version(), what, key, query)
    return cast("T", answers[what, key])


def is_invented() -> bool:
    """Whether this store's figures were made up for a demonstration."""
    return ask(settings.is_invented)


def plan_versions() -> list[PlanVersion]:
    """Every text of the plan, oldest first."""
    return ask(contents.plan_versions)


def _places_by_code(session: Session) -> dict[str, Place]:
    return {place.code: place for place in contents.places(session)}


def places() -> dict[str, Place]:
    """Every place by its code."""
    return ask(_places_by_code)


def indicators() -> list[Indicator]:
    """Every indicator, in the order of the plan."""
    return ask(contents.indicators)


def plan_standing(
    plan: str, as_of: dt.date, recorded_by: dt.datetime | None = None
) -> standing.PlanStanding:
    """Where the plan stands, as known on the day; for a meeting, by the instant it opened."""
    return ask(standing.assess_plan, plan, as_of, recorded_by)


def country_readings(
    indicator_code: str, as_of: dt.date, recorded_by: dt.datetime | None = None
) -> list[approved.Reading]:
    """What countries reported of one indicator, as known on the day."""
    return ask(approved.country_readings, indicator_code, as_of, recorded_by)


def country_news(since: dt.date, as_of: dt.date) -> list[approved.Reading]:
    """The newest figure of each country and indicator that became known after `since`."""
    return ask(approved.country_news, since, as_of)


def annotations(as_of: dt.date, recorded_by: dt.datetime | None = None) -> dict[int, list[Remark]]:
    """What the STC said of figures, by their number; for a meeting, by the instant it opened."""
    return ask(remarks.annotations, as_of, recorded_by)


def activities(as_of: dt.date) -> list[Activity]:
    """What was kept of activities by the day, the last to begin first."""
    return ask(kept_activities.known, as_of)


def calls(as_of: dt.date) -> list[AssessmentCall]:
    """The calls for project assessment known on the day, the last one first."""
    return ask(kept_calls.known, as_of)


def pilot_countries(as_of: dt.date) -> list[PilotCountry]:
    """The twin-region pilot's countries."""
    return ask(twins.pilot_countries, as_of)


def seats(as_of: dt.date) -> list[Seat]:
    """Every seat of the task forces, as it stood on the day."""
    return ask(task_forces.seats, as_of)


def holders(as_of: dt.date) -> Holders:
    """Who held each role of a task force on the day."""
    return ask(task_forces.holders, as_of)


def owed(today: dt.date) -> list[dues.Due]:
    """Everything that anybody owes by today."""
    return ask(dues.owed, today)


def overdue(as_of: dt.date) -> list[dues.Due]:
    """What was owed on the day and not shown by then, the oldest first."""
    return ask(dues.overdue, as_of)


def suggested(today: dt.date) -> list[Suggestion]:
    """Figures that could be counted by today and do not stand in the store."""
    return ask(suggestions.suggested, today)


def _actors_on(session: Session, _today: dt.date) -> list[tuple[Person, Actor]]:
    return [(person, people.actor_of(session, person)) for person in people.everybody(session)]


def actors() -> list[tuple[Person, Actor]]:
    """Everybody with the roles held today."""
    return ask(_actors_on, clock.today())
