"""One of many sessions at once: a visitor's page, its clicks and its looks for news."""

import asyncio
import time
from dataclasses import dataclass, field

from websockets.asyncio.client import ClientConnection, connect

from tests.bench.client import PROTOCOL, Session, stream
from tests.bench.servers import Server

AT_ONCE = 4  # pages that are opened at the same moment
VISITOR = {"X-Forwarded-For": "192.0.2.1"}  # who comes through a proxy may only read


@dataclass
class Reader(Session):
    """A session that lets others go on while it waits."""

    socket: ClientConnection = field(kw_only=True)

    async def open(self, name: str) -> float:
        """Open a page by its address; the milliseconds until it was sent."""
        return await self._ask(self.request(name=name))

    async def follow(self, query: str) -> float:
        """Follow a link to the same page in another view; the milliseconds until it was sent."""
        return await self._ask(self.lead(query))

    async def look(self) -> float:
        """Look for news as a browser does by itself; the milliseconds until the answer's end."""
        return await self._ask(self.request(fragment=self.fragment))

    async def _ask(self, request: bytes) -> float:
        begin = time.perf_counter()
        await self.socket.send(request)
        while True:
            received = await self.socket.recv()
            if self.take(received if isinstance(received, bytes) else received.encode()):
                return (time.perf_counter() - begin) * 1000


async def opened(server: Server, names: list[str]) -> list[Reader]:
    """Open these pages, a session each."""
    few = asyncio.Semaphore(AT_ONCE)

    async def one(name: str) -> Reader:
        async with few:
            socket = await connect(
                stream(server),
                subprotocols=[PROTOCOL],
                max_size=None,
                compression=None,
                ping_interval=None,
                additional_headers=VISITOR,
            )
            reader = Reader(socket=socket)
            await reader.open(name)
            return reader

    return list(await asyncio.gather(*(one(name) for name in names)))
