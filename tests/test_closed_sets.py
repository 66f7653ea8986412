"""No column of a closed set is compared with a bare word: a misspelt one would pass unseen."""

import ast
from collections import defaultdict
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel

import store.models
from tests.stores import ROOT

LAYERS = ("components", "pages", "store")


def closed_sets() -> dict[str, set[str]]:
    """By the name of a column the words that it may hold, of all tables together."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for table in SQLModel.metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, sa.Enum):
                found[column.name].update(column.type.enums)
    return found


def bare_words(code: str) -> Iterator[str]:
    """Each comparison of such a column, or of what `col` makes of it, with a word it may hold."""
    sets = closed_sets()
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Compare):
            continue
        operands = (node.left, *node.comparators)
        columns = {
            inner.attr
            for operand in operands
            for inner in (operand, *getattr(operand, "args", []))
            if isinstance(inner, ast.Attribute)
        }
        words = {
            inner.value
            for operand in operands
            for inner in (operand, *getattr(operand, "elts", []))
            if isinstance(inner, ast.Constant)
        }
        if any(words & sets.get(column, set()) for column in columns):
            yield ast.unparse(node)


@pytest.mark.parametrize(
    "code",
    ["row.stage == 'open'", "'about' != one.qualifier", "one.kind in ('stock', 'rate')"],
)
def test_a_bare_word_is_found(code: str) -> None:
    assert list(bare_words(code)) == [code]


def test_members_and_other_words_are_let_through() -> None:
    assert list(bare_words("row.stage == Stage.OPEN or one.kind == 'list'")) == []


def test_columns_of_closed_sets_are_compared_with_members() -> None:
    assert store.models.Stage.OPEN in closed_sets()["stage"]
    found = {
        path.relative_to(ROOT).as_posix(): list(bare_words(path.read_text(encoding="utf-8")))
        for layer in LAYERS
        for path in (ROOT / layer).rglob("*.py")
    }
    assert {path: words for path, words in found.items() if words} == {}
