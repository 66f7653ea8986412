"""Every sentence with which the store refuses something is quoted by a test that provokes it."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.stores import ROOT

# A failure that only a wrong program meets is no refusal.
OUR_OWN = {"AssertionError", "ImportError", "KeyError"}
NO_SENTENCE = {"PydanticKnownError"}  # names a kind of complaint, which has its sentence
# Rooms that write to people: their messages are labels and letters, only their errors refuse.
LETTERS = ("store/reminders/", "store/templates/")
CALCULATOR = ROOT / "data/soil/calculator_vectors.json"  # its errors are raised one by one
ENOUGH = 12  # characters of a sentence that are said in no other


def strings(node: ast.AST) -> Iterator[str]:
    """Every text in a piece of code; of an f-string each part between its fields."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def called(node: ast.Call) -> str:
    """The name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)


def sentences(path: Path) -> Iterator[str]:
    """What the errors made in a module say."""
    is_letter = path.relative_to(ROOT).as_posix().startswith(LETTERS)
    refusing = ("Error",) if is_letter else ("Error", "Message")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named.setdefault(node.targets[0].id, []).append(node.value)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = called(node)
        if name.endswith(refusing) and name not in OUR_OWN | NO_SENTENCE and node.args:
            said = node.args[0]
            found = named.get(said.id, []) if isinstance(said, ast.Name) else [said]
            yield from (text for one in found for text in strings(one))


def core(sentence: str) -> str:
    """The longest part of a sentence that is the same whatever its fields hold."""
    parts = re.split(r"\{[^}]*\}", sentence)
    return max((part.strip(" .:,“”") for part in parts), key=len)


def is_quoted(sentence: str, quotes: set[str]) -> bool:
    """Whether a test says the sentence, or enough of it."""
    wanted = core(sentence)
    return any(
        wanted in quote
        or (len(quote) >= ENOUGH and 2 * len(quote) >= len(wanted) and quote in wanted)
        for quote in quotes
    )


def test_every_refusal_is_quoted_by_a_test() -> None:
    quotes = {
        text.strip("^$. ").replace("\\", "")
        for path in (ROOT / "tests").rglob("*.py")
        for text in strings(ast.parse(path.read_text(encoding="utf-8")))
    }
    errors = json.loads(CALCULATOR.read_text(encoding="utf-8"))["errors"]
    quotes |= {case["message"].strip(".") for case in errors}
    said = {
        sentence: path.relative_to(ROOT).as_posix()
        for path in (ROOT / "store").rglob("*.py")
        for sentence in sentences(path)
        if len(core(sentence)) >= ENOUGH
    }
    assert len(said) > 100
    missing = {one: where for one, where in said.items() if not is_quoted(one, quotes)}
    assert missing == {}
