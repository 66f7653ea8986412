"""`python -m tests.bench.looks`: what each page and answer costs on the store at DATABASE_URL.

A process of its own, which prints seconds by look as JSON; nan where it fails.
"""

import json
import math
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlmodel import Session
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from components import api
from components.briefing import agendas, building, document, workbook
from components.reader import cache
from store.database import engine
from store.ground import clock
from store.ledger import audit
from store.ledger.knowledge import Until
from store.models import RoleKind, Setting
from store.people import identities
from store.people.identities import Identity
from store.rights.rights import Grant
from tests import stores
from tests.menu import PAGES, ROOT
from tests.pages.acting import ISSUER, add

PAST = {"as_of": "2024-06-30"}
TIMES, LONG = 3, 1.0  # what takes longer than this many seconds is measured once
WHO = "Sofia"
PATIENCE = 900  # seconds
LOOKS: dict[str, tuple[str, dict[str, str]]] = {
    "Overview": ("overview", {}),
    "Target gaps": ("gaps", {}),
    "Goal A": ("goal", {"goal": "A"}),
    "Objective A1": ("objective", {"objective": "A1"}),
    "Regions": ("regions", {}),
    "Region AFR": ("region", {"region": "AFR"}),
    "Twins": ("twins", {}),
    "My figures": ("my-figures", {}),
    "Review queue": ("queue", {}),
    "Data": ("data", {}),
    "Audit": ("audit", {}),
    "Search": ("search", {}),
    "Overview, past": ("overview", PAST),
    "Objective A1, past": ("objective", {"objective": "A1"} | PAST),
    "Regions, past": ("regions", PAST),
    "Region AFR, past": ("region", {"region": "AFR"} | PAST),
}
ANSWERS: dict[str, str] = {
    "API measurements, first page": "measurements",
    "API measurements, since a day": "measurements?updated_since=2026-11-01",
    "API measurements, past": "measurements?as_of=2024-06-30",
    "API status": "status",
    "feed": "feed.atom",
}


def main() -> None:
    """Look at everything on a small store first, which loads the program, then at the one asked."""
    url = os.environ["DATABASE_URL"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'demo.db'}"
        stores.make("demo", os.environ["DATABASE_URL"])
        _look(times=1)
        os.environ["DATABASE_URL"] = url
        found = _look(times=TIMES)
    found["most memory, GB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    sys.stdout.write(json.dumps(found))


def _look(times: int) -> dict[str, float]:
    app = _secretariat()
    found = {
        look: _seconds(partial(_run, app, page, parameters), times)
        for look, (page, parameters) in LOOKS.items()
    }
    with TestClient(Starlette(routes=api.routes()), raise_server_exceptions=False) as client:
        for look, path in ANSWERS.items():
            found[look] = _seconds(partial(_ask, client, path), times)
    found["briefing of the plan"] = _seconds(_brief, 1)
    return found


def _secretariat() -> AppTest:
    """The app, opened by somebody who may see everything."""
    opened = engine.connect(engine.address())
    with Session(opened) as session, session.begin():
        if identities.find(session, Identity(ISSUER, WHO)) is None:
            add(session, WHO, Grant(RoleKind.SECRETARIAT))
    opened.dispose()
    app = AppTest.from_file(ROOT / "app.py", default_timeout=PATIENCE)
    app.user = {"is_logged_in": True, "iss": ISSUER, "sub": WHO, "iat": time.time()}
    return app.run()


def _seconds(work: Callable[[], bool], times: int) -> float:
    """The quickest of some times, each after something was written."""
    spent = []
    while len(spent) < times and (not spent or spent[0] < LONG):
        _write_something()
        begin = time.perf_counter()
        is_there = work()
        spent.append(time.perf_counter() - begin)
        if not is_there:
            return math.nan
    return min(spent)


def _write_something() -> None:
    opened = engine.connect(engine.address())
    with Session(opened) as session, session.begin():
        audit.record(session, "bench", "touch", session.get_one(Setting, "figures"))
    opened.dispose()


def _run(app: AppTest, page: str, parameters: dict[str, str]) -> bool:
    app.query_params.clear()
    for name, value in parameters.items():
        app.query_params[name] = value
    app.switch_page(next(one.script for one in PAGES if one.name == page)).run()
    return not app.exception and "failures" not in app.session_state


def _ask(client: TestClient, path: str) -> bool:
    return client.get(f"/api/v1/{path}").status_code == 200


def _brief() -> bool:
    cache.begin_run()
    plan = cache.plan_standing(cache.plan_versions()[-1].code, Until.day(clock.today()))
    briefing = building.build(plan, agendas.of_plan(plan))
    return bool(document.typeset(briefing) and workbook.write(briefing))


if __name__ == "__main__":
    main()
