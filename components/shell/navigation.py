"""The pages by task, and their addresses. Other modules link by name, never by path."""

from functools import partial

import streamlit as st

from components.language import spoken
from components.language.text import _, _c
from components.reader import access, cache
from store.reporting import waiting
from store.rights.rights import Act, Actor, may_somewhere
from store.samplings import samplings

Pages = dict[str, list[st.Page]]


def current() -> Pages:
    """The pages of who reads, with what waits for their review now.

    A session keeps them, as they take a tenth of a run to make; sessions cannot share them, as
    each says in them which page it runs.
    """
    key = (access.actor(), _waiting(), spoken.current().code)
    made_for, kept = st.session_state.get("menu", (None, {}))
    if made_for != key:
        kept = pages(*key[:2])
        st.session_state["menu"] = (key, kept)
    return kept


def _waiting() -> int:
    """The figures and samplings that wait for the reader's review."""
    if not access.may(Act.REVIEW):
        return 0
    there = cache.ask(samplings.waiting, access.actor())
    return cache.ask(waiting.count_all) + len(there)


def pages(actor: Actor, waiting: int = 0) -> Pages:
    """The pages by task, in the order of the menu; what the actor may not use is not listed.

    What has no task of its own above it stands in the menu by itself; `waiting` figures and
    samplings stand behind the review. A page that is not listed has an address all the same, and
    says there how to be let in.
    """
    may = partial(may_somewhere, actor)
    review = _("Review · {number}", number=waiting) if waiting else _c("task", "Review")
    return {
        "": [
            st.Page("pages/review/overview.py", title=_("Overview"), default=True),
            _page("review/goal", _("Goals")),
            _page("review/objective", _("Objectives")),
            _page("review/gaps", _("Gaps")),
            _page("review/regions", _("Regions")),
            _page("review/twins", _("Twins")),
            _page("review/soil_carbon", _("Soil carbon")),
            _page("steward/queue", review, listed=may(Act.SEE)),
            _page("review/meeting", _("Meetings")),
        ],
        _c("section of pages", "Report"): [
            _page("report/my_figures", _("My figures"), listed=may(Act.REPORT)),
            _page("report/report", _("Enter a figure"), listed=may(Act.REPORT)),
            _page("report/countries", _("Answer for countries"), listed=may(Act.REPORT)),
            _page("report/import", _c("page", "Import"), listed=may(Act.REPORT)),
            _page("report/samplings", _("Soil samplings"), listed=may(Act.REPORT)),
            _page("report/activities", _("Activities"), listed=may(Act.PROPOSE)),
        ],
        _c("section of pages", "Network"): [
            _page("review/region", _("Region")),
            _page("review/task_forces", _("Task forces")),
            _page("review/partners", _("Partners")),
        ],
        _("Steward"): [
            _page("steward/plan", _("Plan"), listed=may(Act.EDIT_PLAN)),
            _page("steward/people", _("People"), listed=may(Act.MANAGE_PEOPLE)),
            _page("steward/audit", _("Audit"), listed=may(Act.READ_AUDIT)),
        ],
        _c("section of pages", "About"): [
            _page("about/method", _("Method")),
            _page("about/data", _("Data")),
            _page("about/search", _c("page", "Search")),
        ],
    }


def _page(path: str, title: str, *, listed: bool = True) -> st.Page:
    address = path.rpartition("/")[2].replace("_", "-")
    return st.Page(
        f"pages/{path}.py",
        title=title,
        url_path=address,
        visibility="visible" if listed else "hidden",
    )
