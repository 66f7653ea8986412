"""How the API reaches the store: its own engine and threads, far from the pages' runs."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from typing import TypeVar

import sqlalchemy as sa
from sqlmodel import Session

from store.database import engine, readiness

# Few: they share one interpreter with everybody who clicks.
_THREADS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="api")

T = TypeVar("T")


async def off_the_loop(work: Callable[[], T]) -> T:
    """Do the work in a thread, so that websockets stay quick."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, work)


@lru_cache(maxsize=2)
def _engine(address: str) -> sa.Engine:
    return engine.connect(address, engine.ANSWER_SECONDS)


@contextmanager
def reading() -> Iterator[Session]:
    """A session that only reads: it never waits for a writer.

    Errors: UnusableStoreError where there is no store; none is made by looking for it.
    """
    opened = _engine(engine.address())
    readiness.check_there(opened)
    connection = opened.connect().execution_options(readonly=True)
    with connection, Session(connection) as session:
        yield session


def check_ready() -> None:
    """Do nothing where the store is reachable, migrated and takes writes; no writer is waited for.

    Errors: UnusableStoreError.
    """
    opened = _engine(engine.address())
    readiness.check(opened)
    readiness.check_writable(opened)
