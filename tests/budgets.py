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
    by as much from hour to hour, and never below 15.
    """

    elements: int
    kb: float
    cpu_ms: float


BUDGETS = {
    "overview": Budget(16, 32, 25),
    "goal": Budget(12, 12, 20),
    "objective": Budget(76, 135, 165),
    "gaps": Budget(14, 14, 25),
    "regions": Budget(16, 48, 20),
    "twins": Budget(30, 52, 40),
    "soil-carbon": Budget(80, 45, 30),
    "queue": Budget(30, 7, 20),
    "meeting": Budget(10, 4, 15),
    "my-figures": Budget(70, 30, 85),
    "report": Budget(40, 13, 50),
    "countries": Budget(95, 16, 160),
    "import": Budget(14, 3, 135),
    "samplings": Budget(36, 8, 45),
    "activities": Budget(58, 23, 70),
    "region": Budget(8, 5, 20),
    "task-forces": Budget(45, 50, 60),
    "partners": Budget(80, 80, 90),
    "plan": Budget(45, 12, 40),
    "people": Budget(50, 37, 60),
    "audit": Budget(14, 350, 310),
    "method": Budget(15, 37, 20),
    "data": Budget(20, 90, 235),
    "search": Budget(8, 4, 15),
}
