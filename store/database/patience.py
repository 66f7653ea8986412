"""A PostgreSQL connection on which nobody waits for ever, whatever became of the server.

A server that is frozen, or behind a cut network, still takes what is sent to it: the time-outs that
it keeps itself never come. So this end counts the seconds, and gives the connection up.
"""

from typing import Any, TypeVar

import psycopg
import sqlalchemy as sa
from psycopg.abc import PQGen
from sqlalchemy import event

# The other end is asked whether it lives after 10 silent seconds, and given up after 25.
KEPT_ALIVE = {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
INTERVAL = 0.1  # seconds between two looks at the clock

T = TypeVar("T")


def limit(engine: sa.Engine, seconds: float) -> None:
    """Let every statement of the engine's connections end after so many seconds.

    The server ends it, and the connection lives on; where the server does not answer, the
    connection is given up a second later. Either is an OperationalError.
    """
    milliseconds = round(seconds * 1000)

    class Patient(psycopg.Connection[Any]):
        def wait(
            self, gen: PQGen[T], interval: float = INTERVAL, timeout: float | None = None
        ) -> T:
            try:
                return super().wait(gen, interval, timeout or seconds + 1)
            except psycopg.OperationalError:
                if self.pgconn.transaction_status == psycopg.pq.TransactionStatus.ACTIVE:
                    self.pgconn.finish()  # an answer that comes now would be taken for the next one
                raise

    @event.listens_for(engine, "do_connect")
    def connect(
        _dialect: object, _record: object, arguments: list[Any], options: dict[str, Any]
    ) -> psycopg.Connection[Any]:
        return Patient.connect(*arguments, **options)

    @event.listens_for(engine, "connect")
    def prepare(connection: psycopg.Connection[Any], _record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, false)", [str(milliseconds)])
        connection.commit()
