"""Where pages get their figures: one engine, and reads kept until something is written.

Everything kept is keyed on the store's version, the highest audit entry, so that a write by any
process shows on the next run. Kept objects are frozen and shared; frames are copied.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

import sqlalchemy as sa
import streamlit as st
from sqlmodel import Session

from store import audit, dues, engine, people, queries, standing, task_forces
from store.models import Event, Indicator, Person, PilotCountry, Place, PlanVersion, Remark
from store.rights import Actor
from store.task_forces import Holders, Seat


@st.cache_resource(max_entries=2, show_spinner=False)
def _engine(address: str) -> sa.Engine:
    return engine.connect(address)


@contextmanager
def reading() -> Iterator[Session]:
    """A session that only reads: it never waits for a writer."""
    connection = _engine(engine.address()).connect().execution_options(readonly=True)
    with connection, Session(connection) as session:
        yield session


@contextmanager
def writing() -> Iterator[Session]:
    """A transaction: committed whole at the end, or not at all."""
    with Session(_engine(engine.address())) as session, session.begin():
        yield session


@contextmanager
def trying() -> Iterator[Session]:
    """A session whose writes are never kept: whoever uses it rolls them back."""
    with Session(_engine(engine.address())) as session:
        yield session
        session.rollback()


def begin_run() -> None:
    """Ask the store for its version, once for the whole run of a page."""
    st.session_state["store_version"] = read_version()
    st.session_state["is_whole_run"] = True


def store_version() -> tuple[str, int]:
    """The store's address and its highest audit entry when this run began."""
    return st.session_state.get("store_version") or read_version()


def read_version() -> tuple[str, int]:
    """The store's address and its highest audit entry now: it changes with every write."""
    with reading() as session:
        return engine.address(), audit.latest_id(session)


T = TypeVar("T")


@st.cache_resource(max_entries=256, show_spinner=False)
def _derived(
    version: tuple[str, int], what: str, key: tuple[object, ...], _build: Callable[[], object]
) -> object:
    return _build()


def derived(what: str, key: tuple[object, ...], build: Callable[[], T]) -> T:
    """What `build` makes of the store for this key: sentences, rows, ready until a write.

    `key` must hold everything that `build` depends on besides the store. Do not change the result.
    """
    return cast("T", _derived(store_version(), what, key, build))


@st.cache_resource(max_entries=4, show_spinner=False)
def _is_invented(version: tuple[str, int]) -> bool:
    with reading() as session:
        return queries.is_invented(session)


def is_invented() -> bool:
    """Whether this store's figures were made up for a demonstration."""
    return _is_invented(store_version())


@st.cache_resource(max_entries=4, show_spinner=False)
def _plan_versions(version: tuple[str, int]) -> list[PlanVersion]:
    with reading() as session:
        return queries.plan_versions(session)


def plan_versions() -> list[PlanVersion]:
    """Every text of the plan, oldest first."""
    return _plan_versions(store_version())


@st.cache_resource(max_entries=4, show_spinner=False)
def _places(version: tuple[str, int]) -> dict[str, Place]:
    with reading() as session:
        return {place.code: place for place in queries.places(session)}


def places() -> dict[str, Place]:
    """Every place by its code."""
    return _places(store_version())


@st.cache_resource(max_entries=4, show_spinner=False)
def _indicators(version: tuple[str, int]) -> list[Indicator]:
    with reading() as session:
        return queries.indicators(session)


def indicators() -> list[Indicator]:
    """Every indicator, in the order of the plan."""
    return _indicators(store_version())


@st.cache_resource(max_entries=64, show_spinner=False)
def _standing(version: tuple[str, int], plan: str, as_of: dt.date) -> standing.PlanStanding:
    with reading() as session:
        return standing.assess_plan(session, plan, as_of)


def plan_standing(plan: str, as_of: dt.date) -> standing.PlanStanding:
    """Where the plan stands, as known on the day."""
    return _standing(store_version(), plan, as_of)


@st.cache_resource(max_entries=64, show_spinner=False)
def _country_readings(
    version: tuple[str, int], indicator_code: str, as_of: dt.date
) -> list[queries.Reading]:
    with reading() as session:
        return queries.country_readings(session, indicator_code, as_of)


def country_readings(indicator_code: str, as_of: dt.date) -> list[queries.Reading]:
    """What countries reported of one indicator, as known on the day."""
    return _country_readings(store_version(), indicator_code, as_of)


@st.cache_resource(max_entries=64, show_spinner=False)
def _country_news(
    version: tuple[str, int], since: dt.date, as_of: dt.date
) -> list[queries.Reading]:
    with reading() as session:
        return queries.country_news(session, since, as_of)


def country_news(since: dt.date, as_of: dt.date) -> list[queries.Reading]:
    """The newest figure of each country and indicator that became known after `since`."""
    return _country_news(store_version(), since, as_of)


@st.cache_resource(max_entries=16, show_spinner=False)
def _annotations(version: tuple[str, int], as_of: dt.date) -> dict[int, list[Remark]]:
    with reading() as session:
        return queries.annotations(session, as_of)


def annotations(as_of: dt.date) -> dict[int, list[Remark]]:
    """What the STC said of figures, by their number."""
    return _annotations(store_version(), as_of)


@st.cache_resource(max_entries=16, show_spinner=False)
def _happenings(version: tuple[str, int], as_of: dt.date) -> tuple[list[Event], list[PilotCountry]]:
    with reading() as session:
        return queries.events(session, as_of), queries.pilot_countries(session, as_of)


def events(as_of: dt.date) -> list[Event]:
    """Meetings that had ended by the day, oldest first."""
    return _happenings(store_version(), as_of)[0]


def pilot_countries(as_of: dt.date) -> list[PilotCountry]:
    """The twin-region pilot's countries."""
    return _happenings(store_version(), as_of)[1]


@st.cache_resource(max_entries=16, show_spinner=False)
def _task_forces(version: tuple[str, int], as_of: dt.date) -> tuple[list[Seat], Holders]:
    with reading() as session:
        return task_forces.seats(session, as_of), task_forces.holders(session, as_of)


def seats(as_of: dt.date) -> list[Seat]:
    """Every seat of the task forces, as it stood on the day."""
    return _task_forces(store_version(), as_of)[0]


def holders(as_of: dt.date) -> Holders:
    """Who held each role of a task force on the day."""
    return _task_forces(store_version(), as_of)[1]


@st.cache_resource(max_entries=4, show_spinner=False)
def _owed(version: tuple[str, int], today: dt.date) -> list[dues.Due]:
    with reading() as session:
        return dues.owed(session, today)


def owed(today: dt.date) -> list[dues.Due]:
    """Everything that anybody owes by today."""
    return _owed(store_version(), today)


@st.cache_resource(max_entries=4, show_spinner=False)
def _actors(version: tuple[str, int], today: dt.date) -> list[tuple[Person, Actor]]:
    with reading() as session:
        return [(person, people.actor_of(session, person)) for person in people.everybody(session)]


def actors() -> list[tuple[Person, Actor]]:
    """Everybody with the roles held today."""
    return _actors(store_version(), dt.datetime.now(dt.UTC).date())
