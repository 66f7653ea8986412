"""What an operator watches, in Prometheus' format, for whoever has the token."""

import hmac
import os
from collections.abc import Iterator
from http import HTTPStatus

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from components.api import reading
from components.serving.base import BASE
from store.backup import files
from store.database import faults
from store.ground.errors import UnusableStoreError
from store.ledger import audit
from store.reporting import waiting

TOKEN = "METRICS_TOKEN"  # noqa: S105  # the setting's name
WHETHER_UP = "whether the store can be read"
# Streamlit answers these to everybody.
CLOSED = (f"{BASE}/_stcore/metrics", f"{BASE}/_stcore/script-health-check")


class StoreMetrics(Collector):
    """What the store says of itself when it is asked."""

    def describe(self) -> list[GaugeMetricFamily]:
        """Nothing: to register it asks no store."""
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Ask the folder of backups and the store; of one that is lost, that it is."""
        if (made_at := files.newest(files.folder())) is not None:
            yield _gauge("newest_backup_seconds", "when it was backed up", made_at.timestamp())
        try:
            with faults.told():
                gauges = _of_store()
        except UnusableStoreError:
            gauges = [_gauge("store_up", WHETHER_UP, 0)]
        yield from gauges


def _of_store() -> list[GaugeMetricFamily]:
    with reading.reading() as session:
        count = waiting.count_all(session)
        written_at = audit.last_instant(session)
        lag = audit.lag(session)
    written = written_at.timestamp() if written_at else 0
    return [
        _gauge("store_up", WHETHER_UP, 1),
        _gauge("figures_waiting", "figures that wait for a review", count),
        _gauge("clock_lag_seconds", "how far the clock lies behind", lag.total_seconds()),
        _gauge("last_write_seconds", "when it was written to; 0 for never", written),
    ]


class ClosedMetrics:
    """Hides what Streamlit tells everybody about the process."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 404 for those addresses."""
        if scope["type"] == "http" and scope["path"].rstrip("/") in CLOSED:
            await Response(status_code=HTTPStatus.NOT_FOUND)(scope, receive, send)
            return
        await self.app(scope, receive, send)


async def answer(request: Request) -> Response:
    """The metrics of this process and its store; 404 without the token, or where none is set."""
    token = os.environ.get(TOKEN, "")
    asked_with = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not token or not hmac.compare_digest(token.encode(), asked_with.encode()):
        raise HTTPException(404)
    body = await reading.off_the_loop(generate_latest)
    return Response(body, media_type=CONTENT_TYPE_LATEST)


def _gauge(name: str, what: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"dashboard_{name}", what, value)


REGISTRY.register(StoreMetrics())
