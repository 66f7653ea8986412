"""README and the documents beside it name only files, commands and modules that are there."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.test_layers import FLOORS, LAYERS, ROOT

# The change log speaks of what was: it may name what is gone.
DOCUMENTS = [ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "SECURITY")]
DOCUMENTS += sorted((ROOT / "docs").rglob("*.md"))
# What these stand for is no module of ours: libraries, sections of settings, an answer's field.
THEIRS = re.compile(r"(browser|client|history|html|index|meta|runner|server|st|streamlit)\.")
BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")
PATH = re.compile(r"\.?[\w*-][\w.*-]*(/[\w.*-]+)*/?")
FILE = re.compile(r"/|\.(py|md|csv|toml|txt|lock|css|js|typ|po|json|ya?ml|otf)$")
# What git ignores, and what stands for a name of the reader's own.
MADE = re.compile(r"^(\.venv|shots|data/local)(/|$)|(^|/)[A-Z]+(\.py)?(/|$)|/secrets\.toml$")


def spans(document: Path) -> Iterator[str]:
    """What a document sets as code, in blocks and in lines."""
    text = document.read_text(encoding="utf-8")
    yield from (line for block in BLOCK.findall(text) for line in block.splitlines())
    yield from CODE.findall(BLOCK.sub("", text))


def paths(document: Path) -> Iterator[str]:
    """The files and folders that a document names in code or links to."""
    yield from (span for span in spans(document) if PATH.fullmatch(span) and FILE.search(span))
    yield from LINK.findall(document.read_text(encoding="utf-8"))


def is_there(path: str, document: Path) -> bool:
    """Whether a path leads somewhere: from the root, from the document, or by its mere name."""
    wanted = path.rstrip("/")
    found = [*ROOT.glob(wanted), *document.parent.glob(wanted)]
    if "/" not in path:
        found += [file for layer in LAYERS for file in (ROOT / layer).rglob(wanted)]
    return bool(found or MADE.search(path))


def is_defined(name: str) -> bool:
    """Whether a module of ours defines what `module.name` names."""
    module, _, wanted = name.partition(".")
    found = [path for layer in LAYERS for path in (ROOT / layer).rglob(f"{module}.py")]
    definition = re.compile(rf"^(def |class |)({wanted})\b( =|:|\()", re.MULTILINE)
    return any(definition.search(path.read_text(encoding="utf-8")) for path in found)


@pytest.fixture(params=DOCUMENTS, ids=lambda document: document.name)
def document(request: pytest.FixtureRequest) -> Path:
    """One document after the other."""
    return request.param


def test_every_file_that_a_document_names_is_there(document: Path) -> None:
    assert [path for path in paths(document) if not is_there(path, document)] == []


def test_every_command_that_a_document_names_is_there(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([\w./-]+):(?!=)", makefile, re.MULTILINE)
    named = {name for span in spans(document) for name in re.findall(r"\bmake ([a-z-]+)", span)}
    modules = {name for span in spans(document) for name in re.findall(r"-m ([\w.]+)", span)}
    assert named - set(targets) == set()
    assert {name for name in modules if find_spec(name) is None} == set()


def test_every_name_that_a_document_speaks_of_is_defined(document: Path) -> None:
    named = [span for span in spans(document) if re.fullmatch(r"[a-z_]+\.\w+", span)]
    ours = [name for name in named if not THEIRS.match(name) and not FILE.search(name)]
    assert [name for name in ours if not is_defined(name)] == []


def test_every_room_has_its_line_in_the_tree() -> None:
    tree = BLOCK.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))[1]
    told = re.findall(r"^  (\w+)/ ", tree, re.MULTILINE)
    assert sorted(told) == sorted(
        room for layer in FLOORS for floor in FLOORS[layer] for room in floor
    )
