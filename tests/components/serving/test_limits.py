"""One address cannot take the whole server."""

from contextlib import ExitStack

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from components.serving.limits import ANSWERS, STREAM, LimitedVisitors


async def answer(_request: Request) -> Response:
    """Anything."""
    return PlainTextResponse("here")


async def stream(websocket: WebSocket) -> None:
    """An open page."""
    await websocket.accept()
    await websocket.receive()


@pytest.fixture
def limited() -> LimitedVisitors:
    """Something to ask for, with room for two pages an address."""
    routes = [
        Route("/api/v1/goals", answer),
        Route("/healthz", answer),
        WebSocketRoute(STREAM, stream),
    ]
    return LimitedVisitors(Starlette(routes=routes), sessions=2)


def test_an_address_that_asks_too_often_is_told_when_to_ask_again(limited: LimitedVisitors) -> None:
    one, other = (TestClient(limited, client=(address, 1)) for address in ("10.0.0.1", "10.0.0.2"))
    # The window slides: on a slow machine some room comes free again while it is filled.
    answers = [one.get("/api/v1/goals") for _ in range(2 * ANSWERS.amount)]
    statuses = [answer.status_code for answer in answers]
    assert set(statuses[: ANSWERS.amount]) == {200}
    assert set(statuses[ANSWERS.amount :]) >= {429}
    refused = answers[statuses.index(429)]
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert "Too many requests" in refused.json()["detail"]
    assert one.get("/healthz").status_code == 200
    assert other.get("/api/v1/goals").status_code == 200


def test_an_address_has_only_so_many_pages_open(limited: LimitedVisitors) -> None:
    one, other = (TestClient(limited, client=(address, 1)) for address in ("10.0.0.1", "10.0.0.2"))
    with ExitStack() as open_pages:
        open_pages.enter_context(one.websocket_connect(STREAM))
        with one.websocket_connect(STREAM):  # which the app has noticed to be closed at its end
            with pytest.raises(WebSocketDisconnect), one.websocket_connect(STREAM):
                pass
            open_pages.enter_context(other.websocket_connect(STREAM))
        open_pages.enter_context(one.websocket_connect(STREAM))
