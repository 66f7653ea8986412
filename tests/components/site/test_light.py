"""The light twins that the app serves itself: each page has one, in its view and language."""

import re
from pathlib import Path
from urllib.parse import urlencode, urljoin

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components import api
from components.site import light, twin
from tests.components.site.reading import links, part

OF_DAY = {"as_of": "2023-01-01", "plan": "2020", "objective": "D4"}


@pytest.fixture
def client(real_store: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A reader without any script, at the server's light pages."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{real_store}")
    return TestClient(Starlette(routes=[*light.routes("", light.made), *api.routes("")]))


@pytest.mark.parametrize(
    ("page", "query"),
    [("", {}), ("partners", {}), ("method", {}), ("objective", {"objective": "C2"})],
)
def test_a_page_has_a_light_twin_that_leads_back(
    client: TestClient, page: str, query: dict[str, str]
) -> None:
    address = f"/{twin.address(page, query)}"
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    back = re.search('href="([^"]*)" target="_top">Full page', answer.text)  # out of a frame too
    assert back
    home = "/" if page == "partners" else f"/{page}"  # which has no twin of its own
    assert urljoin(address, back[1]) == home + (f"?{urlencode(query)}" if query else "")


def test_a_twin_keeps_the_view_and_what_it_names_is_there(client: TestClient) -> None:
    address = f"/{twin.address('objective', OF_DAY)}"
    answer = client.get(address)
    assert "at least 5" in answer.text
    assert "1 January 2023" in answer.text
    assert "objective?as_of=2023-01-01&amp;plan=2020&amp;objective=D4" in answer.text
    shared = {link for _tag, _name, link in links(part(answer.text)) if "/assets/" in link}
    for link in shared:
        if "vega" not in link:  # which takes seconds to make
            assert client.get(urljoin(address, link)).status_code == 200, link
    assert len(shared) == 5


@pytest.mark.parametrize("page", ["index", "objective/A1"])
def test_a_version_chosen_for_an_earlier_day_is_said_not_to_exist_yet(
    client: TestClient, page: str
) -> None:
    answer = client.get(f"/site/archive/2021-06-30-plan2022/{page}.html")
    assert "On 30 June 2021 it did not exist" in answer.text


def test_charts_are_drawn_whatever_else_the_server_wrote_before(client: TestClient) -> None:
    feed = client.get("/api/v1/feed.atom")  # XML in a namespace of its own
    assert "<feed " in feed.text
    answer = client.get("/site/archive/2023-05-05/objective/D4.html")
    assert re.search("<svg [^>]*class=.wide.", answer.text)


def test_who_has_a_page_is_told_so_until_something_is_written(client: TestClient) -> None:
    first = client.get("/site/")
    again = client.get("/site/", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path", ["objective/Z9.html", "xx/index.html", "archive/1999-01-01/index.html", "assets/x.js"]
)
def test_what_there_is_not_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(f"/site/{path}").status_code == 404


@pytest.mark.parametrize(
    ("page", "query", "expected"),
    [
        ("", {}, "site/index.html"),
        ("gaps", {"plan": "no plan"}, "site/index.html"),
        ("goal", {"goal": "C"}, "site/goal/C.html"),
        ("objective", {"objective": "../x"}, "site/index.html"),
        ("objective", {"lang": "xx"}, "site/objective/A1.html"),
        ("method", {"as_of": "2024-02-01"}, "site/archive/2024-02-01/method.html"),
    ],
)
def test_the_address_of_a_twin(page: str, query: dict[str, str], expected: str) -> None:
    assert twin.address(page, query) == expected
