"""The Overview beside a bare Streamlit page, Dash and Panel: measured in turns, one table."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from components.shell import live
from tests import stores
from tests.bench import client, environment, report
from tests.bench.browser import Sent, Visit, first_load, launch, visit
from tests.bench.contestants import BARE, DASH, OURS, PANEL, Contestant, running, streamlit

ORDER = (OURS, BARE, DASH, PANEL)
RERUNS = 50
WARM_UP = 6
NOTES = """
Medians of {rounds} rounds taken in turns; × is “times ours”. All four are asked once a frame
whether the texts of the view stand in the page, in shadow roots and canvases too; a click counts
from the browser's event. {clicks} clicks a contestant, painted without a graphics card, by a
processor {slower:g} times as slow as this one. kB are 1000 bytes as sent.
Dash and Panel draw the same dumped Vega-Lite specification (one view, six gauges) and tables; our
Overview draws its gauges by style sheet, so there is no Vega on the page. The table of changes is
plain HTML in ours and in Panel, a DataTable of ten rows a page in Dash. The bare
page is `st.write` and a button under our settings, without our server.py.
"""


@dataclass
class Measured:
    """What was found of one contestant."""

    sent: Sent
    visits: list[Visit] = field(default_factory=list)
    rerun_cpu: list[float] = field(default_factory=list)
    rerun_ms: list[float] = field(default_factory=list)
    idle_cpu: list[float] = field(default_factory=list)

    def times(self, read: Callable[[Visit], float]) -> float:
        """The median over the rounds."""
        return median(read(visit) for visit in self.visits)

    @property
    def click(self) -> float:
        """The median over all clicks."""
        return median(click for visit in self.visits for click in visit.clicks)


def run(rounds: int, slower: float = 1) -> str:
    """Measure everything; return the table, the targets and what to know about both.

    The browsers' processor is so many times `slower` than this machine's.
    """
    environment.prepare()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as started:
        store, dumped = f"sqlite:///{folder}/demo.db", Path(folder) / "views.json"
        stores.make("demo", store)
        dump(store, dumped)
        contestants = [started.enter_context(running(name, store, dumped)) for name in ORDER]
        playwright = started.enter_context(sync_playwright())
        browser = launch(playwright)
        found = measure(browser, contestants, rounds, slower)
        browser.close()
    clicks = len(found[OURS].visits) * len(found[OURS].visits[0].clicks)
    notes = NOTES.format(rounds=rounds, clicks=clicks, slower=slower)
    return "\n".join([report.table(_rows(found)), notes, report.targets(_targets(found))])


def dump(store: str, dumped: Path) -> None:
    """Write what the others show, by a process of its own that reads this store."""
    subprocess.run(
        [sys.executable, "-m", "tests.bench.dump", dumped],
        env=os.environ | dict(streamlit(store, 0)),
        cwd=stores.ROOT,
        check=True,
        capture_output=True,
    )


def measure(
    browser: Browser, contestants: list[Contestant], rounds: int, slower: float = 1
) -> dict[str, Measured]:
    """One first load each, which also wakes the servers, then the rounds in turns."""
    found = {one.name: Measured(first_load(browser, one)) for one in contestants}
    for number in range(rounds):
        for one in contestants:
            sys.stderr.write(f"round {number + 1} of {rounds}: {one.name}\n")
            found[one.name].visits.append(visit(browser, one, slower))
        for one in contestants:
            if one.name in (OURS, BARE):
                _reruns(one, found[one.name])
    return found


def _reruns(contestant: Contestant, found: Measured) -> None:
    """Rerun the page without a browser: the server alone has the processor."""
    session = client.opened(contestant.server)
    plans = ["2020", "2022"] * (RERUNS // 2)

    def rerun(plan: str) -> float:
        if contestant.name == BARE:
            return session.press("Next")
        return client.switch_plan(session, plan)

    for plan in plans[:WARM_UP]:
        rerun(plan)
    begin = contestant.server.cpu_ms()
    found.rerun_ms.append(median(rerun(plan) for plan in plans))
    found.rerun_cpu.append((contestant.server.cpu_ms() - begin) / len(plans))
    if session.fragment:
        begin = contestant.server.cpu_ms()
        for _poll in range(RERUNS):
            session.poll()
        spent = (contestant.server.cpu_ms() - begin) / RERUNS
        found.idle_cpu.append(spent / live.SECONDS)
    session.socket.close()


def _rows(found: dict[str, Measured]) -> list[list[str]]:
    rows: dict[str, Callable[[Measured], float]] = {
        "load, empty cache, ms": lambda one: one.times(lambda visit: visit.cold),
        "load again, ms": lambda one: one.times(lambda visit: visit.warm),
        "click, ms": lambda one: one.click,
        "first load, kB": lambda one: one.sent.kb,
        "  of it by websocket, kB": lambda one: one.sent.socket_kb,
        "  requests": lambda one: one.sent.requests,
        "server CPU a click in the browser, ms": lambda one: one.times(lambda v: v.cpu_per_click),
        "server CPU a rerun, ms": lambda one: report.middle(one.rerun_cpu),
        "server time a rerun, ms": lambda one: report.middle(one.rerun_ms),
        "server CPU an idle page and second, ms": lambda one: report.middle(one.idle_cpu),
    }
    table = [["", *ORDER]]
    for label, read in rows.items():
        ours = read(found[OURS])
        table.append([label, *(report.beside(read(found[name]), ours) for name in ORDER)])
    return table


def _targets(found: dict[str, Measured]) -> list[report.Target]:
    ours, dash, panel = found[OURS], found[DASH], found[PANEL]
    faster = min((dash, panel), key=lambda one: one.click)
    name = DASH if faster is dash else PANEL
    dash_cold = dash.times(lambda visit: visit.cold)
    cold = ours.times(lambda visit: visit.cold)
    return [
        report.Target(f"click ≤ {name}, the faster of both", ours.click, faster.click, "ms"),
        report.Target("load with an empty cache ≤ Dash", cold, dash_cold, "ms"),
        report.Target("load again ≤ 1.1 × Panel", *_again(ours, panel), "ms"),
        report.Target("first load ≤ 1.3 MB as sent", ours.sent.kb, 1300, "kB"),
        report.Target("requests of a first load ≤ 80", ours.sent.requests, 80, ""),
        report.Target("server CPU a rerun ≤ 10 ms", report.middle(ours.rerun_cpu), 10, "ms"),
    ]


def _again(ours: Measured, panel: Measured) -> tuple[float, float]:
    return ours.times(lambda visit: visit.warm), 1.1 * panel.times(lambda visit: visit.warm)
