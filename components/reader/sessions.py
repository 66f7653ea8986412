"""Transactions: one engine a process, sessions that read, write, or only try."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
import streamlit as st
from sqlmodel import Session

from store.database import engine


@contextmanager
def trying() -> Iterator[Session]:
    """A session whose writes are never kept: whoever uses it rolls them back."""
    with Session(_engine(engine.address())) as session:
        yield session
        session.rollback()


@contextmanager
def writing() -> Iterator[Session]:
    """A transaction: committed whole at the end, or, where the block raises, not at all."""
    with Session(_engine(engine.address())) as session, session.begin():
        yield session


@contextmanager
def reading() -> Iterator[Session]:
    """A session that only reads: it never waits for a writer."""
    connection = _engine(engine.address()).connect().execution_options(readonly=True)
    with connection, Session(connection) as session:
        yield session


@st.cache_resource(max_entries=2, show_spinner=False)
def _engine(address: str) -> sa.Engine:
    return engine.connect(address)
