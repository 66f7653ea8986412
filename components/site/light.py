"""The public site's pages, answered by the app's own server as they are asked for."""

import asyncio
import datetime as dt
import mimetypes
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from components.api import problems
from components.api.answers import Answer
from components.api.routes import reply
from components.language import spoken
from components.reader import cache, clock
from components.reader.view import View
from components.site import assets, builds, layout, pages, twin
from components.site.builds import Build, PublicationError
from components.site.template import Frame
from store.ground.errors import UnusableStoreError
from store.ground.shelf import Shelf, shelf
from store.ledger.knowledge import Until

MOST_BYTES = 16_000_000
FOR_EVER = "public, immutable, max-age=31536000"  # for names that carry a hash of their content
# One: what a run keeps for itself is the program's where no page is drawn.
_THREAD = ThreadPoolExecutor(max_workers=1, thread_name_prefix="light")

_kept: Shelf[Answer] = shelf(MOST_BYTES, lambda one: len(one.body) + len(one.packed))
T = TypeVar("T")


def routes(base: str) -> list[BaseRoute]:
    """The pages, below the path of the app."""
    site = Starlette(
        routes=[Route("/{path:path}", _page)],
        exception_handlers={
            HTTPException: problems.refused,
            UnusableStoreError: problems.unreadable,
            SQLAlchemyError: problems.unreadable,
            Exception: problems.broken,
        },
    )
    home = f"{base}/{twin.HOME}"
    return [Route(home.rstrip("/"), _lead_home), Mount(home.rstrip("/"), app=site)]


async def _lead_home(request: Request) -> Response:
    return RedirectResponse(f"{request.url.path}/", status_code=307)


async def _page(request: Request) -> Response:
    path = request.path_params["path"]
    if path.startswith(layout.ASSETS):
        response = reply(request, await _off_the_loop(partial(_asset, path)))
        response.headers["cache-control"] = FOR_EVER
        return response
    return reply(request, await _off_the_loop(partial(_answer, path)))


async def _off_the_loop(work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(_THREAD, work)


def _asset(path: str) -> Answer:
    made = assets.make()
    content = assets.runtime() if path == made.runtime else made.files.get(path)
    if content is None:
        raise HTTPException(404)
    return Answer(content, _media_type(path))


def _answer(path: str) -> Answer:
    """The file at a path, made once until something is written.

    Errors: HTTPException, 404, for what there is not.
    """
    cache.begin_run()
    key = cache.store_version(), clock.today(), path
    return _kept(key, lambda: _made(path))


def _made(path: str) -> Answer:
    asked = twin.read(path)
    try:
        day = dt.date.fromisoformat(asked.day) if asked.day else None
        build = builds.choose(day, asked.plan, clock.now())
    except (PublicationError, ValueError) as error:
        raise HTTPException(404) from error
    home = layout.archived(build.key) if asked.day else ""
    with spoken.speaking(asked.language):
        content = _content(asked.page, build, home)
    if content is None:
        raise HTTPException(404)
    return Answer(content, _media_type(asked.page))


def _content(page: str, build: Build, home: str) -> bytes | None:
    view = View(Until.day(build.as_of), build.plan)
    chosen = {"as_of": str(build.as_of), "plan": build.plan} if home else {}

    def place(name: str) -> Frame:
        original = f"../{twin.original(name, chosen)}"
        return Frame(build, spoken.current().code, home, name, original)

    return pages.one(cache.plan_standing(view.plan, view.until), view, place, page)


def _media_type(path: str) -> str:
    if path.endswith(".atom"):
        return "application/atom+xml; charset=utf-8"
    found = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith("text/") else found
