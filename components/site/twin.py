"""The light twin of a page of the app: which page of the public site says the same.

The app serves these pages itself, made as they are asked for (see `light`), so that there is one
wherever the app runs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from components.language import spoken
from components.site import layout
from store.ground import clock

HOME = "site/"  # below the home of the app
OF_PLAN = "-plan"  # between the day and the version, as in `Build.key`
PAGES = {
    "regions": layout.REGIONS,
    "twins": layout.TWINS,
    "method": layout.METHOD,
    "data": layout.DATA,
    "soil-carbon": layout.SOIL,
}
_OF_CODE = {
    "goal": (re.compile("[A-F]"), layout.goal),
    "objective": (re.compile(r"[A-F]\d"), layout.objective),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLAN = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a path below `HOME` asks for: a page of the site, in a view; None means today's."""

    page: str
    language: str
    day: str | None
    plan: str | None


def address(page: str, query: Mapping[str, str]) -> str:
    """Where the twin of a page (its path in the app) lies, below the home of the app.

    `query` holds the parameters of the page's address; what is wrong there is left out. A page
    without a twin of its own has the first page of the site.
    """
    language = query.get("lang", "")
    known = language if language in spoken.codes() else spoken.DEFAULT
    home = layout.translated(_folder(query), known)
    return f"{HOME}{home}{_name(page, query)}"


def is_same(page: str, query: Mapping[str, str]) -> bool:
    """Whether the twin shows what the page does: it has one of its own, and the whole world."""
    return (page in PAGES or page in _OF_CODE or not page) and "region" not in query


def _folder(query: Mapping[str, str]) -> str:
    day, plan = (
        value if (value := query.get(name, "")) and pattern.fullmatch(value) else ""
        for name, pattern in (("as_of", _DAY), ("plan", _PLAN))
    )
    if not (day or plan):
        return ""
    return layout.archived(f"{day or clock.today()}" + (f"{OF_PLAN}{plan}" if plan else ""))


def _name(page: str, query: Mapping[str, str]) -> str:
    if page in _OF_CODE:
        pattern, name = _OF_CODE[page]
        code = query.get(page, "A" if page == "goal" else "A1")
        return name(code) if pattern.fullmatch(code) else layout.HOME
    return PAGES.get(page, layout.HOME)


def read(path: str) -> Asked:
    """What a path below `HOME` asks for."""
    day = plan = ""
    if path.startswith(layout.ARCHIVE):
        folder, _slash, path = path.removeprefix(layout.ARCHIVE).partition("/")
        day, _name, plan = folder.partition(OF_PLAN)
    language, slash, page = path.partition("/")
    if not slash or language not in spoken.codes():
        language, page = spoken.DEFAULT, path
    return Asked(page or layout.HOME, language, day or None, plan or None)


def original(page: str, chosen: Mapping[str, str]) -> str:
    """The page of the app, below its home, whose twin a page of the site is, in a chosen view."""
    folder, _, name = page.removesuffix(".html").rpartition("/")
    query = dict(chosen)
    path = next((app for app, twin in PAGES.items() if twin == page), "")
    if folder in _OF_CODE:
        path, query[folder] = folder, name
    if spoken.current().code != spoken.DEFAULT:
        query["lang"] = spoken.current().code
    return f"{path}?{urlencode(query)}" if query else path
