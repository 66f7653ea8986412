"""A page arrives whole, whenever its fragments ask for their own runs."""

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
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of a page whose fragment asks for its run in the worst moment."""
    port = free_port()
    app = "tests.components.serving.late_server:app"
    command = [sys.executable, "-m", "uvicorn", app, "--port", str(port)]
    with serving(command, port, {}, tmp_path / "server.log") as started:
        yield started


def test_the_end_of_a_page_comes_though_a_fragment_asks_in_that_moment(server: Server) -> None:
    with connect(stream(server), subprotocols=[PROTOCOL]) as connection:
        connection.send(Session().request())
        words = list(_words(connection))
    # A busy server sends of what is drawn twice in one place the second only.
    assert {*words} == {"first words", "fragment", "last words"}


def _words(connection: Connection) -> Iterator[str]:
    """What is drawn until the fragment's own run has ended."""
    while True:
        received = connection.recv(timeout=LONGEST, decode=False)
        message = ForwardMsg.FromString(bytes(received))
        if message.WhichOneof("type") == "delta":
            if message.delta.WhichOneof("type") == "new_element":
                yield message.delta.new_element.text.body
        elif message.script_finished == ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY:
            return
