"""How long runs of pages take and how many failed, counted for whoever operates the server."""

import logging
import time
from uuid import uuid4

from prometheus_client import Counter, Histogram

from components.reader import run

LOG = logging.getLogger(__name__)
# Seconds; what a page may take, several times over.
BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
SECONDS = Histogram("dashboard_run_seconds", "how long runs of pages took", buckets=BOUNDS)
FAILED = Counter("dashboard_failed_runs", "runs of pages that ended in a fault or a mistake")


def begin() -> None:
    """Note when the run of a page begins, and name it for the log."""
    run.scope().update(run_began=time.perf_counter(), logged_request=uuid4().hex[:8])


def name_actor(actor: str) -> None:
    """Let the log say who reads, by the name that the ledger has for them."""
    if run.stored("logged_actor") != actor:
        run.scope()["logged_actor"] = actor
        LOG.info("opened")


def end() -> None:
    """Count a run that drew its page to the end."""
    SECONDS.observe(time.perf_counter() - run.scope()["run_began"])


def fail() -> None:
    """Count a run that did not."""
    FAILED.inc()
