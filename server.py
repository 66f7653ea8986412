"""What `make run` starts: the Streamlit script in a server that compresses and guards it."""

import base64
import gzip
import hashlib
import re
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path

# Imported here, once and before the first visitor, instead of inside the first page.
import altair  # noqa: F401
import pandas  # noqa: F401
import pydeck  # noqa: F401
import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

from components import api
from components.look import style
from components.reader import scripts

# Until st.navigation has run once, Streamlit takes a folder named pages/ for its old kind of
# pages: the first visitor's deep link would be "not found". Ours are declared in app.py.
PagesManager.uses_pages_directory = False

ROOT = Path(__file__).parent
STATIC = Path(st.__file__).parent / "static"
# Below which path the app is served; Streamlit puts its own routes there, ours are ours to put.
BASE = "".join(f"/{part}" for part in st.get_option("server.baseUrlPath").split("/") if part)
ASSETS = (scripts.SCRIPT, style.SHEET)
KEPT = "public, immutable, max-age=31536000"  # for names that carry a hash of their content
MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8"}


@cache
def compress(path: Path) -> bytes:
    """The file's gzip, made once and kept; Streamlit itself never compresses its bundles."""
    return gzip.compress(path.read_bytes(), 9)


def bundle(url_path: str) -> Path | None:
    """The front end's file behind a URL path, if it is one worth compressing."""
    home = f"{BASE}/"
    name = "index.html" if url_path == home else url_path.removeprefix(home).lstrip("/")
    path = (STATIC / name).resolve()
    inside = path.is_relative_to(STATIC) and path.suffix in MEDIA_TYPES and path.is_file()
    return path if inside and (name.startswith("static/") or name == "index.html") else None


class CompressedBundles:
    """Answers requests for the front end's files with their gzip."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on whatever is not a GET of a bundle by a client that takes gzip."""
        wants = scope["type"] == "http" and scope["method"] == "GET"
        path = bundle(scope["path"]) if wants and api.takes_gzip(Headers(scope=scope)) else None
        if path is None:
            await self.app(scope, receive, send)
            return
        fresh = path.name == "index.html"  # the other names carry a hash of their content
        response = Response(
            compress(path),
            headers={
                "content-type": MEDIA_TYPES[path.suffix],
                "content-encoding": "gzip",
                "vary": "accept-encoding",
                "cache-control": "no-cache" if fresh else KEPT,
            },
        )
        await response(scope, receive, send)


@cache
def content_policy() -> str:
    """Nothing from another host, no script but the front end's own and files of this server."""
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
            "frame-ancestors 'none'",
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
        await self.app(scope, receive, _guard(send, encrypted=scope.get("scheme") == "https"))


def _guard(send: Send, *, encrypted: bool) -> Callable[[Message], Awaitable[None]]:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["content-security-policy"] = content_policy()
            if headers.get("content-type", "").startswith("text/html"):
                # Asked for beside the front end, not after the first run.
                sheet, script = style.SHEET.address, scripts.SCRIPT.address
                headers["link"] = (
                    f"<{sheet}>; rel=preload; as=style, <{script}>; rel=preload; as=script"
                )
            headers["x-content-type-options"] = "nosniff"
            headers["x-frame-options"] = "DENY"
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


class ToldSignIn:
    """Lets a failed sign-in be said: Streamlit logs it and sends the reader back without a word."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at what follows the provider's answer only."""
        if scope["type"] != "http" or not scope["path"].endswith("/oauth2callback"):
            await self.app(scope, receive, send)
            return

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start" and not _signs_in(message):
                headers = MutableHeaders(scope=message)
                headers["location"] = f"{headers.get('location', '/')}?signin=failed"
            await send(message)

        await self.app(scope, receive, told)


def _signs_in(message: Message) -> bool:
    cookies = Headers(scope=message).getlist("set-cookie")
    return any(
        cookie.startswith("_streamlit_user=") and "max-age=0" not in cookie.lower()
        for cookie in cookies
    )


async def healthz(_request: Request) -> Response:
    """The process answers; whether the store does is another question."""
    return PlainTextResponse("ok")


async def asset(request: Request) -> Response:
    """The script or style sheet of our own pages, under a name of its content: kept for ever."""
    one = next(one for one in ASSETS if one.address == request.url.path)
    headers = {"cache-control": KEPT, "vary": "accept-encoding"}
    body = one.text.encode()
    if api.takes_gzip(request.headers):
        body, headers["content-encoding"] = gzip.compress(body, 9), "gzip"
    return Response(body, media_type=one.media_type, headers=headers)


async def overview(request: Request) -> Response:
    """The Overview lives at `/`; its name leads there, the view in the address kept."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{BASE}/{query}", status_code=307)


def routes(base: str) -> list[BaseRoute]:
    """What is answered without Streamlit, below a path."""
    return [
        Route(f"{base}/healthz", healthz),
        Route(f"{base}/overview", overview),
        *api.routes(base),
    ]


# Streamlit itself holds the name in a request against this list for its websocket only.
ALLOWED_HOSTS = st.get_option("server.allowedHosts") or ["*"]

app = st.App(
    ROOT / "app.py",
    # At the top too: whoever balances load asks the process itself, not the proxy before it.
    routes=[
        *(Route(one.serve_at(BASE), asset) for one in ASSETS),
        *routes(BASE),
        *(routes("") if BASE else []),
    ],
    middleware=[
        Middleware(GuardedAnswers),
        Middleware(TrustedHostMiddleware, allowed_hosts=ALLOWED_HOSTS, www_redirect=False),
        Middleware(ToldSignIn),
        Middleware(CompressedBundles),
    ],
)
