"""What every page's own script does, beside the front end's: small things that it lacks.

Links lead on without a new load, typed days hold at once, the back key restores the view, and a
page that the browser translated stays alive. `server.py` serves the script as a file that a browser
keeps, and lets only this one run; without that server the script is part of the page.
"""

import hashlib
from pathlib import Path

HERE = Path(__file__).parent
PARTS = ("links.js", "days.js", "history.js", "translation.js")
SCRIPT = "\n".join((HERE / name).read_text(encoding="utf-8") for name in PARTS)
# A name for this content alone, so that a browser never asks again.
NAME = ".".join(("page", hashlib.sha256(SCRIPT.encode()).hexdigest()[:16], "js"))
_addresses: list[str] = []  # of the file, once a server serves it


def serve_at(base: str) -> str:
    """From now on pages name the file below this path; returns its path."""
    _addresses[:] = [f"{base}/assets/{NAME}"]
    return _addresses[0]


def element() -> str:
    """The script as HTML: a name where it is a file, itself otherwise."""
    if not _addresses:
        return f"<script>{SCRIPT}</script>"
    return f'<script src="{_addresses[0]}"></script>'
