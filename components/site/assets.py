"""What all pages share: style sheet, script, icon and the charts' runtime.

Their names tell their content, so that a browser may keep them for ever and an earlier build goes
on with its own.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

import vl_convert

from components.elements.pictures import VEGA_LITE
from components.look import style
from components.site.layout import ASSETS

HERE = Path(__file__).parent
COMPONENTS = HERE.parent


@dataclass(frozen=True, slots=True)
class Assets:
    """The shared files by their paths, and where a page finds each."""

    style: str
    script: str
    runtime: str
    icon: str
    logo: str
    files: dict[str, bytes]


@cache
def make() -> Assets:
    """Put the shared files together; nothing is fetched."""
    sheet = style.sheet().encode() + (HERE / "site.css").read_bytes()
    notice = (HERE / "vega.txt").read_text(encoding="utf-8")
    runtime = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", VEGA_LITE)
    contents = {
        "style": _named("site.css", sheet),
        "script": _named("site.js", (HERE / "site.js").read_bytes()),
        "runtime": _named("vega.js", f"/*\n{notice}*/\n{runtime}".encode()),
        "icon": _named("icon.png", (COMPONENTS / "shell" / "icon.png").read_bytes()),
        "logo": _named("logo.svg", (COMPONENTS / "shell" / "logo.svg").read_bytes()),
    }
    paths = {name: path for name, (path, _content) in contents.items()}
    return Assets(**paths, files=dict(contents.values()))


def _named(name: str, content: bytes) -> tuple[str, bytes]:
    mark = hashlib.sha256(content).hexdigest()[:10]
    path = PurePath(name)
    return f"{ASSETS}{path.stem}-{mark}{path.suffix}", content
