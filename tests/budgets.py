"""What a run of each page may cost, for whoever sees most of it, on the invented store.

Elements and kB are held by a test, the processor's time by `make bench`, on a quiet machine.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that one run may send and cost.

    Units: elements; kB of 1000 bytes, before the websocket compresses them; ms of the server's
    processor, with every answer of the store kept from the run before.
    """

    elements: int
    kb: float
    cpu_ms: float


BUDGETS = {
    "overview": Budget(20, 35, 15),
    "goal": Budget(12, 12, 15),
    "objective": Budget(110, 220, 90),
    "gaps": Budget(14, 14, 15),
    "regions": Budget(45, 830, 80),
    "soil-carbon": Budget(80, 45, 30),
    "queue": Budget(30, 7, 30),
    "meeting": Budget(10, 4, 15),
    "my-figures": Budget(70, 30, 55),
    "report": Budget(40, 13, 30),
    "countries": Budget(95, 16, 65),
    "import": Budget(14, 3, 60),
    "samplings": Budget(36, 8, 20),
    "activities": Budget(58, 23, 40),
    "region": Budget(8, 5, 15),
    "task-forces": Budget(45, 42, 30),
    "partners": Budget(95, 100, 60),
    "plan": Budget(45, 12, 25),
    "people": Budget(50, 37, 55),
    "audit": Budget(14, 350, 85),
    "method": Budget(15, 37, 15),
    "data": Budget(18, 580, 160),
}
