"""A page arrives whole, whenever its fragments ask for their own runs, not too late, and stays."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect
from websockets.sync.connection import Connection

from tests.bench.client import PROTOCOL, Session, opened, stream
from tests.bench.servers import Server, serving
from tests.processes import free_port

LONGEST = 60  # seconds to wait for a message; far more than it takes
SILENCE = 2  # seconds without a message after which no answer is on its way


@pytest.fixture
def seen(tmp_path: Path) -> Path:
    """A file that tells the slow page that its reader has seen its first words."""
    return tmp_path / "seen"


@pytest.fixture
def server(request: pytest.FixtureRequest, tmp_path: Path, seen: Path) -> Iterator[Server]:
    """A server of the page that a test asks for."""
    port = free_port()
    app = f"tests.components.serving.late_server:{request.param}"
    command = [sys.executable, "-m", "uvicorn", app, "--port", str(port)]
    with serving(command, port, {"SEEN": str(seen)}, tmp_path / "server.log") as started:
        yield started


@pytest.mark.parametrize("server", ["late"], indirect=True)
def test_the_end_of_a_page_comes_though_a_fragment_asks_in_that_moment(server: Server) -> None:
    with connect(stream(server), subprotocols=[PROTOCOL]) as connection:
        connection.send(Session().request())
        words = list(_words(connection, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY))
    # A busy server sends of what is drawn twice in one place the second only.
    assert {*words} == {"first words", "fragment", "last words"}


@pytest.mark.parametrize("server", ["slow"], indirect=True)
def test_the_beginning_of_a_page_comes_while_its_end_takes_long(server: Server, seen: Path) -> None:
    with connect(stream(server), subprotocols=[PROTOCOL]) as connection:
        connection.send(Session().request())
        words = _words(connection, ForwardMsg.FINISHED_SUCCESSFULLY)
        assert next(words) == "first words"
        seen.touch()
        assert [*words] == ["last words"]


@pytest.mark.parametrize("server", ["two"], indirect=True)
def test_a_press_that_comes_after_a_link_does_not_lead_back(server: Server) -> None:
    client = opened(server)
    press = WidgetState(id=client.buttons["Press"], trigger_value=True)
    late, first = client.request(press), client.page
    client.page = ""
    client.open("second")
    assert client.page not in ("", first)
    client.socket.send(late)
    assert [kind for kind in _kinds(client.socket) if kind == "new_session"] == []
    client.socket.close()


def _kinds(connection: Connection) -> Iterator[str | None]:
    """What the server still says, until it is silent."""
    with suppress(TimeoutError):
        while True:
            received = connection.recv(timeout=SILENCE, decode=False)
            yield ForwardMsg.FromString(bytes(received)).WhichOneof("type")


def _words(connection: Connection, end: int) -> Iterator[str]:
    """What is drawn until a run has ended in this way."""
    while True:
        received = connection.recv(timeout=LONGEST, decode=False)
        message = ForwardMsg.FromString(bytes(received))
        if message.WhichOneof("type") == "delta":
            if message.delta.WhichOneof("type") == "new_element":
                yield message.delta.new_element.text.body
        elif message.WhichOneof("type") == "script_finished" and message.script_finished == end:
            return
