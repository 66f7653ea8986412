"""How many requests a second `/api/v1/status` bears, and how long they wait, by clients at once."""

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median, quantiles

from tests.bench import client, report
from tests.bench.contestants import demonstrating
from tests.bench.servers import Server

PATH = "/api/v1/status"
CLIENTS = (1, 16, 64)
REQUESTS = 3_000  # of all clients together
CLICKS = 30
SLOWEST_95 = 1_000  # milliseconds, with most clients
NOTES = """
Demonstration store, as of today, answers kept; one connection a client, each asking again as soon
as it was answered. The clients share the machine with the server. “first” is the first answer
after the server's start. A click changes the plan on the Overview, without a browser.
"""


@dataclass(frozen=True, slots=True)
class Load:
    """What clients at once met: milliseconds from asking to the last byte."""

    kind: str
    clients: int
    seconds: float
    waits: list[float]
    size: int

    @property
    def slow(self) -> float:
        """The wait that one in twenty exceeds."""
        return quantiles(self.waits, n=20)[-1]


def run() -> str:
    """Serve a store, ask it in three ways, and return the table."""
    with demonstrating() as server:
        return _measure(server)


def _measure(server: Server) -> str:
    first = _ask(HTTPConnection("127.0.0.1", server.port), {})[0]
    tag = _tag(server)
    kinds = {
        "plain": {},
        "gzip": {"accept-encoding": "gzip"},
        "304": {"accept-encoding": "gzip", "if-none-match": tag},
    }
    found = [_load(server, kind, kinds[kind], clients) for kind in kinds for clients in CLIENTS]
    rows = [["answer", "clients", "bytes", "requests/s", "p50 ms", "p95 ms"]]
    rows += [
        [
            one.kind,
            str(one.clients),
            f"{one.size:,}",
            report.plain(len(one.waits) / one.seconds),
            report.plain(median(one.waits)),
            report.plain(one.slow),
        ]
        for one in found
    ]
    quiet, busy = _clicks(server, kinds["gzip"])
    said = (
        f"first: {report.plain(first)} ms\n"
        f"a click: {report.plain(quiet)} ms alone, {report.plain(busy)} ms with 16 clients asking"
    )
    wanted = [
        report.Target(f"{one.kind}, {one.clients} clients: p95", one.slow, SLOWEST_95, "ms")
        for one in found
        if one.clients == max(CLIENTS)
    ]
    return f"{report.table(rows)}\n\n{said}\n{NOTES}\n{report.targets(wanted)}"


def _tag(server: Server) -> str:
    connection = HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", PATH, headers={"accept-encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.headers["etag"]


def _load(
    server: Server, kind: str, headers: Mapping[str, str], clients: int, requests: int = REQUESTS
) -> Load:
    def ask_often(_client: int) -> list[tuple[float, int]]:
        connection = HTTPConnection("127.0.0.1", server.port)
        found = [_ask(connection, headers) for _ in range(requests // clients)]
        connection.close()
        return found

    begin = time.perf_counter()
    with ThreadPoolExecutor(clients) as threads:
        found = [one for many in threads.map(ask_often, range(clients)) for one in many]
    spent = time.perf_counter() - begin
    return Load(kind, clients, spent, [wait for wait, _ in found], found[-1][1])


def _ask(connection: HTTPConnection, headers: Mapping[str, str]) -> tuple[float, int]:
    """Milliseconds that an answer took, and its bytes as sent."""
    begin = time.perf_counter()
    connection.request("GET", PATH, headers=dict(headers))
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status in (200, 304)
    return (time.perf_counter() - begin) * 1000, len(body)


def _clicks(server: Server, headers: Mapping[str, str]) -> tuple[float, float]:
    """Median milliseconds of a click alone, and while 16 clients ask for the status."""
    session = client.opened(server)
    plans = ["2020", "2022"] * CLICKS
    for plan in plans[:6]:
        client.switch_plan(session, plan)
    quiet = median(client.switch_plan(session, plan) for plan in plans[:CLICKS])
    with ThreadPoolExecutor(1) as beside:
        load = beside.submit(_load, server, "gzip", headers, 16, 4 * REQUESTS)
        busy = []
        while not load.done():
            busy.append(client.switch_plan(session, plans[len(busy) % 2]))
    session.socket.close()
    return quiet, median(busy)
