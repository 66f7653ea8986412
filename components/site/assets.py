"""What all pages share: style sheet, script, icon and the charts' runtime.

Their names tell their content, so that a browser may keep them for ever and an earlier build goes
on with its own.
"""

import hashlib
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePath

from components.elements.pictures import VEGA_LITE
from components.look import style
from components.site.layout import ASSETS

HERE = Path(__file__).parent
BUNDLE = "import sys, vl_convert; print(vl_convert.javascript_bundle(*sys.argv[1:]))"
EMBED = "window.vegaEmbed = vegaEmbed;"
COMPONENTS = HERE.parent
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
RULE = re.compile(r"[ ]*([^{}]+?)\s*\{([^{}]*)\}\n?")
ON_SCREEN = re.compile(r"\.st(?:[A-Z]|-key)|\[data-testid")
SPACE = re.compile(r"(?<=[:;,])\s+")
OUTSIDE_BRACKETS = re.compile(r",\s*(?![^()]*\))")


@dataclass(frozen=True, slots=True)
class Assets:
    """The shared files by their paths, all but the `runtime`, and where a page finds each."""

    style: str
    script: str
    runtime: str
    icon: str
    logo: str
    files: dict[str, bytes]


@cache
def make() -> Assets:
    """Put the shared files together; nothing is fetched."""
    sheet = _of_any_page(style.sheet()).encode() + (HERE / "site.css").read_bytes()
    contents = {
        "style": _named("site.css", sheet),
        "script": _named("site.js", (HERE / "site.js").read_bytes()),
        "icon": _named("icon.png", (COMPONENTS / "shell" / "icon.png").read_bytes()),
        "logo": _named("logo.svg", (COMPONENTS / "shell" / "logo.svg").read_bytes()),
    }
    paths = {name: path for name, (path, _content) in contents.items()}
    return Assets(**paths, runtime=_runtime_path(), files=dict(contents.values()))


@cache
def runtime() -> bytes:
    """What makes charts answer the pointer.

    Putting it together takes seconds, in which a process does nothing else: it has one of its own.
    """
    command = [sys.executable, "-c", BUNDLE, EMBED, VEGA_LITE]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603  # our own
    return f"/*\n{_notice()}*/\n".encode() + done.stdout


def _runtime_path() -> str:
    """The name of the runtime, which tells all that it is put together from."""
    parts = (EMBED, VEGA_LITE, version("vl-convert-python"), _notice())
    return _named("vega.js", "\n".join(parts).encode())[0]


def _notice() -> str:
    return (HERE / "vega.txt").read_text(encoding="utf-8")


def _of_any_page(sheet: str) -> str:
    """The style sheet without comments, spaces and what only an element of Streamlit can match."""

    def kept(rule: re.Match[str]) -> str:
        selectors = OUTSIDE_BRACKETS.split(rule[1])
        left = [one.strip() for one in selectors if not _is_on_screen(one)]
        return f"{','.join(left)}{{{SPACE.sub('', rule[2].strip())}}}\n" if left else ""

    return RULE.sub(kept, COMMENT.sub("", sheet))


def _is_on_screen(selector: str) -> bool:
    """Whether only an element of Streamlit matches; one choice of several may still be ours."""
    return bool(ON_SCREEN.search(re.sub(r":(?:is|where|not)\([^()]*\)", "", selector)))


def _named(name: str, content: bytes) -> tuple[str, bytes]:
    mark = hashlib.sha256(content).hexdigest()[:10]
    path = PurePath(name)
    return f"{ASSETS}{path.stem}-{mark}{path.suffix}", content
