"""What goes wrong, as RFC 9457 has it: JSON with a sentence, never a page or a traceback."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from store.ground.errors import UnusableStoreError

MEDIA_TYPE = "application/problem+json"
SENTENCES = {
    404: "There is nothing at this address. What there is: {api}/v1/",
    405: "The open data can only be read: GET or HEAD.",
}


class BadRequestError(Exception):
    """A parameter that cannot be; `parameter` is its name."""

    def __init__(self, parameter: str, sentence: str) -> None:
        super().__init__(sentence)
        self.parameter = parameter


def answer(status: int, title: str, detail: str, **more: str) -> JSONResponse:
    """One problem."""
    content = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    headers = {"cache-control": "no-store"}
    return JSONResponse(content, status, headers, media_type=MEDIA_TYPE)


async def refused(request: Request, error: Exception) -> Response:
    """A path or a method that there is not."""
    if not isinstance(error, HTTPException):
        raise error
    sentence = SENTENCES.get(error.status_code, error.detail)
    detail = sentence.replace("{api}", request.scope["root_path"])
    response = answer(error.status_code, error.detail, detail)
    response.headers.update(error.headers or {})
    return response


async def bad_request(_request: Request, error: Exception) -> Response:
    """A parameter that cannot be."""
    name = error.parameter if isinstance(error, BadRequestError) else ""
    return answer(400, "Bad Request", str(error), parameter=name)


async def unreadable(_request: Request, error: Exception) -> Response:
    """A store that cannot be read now; what the database says may hold its address."""
    told = isinstance(error, UnusableStoreError)
    detail = str(error) if told else "The store cannot be read now. Try again later."
    response = answer(503, "Service Unavailable", detail)
    response.headers["retry-after"] = "30"
    return response


async def broken(_request: Request, _error: Exception) -> Response:
    """A mistake of ours; the server's log has the traceback."""
    return answer(500, "Internal Server Error", "Something went wrong here. It was logged.")
