"""The slim bar above every page: as-of date, plan version, region.

It is drawn by app.py, before the page, so that its widgets outlive a change of page.
"""

import streamlit as st

from components.language.text import _
from components.reader import account, cache, places
from components.reader.address import adopt, write
from components.reader.view import LANGUAGES, View, read_choice, read_day
from store.ground import clock
from store.models.places import REGIONS, WORLD


def newest_plan() -> str:
    """The version adopted last, by today: what a reader sees who chose none."""
    adopted = [plan.code for plan in cache.plan_versions() if plan.adopted_on <= clock.today()]
    return adopted[-1]


def show() -> None:
    """Draw the bar, say what was wrong in the address, and write the view back into it."""
    _adopt_address()
    regions = cache.derived("regions", (), _regions)
    with st.container(horizontal=True, vertical_alignment="bottom", key="bar", gap="small"):
        st.date_input(
            _("As known on"),
            key="bar_as_of",
            min_value=clock.LAUNCH,
            max_value=clock.today(),
            format="YYYY-MM-DD",
            width=150,
        )
        st.segmented_control(
            _("Plan version"),
            [plan.code for plan in cache.plan_versions()],
            key="bar_plan",
            required=True,
            format_func=lambda code: _("Plan {version}", version=code),
        )
        st.selectbox(
            _("Region"),
            list(regions),
            key="bar_region",
            format_func=regions.__getitem__,
            width=220,
        )
        account.show()
    _write_back()


def _regions() -> dict[str, str]:
    return {WORLD: places.name(WORLD)} | {code: places.name(f"R-{code}") for code in REGIONS}


def current() -> View:
    """The view that the bar shows."""
    state = st.session_state
    return View(
        as_of=state.get("bar_as_of") or clock.today(),
        plan=state.get("bar_plan") or newest_plan(),
        region=state.get("bar_region") or WORLD,
    )


def link(**more: str) -> dict[str, str]:
    """Address parameters for a link to another page in the same view."""
    return current().parameters(clock.today(), newest_plan()) | more


def _adopt_address() -> None:
    plans = [plan.code for plan in cache.plan_versions()]
    parameters = st.query_params
    adopt("as_of", "bar_as_of", read_day(parameters, "as_of", clock.today(), latest=clock.today()))
    adopt("plan", "bar_plan", read_choice(parameters, "plan", plans, newest_plan()))
    adopt("region", "bar_region", read_choice(parameters, "region", (WORLD, *REGIONS), WORLD))
    adopt("lang", "bar_language", read_choice(parameters, "lang", LANGUAGES, LANGUAGES[0]))


def _write_back() -> None:
    wanted = current().parameters(clock.today(), newest_plan())
    for name in ("as_of", "plan", "region"):
        write(name, wanted.get(name, ""))
