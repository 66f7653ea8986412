"""Where everything lies in the published folder, and how one file links to another.

The top of the folder is the newest build; `archive/` holds every build under its day, so that an
address with a day in it lasts; `assets/` holds what all builds share, under names that tell the
content, so that earlier builds need never be touched.
"""

import posixpath
import re

from components.language.spoken import DEFAULT

ARCHIVE = "archive/"
ASSETS = "assets/"
HOME = "index.html"
SOIL, SOIL_MAP = "soil-carbon.html", "data/soil-map.svg"
REGIONS, TWINS = "regions.html", "twins.html"
METHOD, DATA, SEARCH, BUILDS = "method.html", "data.html", "search.html", "archive.html"
INDEX, FEED = "search.json", "feed.atom"
FOLDERS = ("goal/", "objective/", "data/")
_NAMES = {HOME, REGIONS, TWINS, SOIL, METHOD, DATA, SEARCH, INDEX, FEED}
_IN_FOLDERS = re.compile(r"goal/[A-F]\.html|objective/[A-F]\d\.html|(data|assets)/[\w.-]+")


def is_file(name: str) -> bool:
    """Whether a file of a build may bear this name; nothing is made to find out."""
    return name in _NAMES or _IN_FOLDERS.fullmatch(name) is not None


def goal(code: str) -> str:
    """The page of a goal."""
    return f"goal/{code}.html"


def objective(code: str) -> str:
    """The page of an objective."""
    return f"objective/{code}.html"


def download(name: str) -> str:
    """A file to take along."""
    return f"data/{name}"


def archived(key: str) -> str:
    """The folder of a build in the archive."""
    return f"{ARCHIVE}{key}/"


def translated(home: str, language: str) -> str:
    """The folder of a language within a build: addresses stay when a second language comes."""
    return home if language == DEFAULT else f"{home}{language}/"


def relative(page: str, target: str) -> str:
    """The link from one file of the folder to another."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
