"""The quiet bar without a browser: what it says, and choosing in it."""

import datetime as dt

from streamlit.testing.v1 import AppTest


def said(app: AppTest) -> str:
    """The day, plan and region that its control names."""
    assert not app.exception
    return next(one.proto.popover.label for one in app.get("popover"))


def move(app: AppTest, day: str) -> AppTest:
    """Choose a day."""
    return _opened(app).date_input(key="pick_as_of").set_value(dt.date.fromisoformat(day)).run()


def choose(app: AppTest, plan: str) -> AppTest:
    """Choose a plan version."""
    return _opened(app).button_group(key="pick_plan").set_value(plan).run()


def _opened(app: AppTest) -> AppTest:
    app.session_state["bar_view"] = True
    return app.run()


def controls(app: AppTest) -> list[str]:
    """What the page names that opens in place."""
    return [one.proto.popover.label for one in app.get("popover")]
