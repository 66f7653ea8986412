"""The public site below the app's own address: what is approved shows there, and nothing waits."""

import datetime as dt
import gzip
import time

from store.database import engine
from tests.browser.serve import Server
from tests.browser.test_server import GUARDS, ask
from tests.store.writing import publish

PATIENCE = 60  # seconds
PATH = "/site/objective/D4.html"
TITLE = "Served annual report"


def test_what_is_approved_shows_on_the_site_that_is_served_meanwhile(mortal: Server) -> None:
    first, packed = ask(mortal.address, PATH, accept_encoding="gzip")
    assert first.status == 200
    assert first.headers["content-encoding"] == "gzip"
    framed = GUARDS | {"x-frame-options": "SAMEORIGIN"}  # by the page that waits for the app
    assert {name: first.headers[name] for name in framed} == framed
    assert "frame-ancestors 'self'" in first.headers["content-security-policy"]
    before = gzip.decompress(packed).decode()
    day = dt.datetime.now(dt.UTC).date()
    assert f"figures known on {day.day} {day:%B %Y}" in before
    assert TITLE not in before
    tag = first.headers["etag"]
    again, nothing = ask(mortal.address, PATH, accept_encoding="gzip", if_none_match=tag)
    assert (again.status, nothing) == (304, b"")

    opened = engine.connect(mortal.database_url)
    publish(opened, day, source_title=TITLE)
    opened.dispose()
    deadline = time.monotonic() + PATIENCE
    while TITLE.encode() not in (answered := ask(mortal.address, PATH))[1]:
        assert answered[0].status == 200
        assert time.monotonic() < deadline, "the figure never came to the site"
        time.sleep(0.05)
    stale, _body = ask(mortal.address, PATH, accept_encoding="gzip", if_none_match=tag)
    assert stale.status == 200
    assert stale.headers["etag"] != tag
