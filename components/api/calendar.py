"""A person's calendar of due days, at an address that only they know."""

import os

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from components.api import reading
from store.ground import clock
from store.ground.errors import UnknownReferenceError
from store.reminders import calendars

HEADERS = {"cache-control": "private, no-store", "x-robots-tag": "noindex"}


async def calendar(request: Request) -> Response:
    """Answer with the days due for whoever the address was made for; 404 for any other address."""
    token = request.path_params["token"]
    home = os.environ.get("PUBLIC_ADDRESS", "").rstrip("/") or _home(request)
    try:
        content = await reading.off_the_loop(lambda: _read(token, home))
    except UnknownReferenceError as error:
        raise HTTPException(404) from error
    return Response(content, media_type="text/calendar; charset=utf-8", headers=HEADERS)


def _read(token: str, home: str) -> bytes:
    with reading.reading() as session:
        return calendars.of(session, token, home, clock.now())


def _home(request: Request) -> str:
    """Where the app is as the reader reached it: what stands before `/calendar/`."""
    return str(request.url).partition("/calendar/")[0]
