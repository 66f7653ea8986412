"""The files that a browser keeps: the front end's, compressed once, and those of our own pages."""

import gzip
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from components import api
from components.elements.land import LANDS
from components.look import style
from components.reader import scripts
from components.serving.base import BASE

STATIC = Path(st.__file__).parent / "static"
ASSETS = (scripts.SCRIPT, style.SHEET, style.PROJECTOR, *LANDS.values())
KEPT = "public, immutable, max-age=31536000"  # for names that carry a hash of their content
MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css"}


@cache
def compress(path: Path) -> bytes:
    """The file's gzip, made once and kept; Streamlit itself never compresses its bundles."""
    return gzip.compress(path.read_bytes(), 9)


@cache
def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), 9)


def bundle(url_path: str) -> Path | None:
    """The front end's file behind a URL path, if it is one worth compressing."""
    name = url_path.removeprefix(f"{BASE}/").lstrip("/")
    path = (STATIC / name).resolve()
    inside = path.is_relative_to(STATIC) and path.suffix in MEDIA_TYPES and path.is_file()
    return path if inside and name.startswith("static/") else None


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
        response = Response(
            compress(path),
            headers={
                "content-type": MEDIA_TYPES[path.suffix],
                "content-encoding": "gzip",
                "vary": "accept-encoding",
                "cache-control": KEPT,
            },
        )
        await response(scope, receive, send)


async def asset(request: Request) -> Response:
    """A file of our own pages, under a name of its content: kept for ever."""
    one = next(one for one in ASSETS if one.address == request.url.path)
    headers = {"cache-control": KEPT, "vary": "accept-encoding"}
    body = one.text.encode()
    if api.takes_gzip(request.headers):
        body, headers["content-encoding"] = _packed(one.text), "gzip"
    return Response(body, media_type=one.media_type, headers=headers)


def routes() -> list[BaseRoute]:
    """Where the files of our own pages are."""
    return [Route(one.serve_at(BASE), asset) for one in ASSETS]
