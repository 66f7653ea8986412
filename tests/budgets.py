"""What a run of each page may cost, for whoever sees most of it, on the invented store.

Elements and kB are held by a test, the processor's time by `make bench`, on a quiet machine.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that one run may send and cost.

    Units: elements; kB of 1000 bytes, before the websocket compresses them; ms of the server's
    processor in `python -m tests.bench budgets`, with every answer of the store kept from the run
    before: half above what was measured on two quiet cores on 2026-11-30, which themselves differ
    by as much from hour to hour.
    """

    elements: int
    kb: float
    cpu_ms: float


BUDGETS = {
    "overview": Budget(20, 35, 75),
    "goal": Budget(12, 12, 35),
    "objective": Budget(110, 220, 370),
    "gaps": Budget(14, 14, 60),
    "regions": Budget(16, 48, 90),
    "twins": Budget(30, 52, 120),
    "soil-carbon": Budget(80, 45, 85),
    "queue": Budget(30, 7, 50),
    "meeting": Budget(10, 4, 40),
    "my-figures": Budget(70, 30, 195),
    "report": Budget(40, 13, 95),
    "countries": Budget(95, 16, 285),
    "import": Budget(14, 3, 255),
    "samplings": Budget(36, 8, 90),
    "activities": Budget(58, 23, 165),
    "region": Budget(8, 5, 30),
    "task-forces": Budget(45, 50, 115),
    "partners": Budget(95, 100, 190),
    "plan": Budget(45, 12, 95),
    "people": Budget(50, 37, 145),
    "audit": Budget(14, 350, 240),
    "method": Budget(15, 37, 40),
    "data": Budget(18, 580, 490),
    "search": Budget(8, 4, 40),
}
