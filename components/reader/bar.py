"""The quiet bar at the head of every page: day, plan and region in one control, and who reads.

What is chosen is held apart from the fields, which are sent only while the control is open: each
kind of field costs a browser modules and time.
"""

import datetime as dt
from html import escape
from typing import cast
from urllib.parse import urlencode

import streamlit as st

from components.language import spoken
from components.language.text import _, _c, day
from components.reader import account, cache, clock, places, run
from components.reader.address import adopt, forget_undone, write
from components.reader.view import View, read_choice, read_day
from store.ground.clock import LAUNCH
from store.ledger.knowledge import Until
from store.models.places import REGIONS, WORLD
from store.plan import contents


def begin_run() -> None:
    """Speak the language of the address, else the one that the reader chose before."""
    run.scope().pop("view", None)
    if "plan" in forget_undone():
        st.session_state["plan_is_chosen"] = False
    options = spoken.codes()
    adopt("lang", "bar_lang", read_choice(st.query_params, "lang", options, spoken.DEFAULT))
    chosen = st.session_state["bar_lang"]
    spoken.speak(chosen if chosen in options else spoken.DEFAULT)


def plan_on(day: dt.date) -> str:
    """The plan version that the reader chose, else the one that the day means."""
    chosen = st.session_state.get("bar_plan") if st.session_state.get("plan_is_chosen") else None
    return chosen or _default_plan(day)


def _default_plan(day: dt.date) -> str:
    return contents.plan_on(cache.plan_versions(), day).code


def show() -> None:
    """Draw the bar, say what was wrong in the address, and write the view back into it."""
    _adopt_address()
    run.scope()["view"] = current()
    with st.container(horizontal=True, key="bar", gap="small", width="content"):
        st.html(_way_to_search(), width="content")
        _show_control()
        account.show()
    _write_back()


@st.fragment
def _show_control() -> None:
    """Draw the control; opening it runs nothing else, a day chosen in it runs the page."""
    if st.session_state.pop("bar_is_changed", False):
        st.rerun()
    control = st.popover(_described(), key="bar_view", on_change="rerun")
    if control.open:
        with control:
            _show_fields()


def _described() -> str:
    """The view in a few words."""
    view = current()
    names = {"version": view.plan, "day": day(view.as_of), "region": places.name(view.place)}
    if view.as_of == clock.today():
        if view.is_world:
            return _("As of today · Plan {version}", **names)
        return _("As of today · Plan {version} · {region}", **names)
    if view.is_world:
        return _("{day} · Plan {version}", **names)
    return _("{day} · Plan {version} · {region}", **names)


def _show_fields() -> None:
    st.session_state["pick_as_of"] = _as_of()
    st.date_input(
        _("As known on"),
        key="pick_as_of",
        min_value=LAUNCH,
        max_value=clock.today(),
        format="YYYY-MM-DD",
        on_change=_hold_day,
    )
    plans = {plan.code: _("Plan {version}", version=plan.code) for plan in cache.plan_versions()}
    regions = cache.derived("regions", (), _regions)
    # Links, not fields: one run follows them, where a field of a fragment takes two.
    with st.container(key="pick_links"):
        st.html(
            _links("plan", _("Plan version"), plans, _default_plan(_as_of()), current().plan)
            + _links("region", _("Region"), regions, WORLD, current().region)
        )


def _links(choice: str, label: str, options: dict[str, str], default: str, held: str) -> str:
    """A link for each option (code → name) to this very page under that option, as HTML.

    The default needs no parameter; whoever goes back to it wants it to follow the day again.
    """
    kept = {name: value for name, value in st.query_params.items() if name != choice}
    drawn = ""
    for code, name in options.items():
        query = urlencode(kept | ({"undone": choice} if code == default else {choice: code}))
        mark = ' aria-current="true"' if code == held else ""
        drawn += f'<a href="?{escape(query)}"{mark}>{escape(name)}</a>'
    return f'<nav class="options" aria-label="{escape(label)}"><b>{escape(label)}</b>{drawn}</nav>'


def _hold_day() -> None:
    """Hold the day that the field says, and let the page follow it."""
    st.session_state["bar_as_of"] = st.session_state["pick_as_of"]
    st.session_state["bar_is_changed"] = True


def _regions() -> dict[str, str]:
    return {WORLD: places.name(WORLD)} | {code: places.name(f"R-{code}") for code in REGIONS}


def current() -> View:
    """The view that the bar shows."""
    if (shown := run.stored("view")) is not None:
        return cast("View", shown)
    as_of = _as_of()
    return View(
        until=Until.day(as_of),
        plan=plan_on(as_of),
        region=st.session_state.get("bar_region") or WORLD,
    )


def _as_of() -> dt.date:
    return st.session_state.get("bar_as_of") or clock.today()


def is_chosen() -> bool:
    """Whether the reader chose another view than the one everybody opens with."""
    return bool(current().parameters(clock.today(), _default_plan(_as_of())))


def link(**more: str) -> dict[str, str]:
    """Address parameters for a link to another page in the same view."""
    return _parameters() | more


def _adopt_address() -> None:
    parameters = st.query_params
    adopt("as_of", "bar_as_of", read_day(parameters, "as_of", clock.today(), latest=clock.today()))
    _adopt_plan()
    adopt("region", "bar_region", read_choice(parameters, "region", (WORLD, *REGIONS), WORLD))


def _adopt_plan() -> None:
    """Take the plan version from the address; unchosen, it follows the day."""
    plans, default = [plan.code for plan in cache.plan_versions()], _default_plan(_as_of())
    state = st.session_state
    if not state.get("plan_is_chosen"):
        state["bar_plan"] = default
    adopt("plan", "bar_plan", read_choice(st.query_params, "plan", plans, default))
    state["plan_is_chosen"] = state.get("plan_is_chosen", False) or state["bar_plan"] != default


def _way_to_search() -> str:
    """The way to the page Search from every other; `search.js` leads it by Ctrl K."""
    address = f"search?{urlencode(_parameters())}".rstrip("?")
    name = escape(_c("way to a page", "Search"))
    return (
        # No stop on every way by keys: those who use them have Ctrl K, and the menu.
        f'<a class="to-search" href="{escape(address)}" tabindex="-1"'
        ' aria-keyshortcuts="Control+K">'
        f"<i></i><span>{name}</span><kbd>{escape(_('Ctrl K'))}</kbd></a>"
    )


def _write_back() -> None:
    wanted = _parameters()
    for name in ("as_of", "plan", "region", "lang"):
        write(name, wanted.get(name, ""))


def _parameters() -> dict[str, str]:
    """The address parameters that reopen this view in this language; defaults need none."""
    language = spoken.current().code
    chosen = {} if language == spoken.DEFAULT else {"lang": language}
    return current().parameters(clock.today(), _default_plan(_as_of())) | chosen
