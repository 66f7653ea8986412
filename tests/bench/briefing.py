"""How long a briefing of the whole plan takes on invented figures: from gathering to files."""

import os
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from components.briefing import agendas, building, document, workbook
from components.reader import cache
from store.ground import clock
from store.ledger.knowledge import Until
from tests import stores
from tests.bench import report
from tests.bench.report import Target

MOST = 20  # seconds for 24 objectives
NOTES = """
The first briefing of a process, fonts and caches cold; the server's own two cores.
"""


def run() -> str:
    """Make one briefing and return what each step took."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'demo.db'}"
        stores.make("demo", os.environ["DATABASE_URL"])
        cache.begin_run()
        times = [time.perf_counter()]
        plan = cache.plan_standing(cache.plan_versions()[-1].code, Until.day(clock.today()))
        briefing = building.build(plan, agendas.of_plan(plan))
        times.append(time.perf_counter())
        pdf = document.typeset(briefing)
        times.append(time.perf_counter())
        xlsx = workbook.write(briefing)
        times.append(time.perf_counter())
    steps = [after - before for before, after in pairwise(times)]
    rows = [
        ["step", "seconds", "kB"],
        ["gathering", report.plain(steps[0]), "–"],
        ["document", report.plain(steps[1]), report.plain(len(pdf) / 1000)],
        ["workbook", report.plain(steps[2]), report.plain(len(xlsx) / 1000)],
    ]
    wanted = [Target(f"briefing of {len(briefing.chapters)} objectives", sum(steps), MOST, "s")]
    return f"{report.table(rows)}\n{NOTES}\n{report.targets(wanted)}"
