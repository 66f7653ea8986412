"""What a run of each page may cost, for whoever sees most of it, on the invented store.

Elements and kB are held by a test, the processor's time by `make bench`, on a quiet machine. No
page may cost more than twice the Overview, but for what EXCEPTIONS names.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that one run may send and cost.

    Units: elements; kB of 1000 bytes, before the websocket compresses them; ms of the server's
    processor in `python -m tests.bench budgets`, with every answer of the store kept from the run
    before: half above what was measured on two quiet cores on 2026-11-30, which themselves differ
    by as much from hour to hour, and never below 15. Of pages that changed on 2026-12-01 it was
    measured beside the Overview on a busy machine, and brought to its quiet figure.
    """

    elements: int
    kb: float
    cpu_ms: float


BUDGETS = {
    "overview": Budget(16, 32, 25),
    "goal": Budget(12, 12, 20),
    "objective": Budget(30, 70, 65),
    "gaps": Budget(14, 14, 25),
    "regions": Budget(16, 48, 20),
    "twins": Budget(28, 50, 40),
    "soil-carbon": Budget(32, 40, 30),
    "queue": Budget(24, 7, 20),
    "meeting": Budget(10, 4, 15),
    "my-figures": Budget(32, 30, 45),
    "report": Budget(30, 12, 45),
    "countries": Budget(24, 36, 50),
    "import": Budget(14, 3, 30),
    "samplings": Budget(32, 8, 45),
    "activities": Budget(31, 12, 60),
    "region": Budget(8, 5, 20),
    "task-forces": Budget(30, 48, 60),
    "partners": Budget(32, 60, 55),
    "plan": Budget(25, 9, 35),
    "people": Budget(12, 22, 40),
    "audit": Budget(16, 42, 45),
    "method": Budget(22, 39, 20),
    "data": Budget(32, 70, 50),
    "search": Budget(8, 4, 15),
}

MOST = 2  # times what the Overview may cost
# What may cost more than that, and why.
EXCEPTIONS: dict[str, dict[str, str]] = {
    "objective": {
        "kb": "up to three charts at once, each with its whole specification",
        "cpu_ms": "the ways to say something of each indicator are fields of their own",
    },
    "data": {"kb": "every source is printed below the table"},
    "activities": {"cpu_ms": "a form of twenty fields, none of which can wait"},
    "task-forces": {"cpu_ms": "the timeline and all its rows stand below the grid of seats"},
    "partners": {"cpu_ms": "two charts, a table and the forms to keep them"},
}
