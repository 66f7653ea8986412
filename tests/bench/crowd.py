"""Many readers of files at once: each asks for its next page when that is due."""

import asyncio
import random
import time
from dataclasses import dataclass
from statistics import quantiles

import httpx

from tests.bench.servers import Server

READERS, PERIOD, SECONDS = 500, 5.0, 30.0  # at once; between two pages of one; in all
GZIP = {"accept-encoding": "gzip"}


@dataclass(frozen=True, slots=True)
class Read:
    """Milliseconds of each wait, and the server's processor time."""

    waits: list[float]
    processor: float  # share of one core
    each: float  # milliseconds of the processor a page

    def slower_than(self, percent: int) -> float:
        """The wait that `percent` of all do not exceed."""
        return quantiles(self.waits, n=100, method="inclusive")[percent - 1]


async def read(server: Server, paths: list[str]) -> Read:
    """Let the readers read; a wait counts from the moment the page was due."""
    limits = httpx.Limits(max_connections=READERS, max_keepalive_connections=0)
    async with httpx.AsyncClient(
        base_url=server.address, headers=GZIP, limits=limits, timeout=60
    ) as client:
        for path in paths:  # made before anybody is counted
            (await client.get(path)).raise_for_status()
        begin, cpu = time.perf_counter(), server.cpu_ms()
        end = begin + SECONDS
        readers = [_keep_reading(client, paths, end) for _ in range(READERS)]
        waits = [wait for one in await asyncio.gather(*readers) for wait in one]
        spent = server.cpu_ms() - cpu
        return Read(waits, spent / (time.perf_counter() - begin) / 1000, spent / len(waits))


async def _keep_reading(client: httpx.AsyncClient, paths: list[str], end: float) -> list[float]:
    waits: list[float] = []
    due = time.perf_counter() + random.random() * PERIOD
    while due < end:
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        (await client.get(random.choice(paths))).raise_for_status()
        waits.append((time.perf_counter() - due) * 1000)
        due += PERIOD
    return waits
