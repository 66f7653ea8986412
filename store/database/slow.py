"""Statements that take long are written down, without what was asked for by them."""

import logging
import time

import sqlalchemy as sa
from sqlalchemy import event

LOG = logging.getLogger(__name__)
LONG = 1.0  # seconds
MOST_SHOWN = 500  # characters of a statement


def watch(engine: sa.Engine) -> None:
    """Log every statement of the engine that takes longer than a second."""

    @event.listens_for(engine, "before_cursor_execute")
    def begin(connection: sa.Connection, *_more: object) -> None:
        connection.info["statement_began"] = time.perf_counter()

    @event.listens_for(engine, "after_cursor_execute")
    def end(connection: sa.Connection, _cursor: object, statement: str, *_more: object) -> None:
        seconds = time.perf_counter() - connection.info["statement_began"]
        if seconds > LONG:
            shown = " ".join(statement.split())[:MOST_SHOWN]
            LOG.warning("slow", extra={"seconds": round(seconds, 2), "statement": shown})
