"""A day means one plan version, the newest adopted by then, wherever somebody asks for it."""

import argparse
import datetime as dt
import json
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.reader import cache
from components.site import builds
from store.commands import export
from store.ground import clock
from tests.components.api.conftest import client_of
from tests.menu import ROOT
from tests.pages import bar
from tests.pages.conftest import PATIENCE, OpenApp
from tests.pages.words import words

Outlet = Callable[[str, str, Path], str]
HALFWAY = "2021-06-30"  # after the version of 2020 was adopted and before that of 2022
DAYS = {
    "2018-01-01": "2020",  # before the first: that one, which says that it was not adopted
    HALFWAY: "2020",
    "2022-07-30": "2020",
    "2022-07-31": "2022",
    "2024-12-31": "2022",
}


def shown(app: AppTest) -> str:
    """The version that the bar of a page shows."""
    return bar.said(app).partition("Plan ")[2]


def on_page(day: str, _url: str, _folder: Path) -> str:
    app = AppTest.from_file(ROOT / "app.py", default_timeout=PATIENCE)
    app.query_params["as_of"] = day
    return shown(app.run())


def in_api(day: str, url: str, _folder: Path) -> str:
    for client in client_of(url):
        return client.get("/api/v1/targets", params={"as_of": day}).json()["meta"]["plan"]
    raise AssertionError("there is a client")


def in_export(day: str, url: str, folder: Path) -> str:
    asked = argparse.Namespace(folder=folder, as_of=dt.date.fromisoformat(day), plan=None)
    export.run(asked, url)
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["plan"]


def of_build(day: str, _url: str, _folder: Path) -> str:
    cache.begin_run()
    return builds.choose(dt.date.fromisoformat(day), None, clock.now()).plan


OUTLETS = (on_page, in_api, in_export, of_build)  # a whole site: tests/components/site


@pytest.mark.parametrize(("outlet", "day"), [*product(OUTLETS, DAYS)])
def test_every_outlet_names_the_version_that_the_day_means(
    outlet: Outlet, day: str, real_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{real_store}"
    monkeypatch.setenv("DATABASE_URL", url)
    assert outlet(day, url, tmp_path / "made") == DAYS[day]


def test_the_page_says_that_nothing_was_adopted_before_the_first_version(
    open_app: OpenApp,
) -> None:
    assert "The 2020 plan was adopted on 15 June 2020" in words(open_app(as_of="2018-01-01"))


def address(app: AppTest) -> dict[str, str]:
    values = {name: app.query_params[name] for name in app.query_params}
    return {name: value if isinstance(value, str) else value[-1] for name, value in values.items()}


def test_an_unchosen_version_follows_the_day_and_stays_out_of_the_address(
    open_app: OpenApp,
) -> None:
    app = open_app()
    assert (shown(app), address(app)) == ("2022", {})
    assert shown(bar.move(app, HALFWAY)) == "2020"
    assert address(app) == {"as_of": HALFWAY}
    assert shown(bar.move(app, "2023-01-01")) == "2022"
    assert address(app) == {"as_of": "2023-01-01"}


def test_a_chosen_version_stays_and_is_written_where_the_day_means_another(
    open_app: OpenApp,
) -> None:
    app = bar.choose(open_app(as_of="2023-01-01"), "2020")
    assert address(app) == {"as_of": "2023-01-01", "plan": "2020"}
    assert shown(bar.move(app, HALFWAY)) == "2020"
    assert address(app) == {"as_of": HALFWAY}
    assert shown(bar.move(app, "2023-01-01")) == "2020"
    assert address(app) == {"as_of": "2023-01-01", "plan": "2020"}


def test_going_back_to_the_version_of_the_day_lets_it_follow_again(open_app: OpenApp) -> None:
    app = bar.choose(open_app(as_of=HALFWAY, plan="2022"), "2020")
    assert address(app) == {"as_of": HALFWAY}
    assert shown(bar.move(app, "2023-01-01")) == "2022"


@pytest.mark.parametrize(
    ("parameters", "plan", "kept"),
    [
        ({"plan": "2020"}, "2020", {"plan": "2020"}),
        ({"plan": "2022"}, "2022", {}),
        ({"as_of": HALFWAY, "plan": "2020"}, "2020", {"as_of": HALFWAY}),
        ({"as_of": HALFWAY, "plan": "2022"}, "2022", {"as_of": HALFWAY, "plan": "2022"}),
    ],
)
def test_an_old_link_opens_the_version_that_it_names(
    parameters: dict[str, str], plan: str, kept: dict[str, str], open_app: OpenApp
) -> None:
    app = open_app(**parameters)
    assert (shown(app), address(app)) == (plan, kept)
