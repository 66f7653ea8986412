"""How long runs of pages take and how many failed, counted for whoever operates the server."""

import time
from typing import cast

import streamlit as st
from prometheus_client import Counter, Histogram

# Seconds; what a page may take, several times over.
BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
SECONDS = Histogram("dashboard_run_seconds", "how long runs of pages took", buckets=BOUNDS)
FAILED = Counter("dashboard_failed_runs", "runs of pages that ended in a fault or a mistake")


def begin() -> None:
    """Note when the run of a page begins."""
    st.session_state["run_began"] = time.perf_counter()


def end() -> None:
    """Count a run that drew its page to the end."""
    SECONDS.observe(time.perf_counter() - cast("float", st.session_state["run_began"]))


def fail() -> None:
    """Count a run that did not."""
    FAILED.inc()
