"""Transactions: one engine a process, sessions that read, write, or only try."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
import streamlit as st
from sqlalchemy import exc
from sqlmodel import Session

from store.database import engine, faults, readiness
from store.ground.errors import StoreError, UnusableStoreError
from store.ledger import audit

LOG = logging.getLogger(__name__)
MOST_NAMED = 5  # rows of one write that the log names


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
            _log_writes(session)
    except StoreError as error:
        LOG.info("refused", extra={"error": type(error).__name__, "why": error.message.template})
        raise
    except exc.SQLAlchemyError as error:
        fault = faults.explain(error)
        if fault is None:
            raise
        LOG.error("not written", extra={"error": type(error).__name__, "why": fault.template})
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


def _log_writes(session: Session) -> None:
    if rows := session.info.get(audit.WRITTEN):
        LOG.info("written", extra={"rows": len(rows), "first": rows[:MOST_NAMED]})


@contextmanager
def reading() -> Iterator[Session]:
    """A session that only reads: it never waits for a writer."""
    connection = _opened().connect().execution_options(readonly=True)
    with connection, Session(connection) as session:
        yield session


@contextmanager
def connected() -> Iterator[sa.Connection]:
    """A connection for the question that every run asks: a session takes three times as long."""
    with _opened().connect().execution_options(readonly=True) as connection:
        yield connection


def _opened() -> sa.Engine:
    opened = _engine(engine.address())
    readiness.check_there(opened)  # or connecting would make an empty store
    return opened


@st.cache_resource(max_entries=2, show_spinner=False)
def _engine(address: str) -> sa.Engine:
    return engine.connect(address, engine.ANSWER_SECONDS)
