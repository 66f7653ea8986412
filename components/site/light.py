"""The public site, answered by the app's own server: each page made as it is asked for, then kept.

Made once and given from memory, a page costs what a file costs. What everybody may see changes with
an approval, the plan, or the day: then each page is made anew, and read as it was until it is.
"""

import datetime as dt
import mimetypes
from collections.abc import Hashable

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from components.api import answers, problems
from components.api.answers import Answer
from components.api.routes import reply
from components.language import spoken
from components.reader import cache, sessions
from components.reader.view import View
from components.serving import logs, maker
from components.serving.kept import Kept
from components.serving.maker import Make
from components.site import assets, builds, layout, pages, twin
from components.site.builds import Build, PublicationError
from components.site.template import Frame
from store.database import engine
from store.ground import clock
from store.ground.errors import UnusableStoreError
from store.ledger import news
from store.ledger.knowledge import Until

PROGRAM = "components.site.light"  # to be run, it makes pages for another process
FOR_EVER = "public, immutable, max-age=31536000"  # for names that carry a hash of their content


def routes(base: str, make: Make) -> list[BaseRoute]:
    """The pages, below the path of the app; `make` makes one, here or in a process of its own."""
    kept = Kept(_state, make)

    async def page(request: Request) -> Response:
        path = request.path_params["path"]
        if not layout.is_file(twin.read(path).page):
            raise HTTPException(404)
        response = reply(request, await kept.get(path))
        if path.startswith(layout.ASSETS):
            response.headers["cache-control"] = FOR_EVER
        return response

    site = Starlette(
        routes=[Route("/{path:path}", page)],
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


def _state() -> Hashable:
    """What a page was made of: the same until something that everybody may see is written."""
    with sessions.reading() as session:
        return engine.state(), news.newest_public(session), clock.today()


def made(path: str) -> Answer:
    """The file at a path.

    Errors: HTTPException, 404, for what there is not.
    """
    return _asset(path) if path.startswith(layout.ASSETS) else _page(path)


def _asset(path: str) -> Answer:
    shared = assets.make()
    content = assets.runtime() if path == shared.runtime else shared.files.get(path)
    if content is None:
        raise HTTPException(404)
    return answers.of(content, _media_type(path))


def _page(path: str) -> Answer:
    cache.begin_run()
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
    return answers.of(content, _media_type(asked.page))


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


if __name__ == "__main__":
    logs.begin()
    maker.serve(made)
