"""An answer of any size arrives whole, packed or not, and is known again by its name."""

import gzip
import hashlib
import random

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from components.api import bodies
from components.api.answers import Answer
from components.api.bodies import MOST_HELD
from components.api.routes import reply

LINE = b"A1-parties,KEN,2024-06-30,1\r\n"
FEW = LINE * 10_000
MANY = LINE * (MOST_HELD // len(LINE) + 1)
NOISE = random.Random(4).randbytes(MOST_HELD + 1)


def client(content: bytes) -> TestClient:
    """Somebody who asks for these bytes."""
    body = bodies.written(lambda target: target.write(content))
    answer = Answer(body, bodies.packed(body), bodies.digest(body), "text/csv")

    def endpoint(request: Request) -> Response:
        return reply(request, answer)

    return TestClient(Starlette(routes=[Route("/", endpoint)]))


@pytest.mark.parametrize("content", [b"", FEW, MANY, NOISE], ids=["none", "few", "many", "noise"])
def test_an_answer_arrives_whole_and_in_its_length(content: bytes) -> None:
    asked = client(content)
    plain = asked.get("/", headers={"accept-encoding": "identity"})
    assert plain.content == content
    assert plain.headers["content-length"] == str(len(content))
    assert plain.headers["etag"] == f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    again = asked.get("/", headers={"if-none-match": plain.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert asked.get("/").content == content


def test_many_bytes_are_sent_packed_from_a_file_as_often_as_they_are_asked_for() -> None:
    asked = client(MANY)
    for _again in range(2):
        with asked.stream("GET", "/", headers={"accept-encoding": "gzip"}) as sent:
            raw = b"".join(sent.iter_raw())
        assert sent.headers["content-encoding"] == "gzip"
        assert int(sent.headers["content-length"]) == len(raw) < len(MANY)
        assert gzip.decompress(raw) == MANY
    assert "content-encoding" not in client(NOISE).get("/").headers


def test_only_few_bytes_are_held_in_memory() -> None:
    made = [bodies.written(lambda target, one=one: target.write(one)) for one in (FEW, MANY)]
    assert [body.file is None for body in made] == [True, False]
    assert [b"".join(body.parts()) for body in made] == [FEW, MANY]
    assert made[1].weight < len(MANY) / 2
