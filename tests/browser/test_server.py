"""What the server answers before any page is drawn: health, redirects, compression, guards."""

import gzip
import json
import re
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from websockets.sync.client import connect

from components.elements.land import LAND
from components.look import style
from components.look.asset import Asset
from components.reader import scripts
from components.serving.arrival import PRELOADED
from tests.bench.client import PROTOCOL, Session
from tests.browser.reader import new_context, visit
from tests.browser.wait import PATIENCE

GUARDS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}
FIRST_VISIT_AT_MOST = 1_300_000  # bytes as sent


def ask(server: str, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    """One plain request, without a browser's own ideas."""
    connection = HTTPConnection(urlsplit(server).netloc, timeout=30)
    connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def bundle(server: str) -> str:
    """The path of the front end's main script."""
    _, page = ask(server, "/")
    found = re.search(rb'src="\.?(/static/js/[^"]+\.js)"', page)
    assert found
    return found[1].decode()


def test_the_server_says_that_it_is_alive(real_server: str) -> None:
    answer, body = ask(real_server, "/healthz")
    assert (answer.status, body) == (200, b"ok")


def test_the_server_says_that_its_store_is_ready(real_server: str) -> None:
    answer, body = ask(real_server, "/readyz")
    assert (answer.status, body) == (200, b"ok")


def test_the_open_data_is_served_beside_the_pages(real_server: str) -> None:
    foreign = "https://elsewhere.example"
    answer, body = ask(real_server, "/api/v1/goals", accept_encoding="gzip", origin=foreign)
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["access-control-allow-origin"] == "*"
    for closed in ("/", "/healthz"):
        page, _ = ask(real_server, closed, origin=foreign)
        assert page.headers["access-control-allow-origin"] is None
    assert [row["code"] for row in json.loads(gzip.decompress(body))["data"]] == [*"ABCDEF"]
    for path in ("/api/", "/api/x", "/api/v1/x"):
        unknown, problem = ask(real_server, path)
        assert unknown.status == json.loads(problem)["status"] == 404


def test_the_overview_has_one_address_and_keeps_the_view(real_server: str) -> None:
    answer, _ = ask(real_server, "/overview?plan=2020")
    assert answer.status == 307
    assert answer.headers["location"] == "/?plan=2020"


@pytest.mark.parametrize(
    "asset", [scripts.SCRIPT, style.SHEET, LAND], ids=["script", "style sheet", "shapes"]
)
def test_script_style_sheet_and_shapes_are_files_that_a_browser_keeps(
    real_server: str, asset: Asset
) -> None:
    path = asset.serve_at("")
    plain, whole = ask(real_server, path)
    compressed, sent = ask(real_server, path, accept_encoding="gzip")
    assert whole == gzip.decompress(sent) == asset.text.encode()
    for answer in (plain, compressed):
        assert answer.headers["cache-control"] == "public, immutable, max-age=31536000"
        assert answer.headers["content-type"].startswith(asset.media_type)


def test_scripts_are_sent_compressed_and_whole(real_server: str) -> None:
    path = bundle(real_server)
    plain, whole = ask(real_server, path)
    compressed, sent = ask(real_server, path, accept_encoding="gzip")
    assert plain.headers["content-encoding"] is None
    assert compressed.headers["content-encoding"] == "gzip"
    assert compressed.headers["content-type"].endswith("/javascript")
    assert gzip.decompress(sent) == whole
    assert len(sent) < len(whole) / 2


def test_a_first_visit_is_small_enough_for_a_poor_link(browser: Browser, real_server: str) -> None:
    sent: list[float] = []
    with new_context(browser) as context:
        page = context.new_page()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: sent.append(event["encodedDataLength"]))
        visit(page, real_server)
    assert 0 < sum(sent) <= FIRST_VISIT_AT_MOST


def test_what_every_page_needs_is_asked_for_with_the_front_end(real_server: str) -> None:
    _, page = ask(real_server, "/")
    asked = re.findall(r'modulepreload" crossorigin href="\./(static/js/[^"]*)"', page.decode())
    needed = [one for one in asked if one.startswith(("static/js/Html.", "static/js/purify."))]
    assert len(needed) == len(PRELOADED)
    assert {ask(real_server, f"/{path}")[0].status for path in needed} == {200}


@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/overview", "/objective", "/nothing.js", "/api/v1/", "/api/x"]
)
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_every_answer_is_guarded(real_server: str, path: str, encoding: str) -> None:
    answer, _ = ask(real_server, path, accept_encoding=encoding)
    assert {name: answer.headers[name] for name in GUARDS} == GUARDS
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", "")


@pytest.mark.parametrize("path", ["/", "/objective", "/_stcore/host-config", "/api/v1/status"])
def test_a_foreign_name_for_this_machine_is_refused(real_server: str, path: str) -> None:
    # A page elsewhere can make its own name point here; the name in the request gives it away.
    answer, _ = ask(real_server, path, host="dashboard.example.org", accept_encoding="gzip")
    assert answer.status in (400, 403, 421)


def test_a_stream_is_refused_to_a_foreign_name(real_server: str) -> None:
    answer, _ = ask(
        real_server,
        "/_stcore/stream",
        host="dashboard.example.org",
        origin="http://dashboard.example.org",
        connection="Upgrade",
        upgrade="websocket",
        sec_websocket_version="13",
        sec_websocket_key="AAAAAAAAAAAAAAAAAAAAAA==",
    )
    assert answer.status in (400, 403, 421)


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/%2e%2e/app.py", "/app.py", "/data/published.csv"]
)
def test_no_file_of_ours_is_served(real_server: str, path: str) -> None:
    for encoding in ("identity", "gzip"):
        _, body = ask(real_server, path, accept_encoding=encoding)
        assert b"st.navigation" not in body
        assert b"X-partners" not in body


def test_a_page_can_be_opened_first(real_server: str) -> None:
    answer, body = ask(real_server, "/objective")
    assert answer.status == 200
    assert b"<script" in body


def test_only_a_first_visit_has_room_for_the_light_page(real_server: str) -> None:
    healthy, _ = ask(real_server, "/_stcore/health")
    cookie = healthy.headers["set-cookie"].partition(";")[0]
    _, first = ask(real_server, "/objective")
    _, again = ask(real_server, "/objective", cookie=cookie)
    assert b"<iframe" in first
    assert b"<iframe" not in again


@pytest.mark.parametrize("path", ["_stcore/metrics", "_stcore/script-health-check", "metrics"])
def test_nobody_is_told_how_busy_the_server_is(real_server: str, path: str) -> None:
    answer, _ = ask(real_server, f"/{path}")
    assert answer.status == 404


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("", "Local copy: you are the Secretariat."),
        ("X-Forwarded-For", "Read-only: a proxy stands before this server"),
        ("Forwarded", "Read-only: a proxy stands before this server"),
    ],
)
def test_whoever_comes_through_a_proxy_only_reads(real_server: str, header: str, said: str) -> None:
    stream = f"ws://{urlsplit(real_server).netloc}/_stcore/stream"
    headers = {header: "for=192.0.2.1"} if header else {}
    session, received = Session(), b""
    with connect(
        stream, subprotocols=[PROTOCOL], additional_headers=headers, max_size=None
    ) as socket:
        socket.send(session.request(name="method"))
        while True:
            message = socket.recv(timeout=PATIENCE / 1000)
            assert isinstance(message, bytes)
            received += message
            if session.take(message):
                break
    assert said.encode() in received
