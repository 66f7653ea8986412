"""The quiet bar without a browser: what it says, and choosing in it."""

import datetime as dt
import html
import re
from urllib.parse import parse_qsl

from streamlit.testing.v1 import AppTest


def said(app: AppTest) -> str:
    """The day, plan and region that its control names."""
    assert not app.exception
    return next(one.proto.popover.label for one in app.get("popover"))


def move(app: AppTest, day: str) -> AppTest:
    """Choose a day."""
    return _opened(app).date_input(key="pick_as_of").set_value(dt.date.fromisoformat(day)).run()


def choose(app: AppTest, plan: str) -> AppTest:
    """Choose a plan version, by the link that the opened control shows for it."""
    shown = next(one.proto.body for one in _opened(app).get("html") if "options" in one.proto.body)
    query = re.search(rf'href="\?([^"]*)"[^>]*>Plan {plan}<', shown)
    assert query
    app.query_params.clear()
    app.query_params.update(dict(parse_qsl(html.unescape(query[1]))))
    return app.run()


def _opened(app: AppTest) -> AppTest:
    app.session_state["bar_view"] = True
    return app.run()


def controls(app: AppTest) -> list[str]:
    """What the page names that opens in place."""
    return [one.proto.popover.label for one in app.get("popover")]
