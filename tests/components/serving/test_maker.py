"""Pages made by a process of its own: what it answers, refuses, and how it comes back."""

import os

import pytest
from starlette.exceptions import HTTPException

from components.serving.maker import BrokenMakerError, Maker
from store.ground.errors import UnusableStoreError


def test_another_process_answers_refuses_dies_and_comes_back() -> None:
    far_away = Maker("tests.components.serving.far_away")
    first = far_away.make("a\nü")
    assert first.body.content.decode().startswith("a\nü\nfrom ")
    assert first.media_type == "text/plain"
    assert str(os.getpid()) not in first.body.content.decode()
    with pytest.raises(HTTPException) as missing:
        far_away.make("missing")
    assert missing.value.status_code == 404
    with pytest.raises(UnusableStoreError, match=r"There is no store\."):
        far_away.make("unusable")
    assert far_away.make("a\nü").body == first.body  # by the same process
    with pytest.raises(BrokenMakerError):
        far_away.make("end")
    assert far_away.make("b").body.content.decode().startswith("b\nfrom ")
