"""A program that makes answers for the tests of the process that makes them."""

import os
import signal

from starlette.exceptions import HTTPException

from components.api import answers
from components.api.answers import Answer
from components.serving import maker
from store.ground.errors import UnusableStoreError


def make(path: str) -> Answer:
    """What the path names."""
    if path == "missing":
        raise HTTPException(404)
    if path == "unusable":
        raise UnusableStoreError("There is no {thing}.", thing="store")
    if path == "end":
        os.kill(os.getpid(), signal.SIGKILL)
    return answers.of(f"{path}\nfrom {os.getpid()}\n".encode(), "text/plain")


if __name__ == "__main__":
    maker.serve(make)
