"""Where pages get their figures: one engine, and reads kept until something is written.

Everything kept is keyed on the store's version, the highest audit entry, so that a write by any
process shows on the next run. Kept objects are frozen and shared; frames are copied.
"""

import datetime as dt
from collections.abc import Callable
from typing import TypeVar, TypeVarTuple, cast

from cachetools.keys import typedkey
from sqlmodel import Session

from components.language.spoken import current
from components.reader import clock, run, sessions
from store import standing
from store.database import engine, settings
from store.ground.shelf import Shelf, shelf
from store.ledger import audit
from store.ledger.knowledge import Until
from store.models import (
    Indicator,
    Person,
    Place,
    PlanVersion,
)
from store.people import people, roles
from store.plan import contents
from store.rights.rights import Actor

MOST = 256  # answers of either kind
_kept_answers: Shelf[object] = shelf(MOST, lambda _answer: 1)
_kept_derived: Shelf[object] = shelf(MOST, lambda _answer: 1)


def begin_run() -> None:
    """Ask the store for its version and the clock for the day, once for the whole run."""
    clock.begin_run()
    run.scope().update(store_version=read_version(), is_whole_run=True, answers={})


def store_version() -> tuple[str, int]:
    """Which store there was, and its highest audit entry, when this run began."""
    return run.scope().get("store_version") or read_version()


def read_version() -> tuple[str, int]:
    """Which store there is, and its highest audit entry now: it changes with every write."""
    with sessions.connected() as connection:
        return engine.state(), audit.latest_id(connection)


T = TypeVar("T")
Key = TypeVarTuple("Key")


def derived(what: str, key: tuple[object, ...], build: Callable[[], T]) -> T:
    """What `build` makes of the store for this key: sentences, rows, ready until a write.

    `key` must hold everything that `build` depends on besides the store and the language. Do not
    change the result.
    """
    key = typedkey(store_version(), what, current().code, *key)
    return cast("T", _kept_derived(key, build))


def ask(query: Callable[[Session, *Key], T], *key: *Key) -> T:
    """What a query of the store answers, kept until something is written."""
    what = f"{query.__module__}.{query.__qualname__}"
    # Thousands of cells ask for the same few answers: within a run, a dictionary is enough.
    answers: dict[object, object] = run.scope().setdefault("answers", {})
    if (what, key) not in answers:
        kept = typedkey(store_version(), what, *key)
        answers[what, key] = _kept_answers(kept, lambda: _answer(query, key))
    return cast("T", answers[what, key])


def _answer(query: Callable[[Session, *Key], T], key: tuple[*Key]) -> T:
    with sessions.reading() as session:
        return query(session, *key)


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


def plan_standing(plan: str, until: Until) -> standing.PlanStanding:
    """Where the plan stands."""
    return ask(standing.assess_plan, plan, until)


def _actors_on(session: Session, day: dt.date) -> list[tuple[Person, Actor]]:
    return [(person, roles.actor_of(session, person, day)) for person in people.everybody(session)]


def actors() -> list[tuple[Person, Actor]]:
    """Everybody with the roles held today."""
    return ask(_actors_on, clock.today())
