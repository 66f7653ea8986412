import ast
import re
from pathlib import Path

import pytest

from store import progress

ROOT = Path(__file__).parents[3]
ROOMS = ("progress", "progress_1_0", "verify")
MODULES = sorted(path for room in ROOMS for path in (ROOT / "store" / room).rglob("*.py"))
CLOCKS = {"today", "now", "utcnow", "time"}


def anchors(document: str) -> set[str]:
    text = (ROOT / "data" / f"{document}.md").read_text(encoding="utf-8")
    headings = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
    return {re.sub(r"[^\w -]", "", line).lower().replace(" ", "-") for line in headings}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_the_arithmetic_never_asks_for_the_time(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert asked.isdisjoint(CLOCKS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_every_source_names_a_heading_of_the_methods(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"Source: data/(METHODS\w*)\.md#([\w-]+)", text)
    own = "METHODS_1_0" if "progress_1_0" in path.parts else "METHODS"
    assert [name for name in named if name[0] != own or name[1] not in anchors(own)] == []


def test_the_methods_state_every_parameter_with_its_value() -> None:
    text = (ROOT / "data" / "METHODS.md").read_text(encoding="utf-8")
    stated = dict(re.findall(r"^\| `(\w+)` \| ([\d.]+)", text, flags=re.MULTILINE))
    fields = type(progress.DEFAULT).__dataclass_fields__
    assert {name: float(value) for name, value in stated.items()} == pytest.approx(
        {name: getattr(progress.DEFAULT, name) for name in fields}, abs=5e-4
    )


def test_every_public_name_exists() -> None:
    assert [name for name in progress.__all__ if not hasattr(progress, name)] == []
