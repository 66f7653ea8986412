"""How the API answers: caching, compression, any origin, refusals."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from tests import french
from tests.components.api.conftest import client_of
from tests.store.writing import MONDAY, publish

V1 = "/api/v1"
PATHS = ("status", "status.csv", "package.zip", "feed.atom", "openapi.json", "")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_what_somebody_has_is_not_sent_again(real: TestClient, path: str, encoding: str) -> None:
    headers = {"accept-encoding": encoding}
    first = real.get(f"{V1}/{path}", headers=headers)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for said in (tag, f'"other", W/{tag}', "*"):
        again = real.get(f"{V1}/{path}", headers=headers | {"if-none-match": said})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    other = real.get(f"{V1}/{path}", headers=headers | {"if-none-match": '"other"'})
    assert other.content == first.content


def test_a_write_makes_a_new_answer(own: TestClient, opened: sa.Engine) -> None:
    old = own.get(f"{V1}/status").headers["etag"]
    assert own.get(f"{V1}/status").headers["etag"] == old
    publish(opened, MONDAY, value=9)
    new = own.get(f"{V1}/status", headers={"if-none-match": old})
    assert new.status_code == 200
    assert new.headers["etag"] != old


def test_answers_are_sent_small_to_whoever_takes_it(real: TestClient) -> None:
    plain = real.get(f"{V1}/status", headers={"accept-encoding": "gzip;q=0"})
    assert "content-encoding" not in plain.headers
    with real.stream("GET", f"{V1}/status", headers={"accept-encoding": "br, gzip"}) as packed:
        assert packed.headers["content-encoding"] == "gzip"
        sent = b"".join(packed.iter_raw())
    assert gzip.decompress(sent) == plain.content
    assert len(sent) < len(plain.content) / 4
    assert plain.headers["etag"] != packed.headers["etag"]
    assert "Accept-Encoding" in plain.headers["vary"]


@pytest.mark.parametrize(
    ("said", "takes"),
    [
        ("gzip;q=0", False),
        ("GZIP; Q=0.000 , br", False),
        ("br, gzip;q=0, deflate", False),
        ("identity", False),
        ("", False),
        ("gzip;q=0.001", True),
        ("deflate, GZip;q=1.0", True),
    ],
)
def test_who_refuses_gzip_gets_none(real: TestClient, said: str, takes: bool) -> None:
    answer = real.get(f"{V1}/status", headers={"accept-encoding": said})
    assert ("content-encoding" in answer.headers) == takes


def test_below_another_path_every_link_leads_there(real_store: Path) -> None:
    for client in client_of(f"sqlite:///{real_store}", "/dash"):
        index = client.get("/dash/api").json()
        addresses = [*index["links"].values(), *(one["csv"] for one in index["datasets"])]
        page = client.get("/dash/api/v1/goals?limit=2").json()
        for address in (*addresses, *page["links"].values()):
            assert address.startswith("/dash/api/v1/")
            assert client.get(address).status_code == 200
        feed = client.get("/dash/api/v1/feed.atom").text
        assert 'rel="self" href="http://testserver/dash/api/v1/feed.atom"' in feed
        assert 'rel="alternate" href="http://testserver/dash/objective?objective=' in feed
        described = client.get("/dash/api/v1/openapi.json").json()
        assert described["servers"] == [{"url": "/dash"}]
        assert client.get("/dash/api/x").json()["detail"].endswith("What there is: /dash/api/v1/")
        assert client.get("/dash/readyz").text == "ok"


def test_an_archive_is_not_packed_twice(real: TestClient) -> None:
    answer = real.get(f"{V1}/package.zip", headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None


def test_whoever_asks_for_csv_gets_it(real: TestClient) -> None:
    asked = real.get(f"{V1}/goals", headers={"accept": "text/csv"})
    assert asked.headers["content-type"].startswith("text/csv")
    assert asked.content == real.get(f"{V1}/goals.csv").content
    usual = real.get(f"{V1}/goals", headers={"accept": "text/html,application/xhtml+xml,*/*"})
    assert usual.headers["content-type"] == "application/json"


@pytest.mark.parametrize("path", [f"{V1}/status", f"{V1}/nothing", f"{V1}/status?as_of=x"])
def test_every_origin_may_read_and_none_may_write(real: TestClient, path: str) -> None:
    origin = {"origin": "https://elsewhere.example"}
    assert real.get(path, headers=origin).headers["access-control-allow-origin"] == "*"
    asked = real.options(path, headers=origin | {"access-control-request-method": "GET"})
    assert asked.is_success
    assert asked.headers["access-control-allow-methods"] == "GET, HEAD"
    assert "access-control-allow-credentials" not in asked.headers
    for method in ("POST", "DELETE"):
        assert real.options(
            path, headers=origin | {"access-control-request-method": method}
        ).is_client_error


def test_a_page_elsewhere_may_send_and_read_the_tag(real: TestClient) -> None:
    origin = {"origin": "https://elsewhere.example"}
    asking = {
        "access-control-request-method": "GET",
        "access-control-request-headers": "if-none-match",
    }
    assert real.options(f"{V1}/status", headers=origin | asking).is_success
    answer = real.get(f"{V1}/status", headers=origin)
    assert "etag" in answer.headers["access-control-expose-headers"]


def test_nothing_but_the_open_data_is_open_to_other_origins(real: TestClient) -> None:
    answer = real.get("/readyz", headers={"origin": "https://elsewhere.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_written(real: TestClient, method: str) -> None:
    answer = real.request(method, f"{V1}/status")
    assert answer.status_code == 405
    assert {one.strip() for one in answer.headers["allow"].split(",")} == {"GET", "HEAD"}
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_head_says_what_a_get_would_send(real: TestClient) -> None:
    head, get = real.head(f"{V1}/status"), real.get(f"{V1}/status")
    names = ("etag", "content-type", "content-length")
    assert [head.headers[name] for name in names] == [get.headers[name] for name in names]


@pytest.mark.parametrize("path", ["/api/", "/api/x", "/api/v2/status", f"{V1}/x", f"{V1}/a/b"])
def test_an_unknown_address_is_said_in_json(real: TestClient, path: str) -> None:
    answer = real.get(path)
    assert answer.status_code == 404
    assert answer.json()["detail"].startswith("There is nothing at this address.")


@pytest.mark.parametrize(
    ("query", "parameter", "said"),
    [
        ("as_of=2999-01-01", "as_of", "nothing is known of it yet"),
        ("as_of=2015-11-30", "as_of", "launched on 1 December 2015"),
        ("as_of=20260101", "as_of", "is not a day like"),
        ("as_of=2026-02-30", "as_of", "is not a day like"),
        ("as_of=", "as_of", "is not a day like"),
        ("lang=xx", "lang", "There are: en."),
        ("plan=1999", "plan", "There are: 2020, 2022."),
        ("region=R-AFR", "region", "There are: AFR, APA, EUR, LAC, NAM."),
        ("updated_since=yesterday", "updated_since", "neither a day"),
        ("updated_since=2026-01-01T99:00", "updated_since", "neither a day"),
        ("updated_since=2026-01-01x12:00", "updated_since", "neither a day"),
        # In UTC they lie before the first and after the last day that there is.
        ("updated_since=0001-01-01T00:00:00%2B14:00", "updated_since", "neither a day"),
        ("updated_since=9999-12-31T23:59:59-14:00", "updated_since", "neither a day"),
        ("limit=0", "limit", "from 1 to 1000"),
        ("limit=1001", "limit", "from 1 to 1000"),
        ("limit=١", "limit", "from 1 to 1000"),
        ("offset=-1", "offset", "of 0 or more"),
        ("limit=1&limit=2", "limit", "more than once"),
        ("colour=red", "colour", "is unknown here"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    real: TestClient, query: str, parameter: str, said: str
) -> None:
    answer = real.get(f"{V1}/measurements?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["parameter"] == parameter
    assert said in answer.json()["detail"]


def test_a_refusal_speaks_the_language_asked_for(
    real: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    french.add(tmp_path, monkeypatch)
    spoken = {
        path: real.get(f"{V1}/{path}").json()["detail"]
        for path in ("goals?limit=0&lang=fr", "goals?limit=0", "goals?lang=es", "nowhere?lang=fr")
    }
    assert spoken == {
        "goals?limit=0&lang=fr": "« 0 » n’est pas un nombre entier de 1 à 1000.",
        "goals?limit=0": "“0” is not a whole number from 1 to 1000.",
        "goals?lang=es": "There is no language “es”. There are: en, fr.",
        "nowhere?lang=fr": "Il n’y a rien à cette adresse. Voyez : /api/v1/",
    }
