"""The addresses of the API, and how each answers: with an ETag, in gzip, to any origin."""

import re
from collections.abc import Awaitable, Callable
from functools import cache

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route

from components.api import answers, openapi, parameters, problems, reading
from components.api.answers import Answer
from components.api.calendar import calendar
from store.backup import files
from store.exchange.tables import TABLES
from store.ground import clock
from store.ground.errors import UnusableStoreError

_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))", re.IGNORECASE)
Endpoint = Callable[[Request], Awaitable[Response]]


def takes_gzip(headers: Headers) -> bool:
    """Whether the reader can unpack it; a weight of 0 says no."""
    return _GZIP.search(headers.get("accept-encoding", "")) is not None


def reply(request: Request, answer: Answer) -> Response:
    """The answer in the reader's encoding, or 304 where the reader has it already."""
    packs = answer.packed is not None and takes_gzip(request.headers)
    headers = {
        "etag": f'"{answer.digest}-gzip"' if packs else f'"{answer.digest}"',
        "cache-control": "public, no-cache",  # whoever keeps it asks whether it still holds
        "vary": "Accept, Accept-Encoding",
    }
    if answer.links:
        headers["link"] = answer.links
    if _has_it(request.headers.get("if-none-match", ""), answer):
        return Response(status_code=304, headers=headers)
    headers["content-type"] = answer.media_type
    if packs:
        headers["content-encoding"] = "gzip"
    if answer.name:
        headers["content-disposition"] = f'attachment; filename="{answer.name}"'
    body = answer.packed if answer.packed and packs else answer.body
    if body.file is None:
        return Response(body.content, headers=headers)
    headers["content-length"] = str(body.size)
    return StreamingResponse(body.parts(), headers=headers)


def _has_it(header: str, answer: Answer) -> bool:
    tags = {tag.strip().removeprefix("W/") for tag in header.split(",")}
    return bool(tags & {"*", f'"{answer.digest}"', f'"{answer.digest}-gzip"'})


async def _dataset(request: Request) -> Response:
    name, dot, suffix = request.path_params["name"].partition(".")
    table = TABLES.get(name)
    if table is None or (dot and suffix != "csv"):
        raise HTTPException(404)
    query = parameters.read(request.query_params, openapi.OF_TABLES, clock.today())
    make = answers.csv if dot or _prefers_csv(request.headers) else answers.rows
    home = _home(request)
    return reply(request, await reading.off_the_loop(lambda: make(name, query, home)))


def _home(request: Request) -> str:
    """The path of the app's first page: what the server's base path and `/api` leave of ours."""
    return request.scope["root_path"].removesuffix("api")


def _prefers_csv(headers: Headers) -> bool:
    accept = headers.get("accept", "").lower()
    return "text/csv" in accept and "json" not in accept


async def _archive(request: Request) -> Response:
    query = parameters.read(request.query_params, openapi.VIEW, clock.today())
    return reply(request, await reading.off_the_loop(lambda: answers.archive(query)))


async def _changes(request: Request) -> Response:
    query = parameters.read(request.query_params, ("as_of",), clock.today())
    home = f"{request.url.scheme}://{request.url.netloc}{_home(request)}"
    return reply(request, await reading.off_the_loop(lambda: answers.changes(query, home)))


def _fixed(make: Callable[[str], object]) -> Endpoint:
    """An endpoint that says the same to everybody."""
    made = cache(lambda home: answers.plain_json(make(home)))

    async def endpoint(request: Request) -> Response:
        parameters.read(request.query_params, (), clock.today())
        return reply(request, made(_home(request)))

    return endpoint


async def readyz(request: Request) -> Response:
    """Whether the store is reachable, migrated and takes writes; and when its backup was made.

    Whoever balances load asks this.
    """
    try:
        await reading.off_the_loop(reading.check_ready)
    except UnusableStoreError as error:
        return await problems.unreadable(request, error)
    made_at = await reading.off_the_loop(lambda: files.newest(files.folder()))
    age = {"x-newest-backup": made_at.isoformat() if made_at else "none"}
    return PlainTextResponse("ok", headers={"cache-control": "no-store", **age})


async def _lead_to_index(request: Request) -> Response:
    return RedirectResponse(f"{request.url.path}/v1/", status_code=307)


# Pages of every origin may read.
OPEN_TO_ALL = Middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["GET", "HEAD"],
    allow_headers=["if-none-match"],
    expose_headers=["etag", "link", "content-disposition"],
    max_age=86400,
)


def application() -> Starlette:
    """The API by itself, to be mounted at `/api`."""
    index = _fixed(answers.index)
    return Starlette(
        routes=[
            Route("/v1", index),
            Route("/v1/", index),
            Route("/v1/openapi.json", _fixed(openapi.describe)),
            Route("/v1/package.zip", _archive),
            Route("/v1/feed.atom", _changes),
            Route("/v1/{name}", _dataset),
        ],
        middleware=[OPEN_TO_ALL],
        exception_handlers={
            HTTPException: problems.refused,
            problems.BadRequestError: problems.bad_request,
            UnusableStoreError: problems.unreadable,
            SQLAlchemyError: problems.unreadable,
            Exception: problems.broken,
        },
    )


def routes(base: str = "") -> list[BaseRoute]:
    """What the server answers itself: the API, calendars, and whether the store is ready.

    `base` is the path below which the app is served, such as `/dashboard`.
    """
    return [
        Route(f"{base}/readyz", readyz),
        Route(f"{base}/calendar/{{token}}.ics", calendar),
        Route(f"{base}/api", _lead_to_index),
        Mount(f"{base}/api", app=application()),
    ]
