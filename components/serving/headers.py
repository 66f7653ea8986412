"""What every answer tells the browser to refuse."""

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.serving.base import BASE
from components.serving.bundles import STATIC

FRAMED = f"{BASE}/site/"  # by the page that waits for the app


@cache
def content_policy(ancestors: str) -> str:
    """Nothing from another host, no script but the front end's own and files of this server.

    `ancestors` are the pages that may frame the answer.
    """
    inline = re.findall(r"<script>(.*?)</script>", (STATIC / "index.html").read_text(), re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in inline)
    hashes = " ".join(f"'sha256-{digest}'" for digest in digests)
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' {hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "connect-src 'self' data: blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors {ancestors}",
        ]
    )


class GuardedAnswers:
    """Adds the security headers to every HTTP answer; cookies are Secure when the site is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass websockets on untouched."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_framed = scope["path"].startswith(FRAMED)
        encrypted = scope.get("scheme") == "https"
        await self.app(scope, receive, _guard(send, is_framed=is_framed, encrypted=encrypted))


def _guard(send: Send, *, is_framed: bool, encrypted: bool) -> Callable[[Message], Awaitable[None]]:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["content-security-policy"] = content_policy("'self'" if is_framed else "'none'")
            headers["x-content-type-options"] = "nosniff"
            headers["x-frame-options"] = "SAMEORIGIN" if is_framed else "DENY"
            headers["referrer-policy"] = "same-origin"
            headers["permissions-policy"] = "camera=(), microphone=(), geolocation=()"
            headers["cross-origin-opener-policy"] = "same-origin"
            if encrypted:
                headers["strict-transport-security"] = "max-age=31536000"
                message["headers"] = [_secure(*header) for header in message["headers"]]
        await send(message)

    return guarded


def _secure(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    lacks = name.lower() == b"set-cookie" and b"secure" not in value.lower()
    return name, value + b"; Secure" if lacks else value
