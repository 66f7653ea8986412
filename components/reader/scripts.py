"""What every page's own script does, beside the front end's: small things that it lacks.

Links lead on without a new load, typed days hold at once, the back key restores the view, the focus
goes to what is new, Ctrl K leads to the search, what is wrong is known of its field, the review
goes by keys, a table has its rows on paper, and a page that the browser translated stays alive.
`server.py` serves the script as a file that a browser keeps, and lets only this one run; without
that server the script is part of the page.
"""

from pathlib import Path

from components.language.text import _c
from components.look.asset import Asset

HERE = Path(__file__).parent
PARTS = (
    "links.js",
    "days.js",
    "history.js",
    "focus.js",
    "search.js",
    "fields.js",
    "near.js",
    "paper.js",
    "review.js",
    "answers.js",
    "translation.js",
)
SCRIPT = Asset("js", "\n".join((HERE / name).read_text(encoding="utf-8") for name in PARTS))


def element() -> str:
    """The script as HTML: a name where it is a file, itself otherwise."""
    if SCRIPT.address:
        return f'<script src="{SCRIPT.address}"></script>'
    return f"<script>{SCRIPT.text}</script>"


def needed() -> str:
    """What an empty field says that may not stay empty; `fields.js` says it to the ear."""
    return _c("in a field that has to be filled in", "needed")
