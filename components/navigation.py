"""The pages, their groups and their addresses. Other modules link by name, never by path."""

import streamlit as st

from components.text import _


def pages() -> dict[str, list[st.Page]]:
    """The pages by group, in the order of the menu."""
    return {
        _("Review"): [
            st.Page("pages/review/overview.py", title=_("Overview"), default=True),
            _page("pages/review/objective.py", _("Objective"), "objective"),
            _page("pages/review/gaps.py", _("Target gaps"), "gaps"),
            _page("pages/review/regions.py", _("Regions & twins"), "regions"),
            _page("pages/review/partners.py", _("Partners"), "partners"),
        ],
        _("About"): [
            _page("pages/about/method.py", _("Method"), "method"),
            _page("pages/about/data.py", _("Data"), "data"),
        ],
    }


def _page(path: str, title: str, address: str) -> st.Page:
    return st.Page(path, title=title, url_path=address)
