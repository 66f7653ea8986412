"""A page arrives whole, whenever its fragments ask for their own runs, and not too late."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.sync.connection import Connection

from tests.bench.client import PROTOCOL, Session, stream
from tests.bench.servers import Server, serving
from tests.processes import free_port

LONGEST = 60  # seconds to wait for a message; far more than it takes


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
