"""How much of the server one address may take: asking, signing in, and open pages."""

import os
from collections import Counter
from http import HTTPStatus

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from prometheus_client import Gauge
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.api import problems
from components.serving.base import BASE

# A minute; a whole institution may stand behind one address.
ANSWERS = RateLimitItemPerMinute(int(os.environ.get("ANSWERS_A_MINUTE", "600")))
SIGN_INS = RateLimitItemPerMinute(30)
SESSIONS = int(os.environ.get("SESSIONS_AN_ADDRESS", "300"))  # open at once
# Pages of today's site are made once for everybody; those of another day are not.
LIMITED = {
    f"{BASE}/api/": ANSWERS,
    f"{BASE}/site/archive/": ANSWERS,
    f"{BASE}/site/data/": ANSWERS,
    f"{BASE}/auth/": SIGN_INS,
    f"{BASE}/oauth2callback": SIGN_INS,
}
OPEN = Gauge("dashboard_sessions", "pages that are open on this process")
STREAM = f"{BASE}/_stcore/stream"


class LimitedVisitors:
    """Refuses an address that asks too often, or has too many pages open; counts by process."""

    def __init__(self, app: ASGIApp, sessions: int = SESSIONS) -> None:
        self.app = app
        self._sessions = sessions
        self._window = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is within the limits."""
        if scope["type"] == "websocket" and scope["path"] == STREAM:
            await self._count_session(scope, receive, send)
        elif scope["type"] == "http" and (seconds := self._seconds_to_wait(scope)):
            message = problems.TOO_MANY.filled(seconds=seconds)
            response = problems.answer(Request(scope), HTTPStatus.TOO_MANY_REQUESTS, message)
            response.headers["retry-after"] = str(seconds)
            await response(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _seconds_to_wait(self, scope: Scope) -> int:
        """0 where the address may ask."""
        limit = next(
            (one for start, one in LIMITED.items() if scope["path"].startswith(start)), None
        )
        if limit is None or self._window.hit(limit, _address(scope)):
            return 0
        return limit.get_expiry()

    async def _count_session(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = _address(scope)
        if self._open[address] >= self._sessions:
            await _refuse(send)
            return
        self._open[address] += 1
        try:
            with OPEN.track_inprogress():
                await self.app(scope, receive, send)
        finally:
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]


async def _refuse(send: Send) -> None:
    # Before the websocket is accepted the server answers this with 403.
    closed: Message = {"type": "websocket.close", "code": 1013, "reason": "too many open pages"}
    await send(closed)


def _address(scope: Scope) -> str:
    """Who asks; the server takes it from X-Forwarded-For where a proxy on this machine says so."""
    client = scope.get("client")
    return client[0] if client else ""
