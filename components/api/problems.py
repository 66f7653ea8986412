"""What goes wrong, as RFC 9457 has it: JSON with a sentence, never a page or a traceback."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.language import spoken
from components.language.text import tell
from store.ground.errors import UnusableStoreError
from store.ground.messages import Message

MEDIA_TYPE = "application/problem+json"
LANGUAGE = "lang"  # the parameter that chooses the language of the sentence
NOTHING_HERE = Message("There is nothing at this address. What there is: {address}")
READ_ONLY = Message("The open data can only be read: GET or HEAD.")
UNREADABLE = Message("The store cannot be read now. Try again later.")
TOO_MANY = Message("Too many requests from this address. Ask again in {seconds} seconds.")
NO_FILE = Message("This page asks for no file now, or has been given too many.")
BROKEN = Message("Something went wrong here. It was logged.")


class BadRequestError(Exception):
    """A parameter that cannot be; `parameter` is its name."""

    def __init__(self, parameter: str, message: Message) -> None:
        super().__init__(str(message))
        self.parameter = parameter
        self.message = message


def answer(request: Request, status: int, message: Message, **more: str) -> JSONResponse:
    """One problem, in the language that the request asks for, else in the default."""
    code = request.query_params.get(LANGUAGE, "")
    with spoken.speaking(code if code in spoken.codes() else spoken.DEFAULT):
        detail = tell(message)
    title = HTTPStatus(status).phrase
    content = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    headers = {"cache-control": "no-store"}
    return JSONResponse(content, status, headers, media_type=MEDIA_TYPE)


async def refused(request: Request, error: Exception) -> Response:
    """A path or a method that does not exist."""
    if not isinstance(error, HTTPException):
        raise error
    index = f"{request.scope['root_path']}/v1/"
    is_method = error.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    message = READ_ONLY if is_method else NOTHING_HERE.filled(address=index)
    response = answer(request, error.status_code, message)
    response.headers.update(error.headers or {})
    return response


async def bad_request(request: Request, error: Exception) -> Response:
    """A parameter that cannot be."""
    if not isinstance(error, BadRequestError):
        raise error
    return answer(request, HTTPStatus.BAD_REQUEST, error.message, parameter=error.parameter)


async def unreadable(request: Request, error: Exception) -> Response:
    """A store that cannot be read now; what the database says may hold its address."""
    message = error.message if isinstance(error, UnusableStoreError) else UNREADABLE
    response = answer(request, HTTPStatus.SERVICE_UNAVAILABLE, message)
    response.headers["retry-after"] = "30"
    return response


async def broken(request: Request, _error: Exception) -> Response:
    """A mistake of ours; the server's log has the traceback."""
    return answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, BROKEN)
