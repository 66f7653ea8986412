"""Transactions: one engine a process, sessions that read, write, or only try."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
import streamlit as st
from sqlalchemy import exc
from sqlmodel import Session

from store.database import engine, faults, readiness
from store.ground.errors import UnusableStoreError

LONGEST = 10  # seconds of a statement; whoever waits longer has left


@contextmanager
def trying() -> Iterator[Session]:
    """A session whose writes are never kept: whoever uses it rolls them back."""
    with Session(_opened()) as session:
        yield session
        session.rollback()


@contextmanager
def writing() -> Iterator[Session]:
    """A transaction: committed whole at the end, or, where the block raises, not at all.

    Errors: UnusableStoreError where the store cannot be written now.
    """
    try:
        with Session(_opened()) as session:
            yield session
            _commit(session)
    except exc.SQLAlchemyError as error:
        fault = faults.explain(error)
        if fault is None:
            raise
        raise UnusableStoreError("{fault} Nothing was saved.", fault=fault) from error


def _commit(session: Session) -> None:
    try:
        session.commit()
    except exc.DBAPIError as error:
        if not error.connection_invalidated:
            raise
        raise UnusableStoreError(
            "The store was lost while it was saving. Look whether it has what you sent before you"
            " send it again."
        ) from error


@contextmanager
def reading() -> Iterator[Session]:
    """A session that only reads: it never waits for a writer."""
    connection = _opened().connect().execution_options(readonly=True)
    with connection, Session(connection) as session:
        yield session


def _opened() -> sa.Engine:
    opened = _engine(engine.address())
    readiness.check_there(opened)  # or connecting would make an empty store
    return opened


@st.cache_resource(max_entries=2, show_spinner=False)
def _engine(address: str) -> sa.Engine:
    return engine.connect(address, LONGEST)
