"""Tables a page at a time: whoever follows the links gets every row, and each of them once."""

import csv
import datetime as dt
import io
from typing import Any

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from tests.bench import ledger_store
from tests.components.api.test_datasets import V1, get
from tests.store.writing import MONDAY, publish

SPRING = dt.date(2025, 3, 1)


def walked(client: TestClient, following: str | None, limit: int) -> list[dict[str, Any]]:
    """All rows that a reader gets who follows the links from an address on."""
    found: list[dict[str, Any]] = []
    while following:
        page = client.get(following).json()
        assert page["meta"]["count"] == len(page["data"]) <= limit
        found += page["data"]
        following = page["links"]["next"]
    return found


@pytest.mark.parametrize("name", ["status", "measurements"])
@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_pages_hold_every_row_exactly_once(real: TestClient, name: str, limit: int) -> None:
    whole = get(real, name)
    found = walked(real, f"{V1}/{name}?limit={limit}", limit)
    assert found == whole["data"]
    assert len(found) == whole["meta"]["total"]


def test_who_follows_pages_gets_each_figure_once_whatever_is_approved_meanwhile(
    own: TestClient, opened: sa.Engine
) -> None:
    publish(opened, MONDAY, value=5)
    before = get(own, "measurements", limit=1000)["data"]
    first = get(own, "measurements", limit=7)
    publish(opened, MONDAY, value=6, reason="Counted again")
    publish(opened, MONDAY, value=3, period_start=SPRING, period_end=SPRING)
    found = first["data"] + walked(own, first["links"]["next"], 7)
    assert found == before
    after = get(own, "measurements", limit=1000)
    assert after["meta"]["total"] == len(before) + 1 == first["meta"]["total"] + 1


def test_every_figure_of_many_is_reached_by_links_and_by_them_alone(
    own: TestClient, opened: sa.Engine
) -> None:
    ledger_store.grow(opened.url.render_as_string(hide_password=False), 13_000)
    first = get(own, "measurements", limit=1000)
    assert first["meta"]["total"] is None
    found = first["data"] + walked(own, first["links"]["next"], 1000)
    told = csv.DictReader(io.StringIO(own.get(f"{V1}/measurements.csv").text))
    assert [str(row["id"]) for row in found] == [row["id"] for row in told]
    african = walked(own, f"{V1}/measurements?limit=1000&region=AFR", 1000)
    assert african == [row for row in found if row["region"] == "R-AFR"]
    skipped = get(own, "measurements", limit=10, offset=10_000)
    assert skipped["data"] == found[10_000:10_010]
    refused = own.get(f"{V1}/measurements?offset=10001")
    assert (refused.status_code, refused.json()["parameter"]) == (400, "offset")


@pytest.mark.parametrize(
    ("asked", "parameter"),
    [
        ("measurements?cursor=x", "cursor"),
        ("measurements?cursor=W10=", "cursor"),
        ("status?cursor=WzEsIG51bGwsIDEsIDFd", "cursor"),
        ("measurements?cursor=WzEsIG51bGwsIDEsIDFd&offset=5", "offset"),
    ],
)
def test_a_cursor_that_no_page_gave_is_refused(
    real: TestClient, asked: str, parameter: str
) -> None:
    refused = real.get(f"{V1}/{asked}")
    assert (refused.status_code, refused.json()["parameter"]) == (400, parameter)


def test_a_page_of_csv_names_the_next_one(real: TestClient) -> None:
    first = real.get(f"{V1}/goals.csv?limit=4")
    second = real.get(first.links["next"]["url"])
    assert [line[0] for line in first.text.splitlines()[1:]] == ["A", "B", "C", "D"]
    assert [line[0] for line in second.text.splitlines()[1:]] == ["E", "F"]
    assert "link" not in second.headers
