import ast
import re
import sys
from pathlib import Path

import pytest

from store import progress

ROOT = Path(__file__).parents[3]
MODULES = sorted((ROOT / "store" / "progress").glob("*.py"))
CLOCKS = {"today", "now", "utcnow", "time"}


def imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    froms = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return froms | plain


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_the_arithmetic_needs_the_standard_library_and_itself_only(path: Path) -> None:
    strange = {
        name
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not name.startswith("store.progress")
    }
    assert strange == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_the_arithmetic_never_asks_for_the_time(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert asked.isdisjoint(CLOCKS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_every_source_names_a_heading_of_the_methods(path: Path) -> None:
    text = (ROOT / "data" / "METHODS.md").read_text(encoding="utf-8")
    headings = {
        line.lstrip("# ").lower().replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("#")
    }
    named = re.findall(r"Source: data/METHODS\.md#([\w-]+)", path.read_text(encoding="utf-8"))
    assert [name for name in named if name not in headings] == []


def test_the_methods_state_every_parameter_with_its_value() -> None:
    text = (ROOT / "data" / "METHODS.md").read_text(encoding="utf-8")
    stated = dict(re.findall(r"^\| `(\w+)` \| ([\d.]+)", text, flags=re.MULTILINE))
    fields = type(progress.DEFAULT).__dataclass_fields__
    assert {name: float(value) for name, value in stated.items()} == {
        name: getattr(progress.DEFAULT, name) for name in fields
    }


def test_every_public_name_exists() -> None:
    assert [name for name in progress.__all__ if not hasattr(progress, name)] == []
