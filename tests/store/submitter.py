"""Processes that write, one transaction after the other, until they are done or killed."""

import datetime as dt
import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import ModuleType
from typing import Generic, TypeVar

from sqlmodel import Session

from store.database import engine
from store.figures import actions
from store.figures.draft import MeasurementDraft, client_key
from store.models import RoleKind
from store.rights.rights import Actor, Grant
from tests.store.writing import draft

T = TypeVar("T")
FIRST_DAY = dt.date(2021, 1, 1)


def sent(name: str, number: int) -> MeasurementDraft:
    """A submitter's figure, of a day of its own: the same when it is sent again."""
    day = FIRST_DAY + dt.timedelta(days=number)
    return draft(place_code=name, period_start=day, period_end=day)


def key(name: str, number: int) -> str:
    """The client key of a submitter's figure."""
    return client_key(sent(name, number), name)


# Processes are born of one that has loaded the program, and holds no thread and no connection.
_BORN = multiprocessing.get_context("forkserver")
_BORN.set_forkserver_preload([__name__])


@contextmanager
def _nothing_run() -> Iterator[None]:
    """A process that is born runs the main module of its parent: after a test of pages, the app."""
    main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


class Worker(Generic[T]):
    """A process of its own; `acknowledged` says what it was told to stand, once it stands.

    `work` is a function of a module: it is handed where to tell it, and the arguments.
    """

    def __init__(self, work: Callable[..., None], *arguments: object) -> None:
        self._said, told = _BORN.Pipe(duplex=False)
        self.process: BaseProcess = _BORN.Process(target=work, args=(told, *arguments))
        with _nothing_run():
            self.process.start()
        told.close()

    def acknowledged(self) -> Iterator[T]:
        """What stands, as it comes, until the process has ended."""
        with suppress(EOFError, ConnectionError):
            while True:
                yield self._said.recv()

    def end(self) -> int | None:
        """Wait until it has ended, and return its exit code."""
        self.process.join()
        return self.process.exitcode


class Submitter(Worker[str]):
    """Reports `count` figures; each is known by its client key."""

    def __init__(self, url: str, name: str, count: int) -> None:
        super().__init__(_report, url, name, count)


def _report(told: Connection, url: str, name: str, count: int) -> None:
    """Report `count` figures, each of a day of its own, of a country that is this submitter's."""
    opened = engine.connect(url)
    actor = Actor(name, (Grant(RoleKind.SECRETARIAT),))
    for number in range(count):
        with Session(opened) as session, session.begin():
            actions.report(session, actor, sent(name, number))
        told.send(key(name, number))
