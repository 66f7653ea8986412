"""Rows that got into the store past every check: the API answers, in JSON that everybody reads."""

import json
import shutil
from pathlib import Path

import pytest

from tests import odd_rows
from tests.components.api.conftest import client_of

pytestmark = pytest.mark.odd_rows


def refuse(word: str) -> None:
    """Fail where an answer says NaN or Infinity, which is no JSON."""
    raise AssertionError(word)


def test_every_answer_is_json_whatever_stands_in_the_store(
    tmp_path: Path, real_store: Path
) -> None:
    store = Path(shutil.copyfile(real_store, tmp_path / "odd.db"))
    odd_rows.write(store, approved=True)
    for client in client_of(f"sqlite:///{store}"):
        paths = client.get("/api/v1/openapi.json").json()["paths"]
        for path in (path for path in paths if "{" not in path):
            answer = client.get(path)
            assert answer.status_code == 200, path
            if "json" in answer.headers["content-type"]:
                json.loads(answer.text, parse_constant=refuse)
        said = client.get("/api/v1/measurements.csv").text
        assert said.count("Written by hand") >= len(odd_rows.ODD) - 3  # two have other sources
        assert ",inf," not in said
