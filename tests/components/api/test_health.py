"""What the server says of its own health, and of a store that it cannot use."""

import datetime as dt
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from components.api import reading
from store.backup import backup
from store.database import engine, migrate
from tests.components.api.conftest import client_of

V1 = "/api/v1"


def test_a_ready_store_is_said_ready(real: TestClient) -> None:
    answer = real.get("/readyz")
    assert (answer.status_code, answer.text) == (200, "ok")


def test_who_watches_the_server_sees_how_old_its_backup_is(
    real: TestClient, real_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKUP_DIR", str(tmp_path))
    assert real.get("/readyz").headers["x-newest-backup"] == "none"
    backup.take(f"sqlite:///{real_store}", tmp_path, dt.datetime(2026, 11, 30, 8, tzinfo=dt.UTC))
    assert real.get("/readyz").headers["x-newest-backup"] == "2026-11-30T08:00:00+00:00"


def test_a_store_that_cannot_be_written_is_not_ready(filled_postgres_url: str) -> None:
    opened = engine.connect(filled_postgres_url)
    with opened.begin() as connection:
        name = opened.url.database
        connection.exec_driver_sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    opened.dispose()
    for client in client_of(filled_postgres_url):
        assert client.get("/readyz").status_code == 503
        assert "The store can be read and not written" in client.get("/readyz").json()["detail"]
        assert client.get(f"{V1}/status").status_code == 200


def test_a_writer_keeps_nobody_from_asking(filled_sqlite_url: str) -> None:
    opened = engine.connect(filled_sqlite_url)
    for client in client_of(filled_sqlite_url):
        with opened.begin():
            assert client.get("/readyz").text == "ok"
    opened.dispose()


def test_a_store_that_is_not_there_is_said_and_not_made(tmp_path: Path) -> None:
    for client in client_of(f"sqlite:///{tmp_path / 'none.db'}"):
        for path in ("/readyz", f"{V1}/status"):
            answer = client.get(path)
            assert answer.status_code == 503
            assert answer.json()["detail"] == ("There is no store yet. Run `python -m store init`.")
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_is_not_migrated_is_not_ready(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    migrate.upgrade(url, "0001").dispose()
    for client in client_of(url):
        assert client.get("/readyz").status_code == 503
        assert "migrate" in client.get("/readyz").json()["detail"]


def test_a_store_out_of_reach_is_said_without_its_password() -> None:
    for client in client_of("postgresql+psycopg://user:secret@127.0.0.1:9/none"):
        for path in ("/readyz", f"{V1}/status"):
            answer = client.get(path)
            assert answer.status_code == 503
            assert "secret" not in answer.text
            assert "127.0.0.1" not in answer.text


def test_the_open_data_waits_for_a_server_as_briefly_as_a_page_does(
    filled_postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", filled_postgres_url)
    with reading.reading() as session:
        assert session.connection().exec_driver_sql("SHOW statement_timeout").scalar_one() == "10s"
