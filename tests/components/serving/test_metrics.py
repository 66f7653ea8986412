"""What an operator watches, and who may."""

import datetime as dt
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from components.serving import metrics
from store.backup import backup
from store.figures import actions
from tests.pages.acting import writing
from tests.store.writing import ANA, draft

AT = "/metrics"
SECRET = {"authorization": "Bearer a long secret"}
MORNING = dt.datetime(2026, 11, 30, 8, tzinfo=dt.UTC)


@pytest.fixture
def client(filled_sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """Ask for the metrics of a store of the test's own."""
    monkeypatch.setenv("DATABASE_URL", filled_sqlite_url)
    monkeypatch.setenv("BACKUP_DIR", str(tmp_path / "backups"))
    monkeypatch.setenv("METRICS_TOKEN", "a long secret")
    return TestClient(Starlette(routes=[Route(AT, metrics.answer)]))


def value(client: TestClient, name: str) -> float | None:
    """What a metric says; None where there is none."""
    lines = client.get(AT, headers=SECRET).text.splitlines()
    return next((float(line.split()[1]) for line in lines if line.startswith(f"{name} ")), None)


def test_the_queue_is_counted(client: TestClient) -> None:
    before = value(client, "dashboard_figures_waiting")
    with writing() as session:
        actions.report(session, ANA, draft())
    assert before is not None
    assert value(client, "dashboard_figures_waiting") == before + 1


def test_the_age_of_the_backup_is_told(
    client: TestClient, filled_sqlite_url: str, tmp_path: Path
) -> None:
    assert value(client, "dashboard_newest_backup_seconds") is None
    backup.take(filled_sqlite_url, tmp_path / "backups", MORNING)
    assert value(client, "dashboard_newest_backup_seconds") == MORNING.timestamp()


def test_a_lost_store_is_told(client: TestClient, filled_sqlite_url: str) -> None:
    assert value(client, "dashboard_store_up") == 1
    Path(filled_sqlite_url.removeprefix("sqlite:///")).unlink()
    assert value(client, "dashboard_store_up") == 0


@pytest.mark.parametrize("given", [{}, {"authorization": "Bearer another"}])
def test_nobody_else_reads_them(client: TestClient, given: dict[str, str]) -> None:
    assert client.get(AT, headers=given).status_code == 404


def test_without_a_token_they_are_closed(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("METRICS_TOKEN")
    assert client.get(AT, headers={"authorization": "Bearer "}).status_code == 404
