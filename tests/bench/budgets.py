"""The processor's time of a run of every page, against `tests/budgets.py`."""

import sys

from tests.bench import client, report
from tests.bench.contestants import demonstrating
from tests.bench.servers import Server
from tests.budgets import BUDGETS

WARM_UP, RERUNS = 4, 20
NOTES = """
Server CPU of a run in which the plan version changes to one that was shown before: the mean of
{reruns} runs without a browser. The reader is the one user of a local copy, who may see everything,
on the invented store.
"""


def run() -> str:
    """Measure; return the table of targets.

    Errors: MissedError where a page needs more than its budget.
    """
    with demonstrating() as server:
        wanted = [
            report.Target(f"a run of {page}", _cost(server, page), budget.cpu_ms, "ms")
            for page, budget in BUDGETS.items()
        ]
    found = f"{report.targets(wanted)}\n{NOTES.format(reruns=RERUNS)}"
    if any(one.verdict == "missed" for one in wanted):
        raise report.MissedError(found)
    return found


def _cost(server: Server, page: str) -> float:
    """Milliseconds of the processor for one run."""
    sys.stderr.write(f"runs of {page}\n")
    session = client.opened(server, "" if page == "overview" else page)
    plans = ["2020", "2022"] * (RERUNS // 2)
    for plan in plans[:WARM_UP]:
        client.switch_plan(session, plan)
    begin = server.cpu_ms()
    for plan in plans:
        client.switch_plan(session, plan)
    spent = (server.cpu_ms() - begin) / RERUNS
    session.socket.close()
    return spent
