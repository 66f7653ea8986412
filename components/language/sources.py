"""Every text in the code, read from the syntax tree of each file."""

import ast
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("components", "pages", "store")
REFUSAL, MESSAGE = "StoreError", "Message"
MACHINERY = ("components/language/", "store/ground/")  # passes on what others wrote
VALIDATORS = {"field_validator", "model_validator"}


@dataclass(frozen=True, slots=True)
class Text:
    """A text to translate: where it is written, its forms (one or two) and its context."""

    path: str
    line: int
    forms: tuple[str, ...]
    context: str | None = None
    places: frozenset[str] | None = None  # what the call fills; None where it cannot be told


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in the code where a text would not reach the catalogue, or not as it should."""

    path: str
    line: int
    why: str

    def __str__(self) -> str:
        """As a compiler writes it, so that an editor leads there."""
        return f"{self.path}:{self.line}: {self.why}"


def modules(root: Path = ROOT) -> list[Path]:
    """Every module whose texts can reach a person."""
    paths = [path for folder in FOLDERS for path in (root / folder).rglob("*.py")]
    return sorted(path for path in [root / "app.py", *paths] if "migrations" not in path.parts)


def templates(root: Path = ROOT) -> list[Path]:
    """Every template of a page."""
    return sorted((root / "components").rglob("*.html"))


def parse(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def refusals(trees: list[ast.Module]) -> set[str]:
    """The names of `StoreError` and of every class that is one."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    names = {REFUSAL}
    while more := {name for name, above in bases.items() if above & names} - names:
        names |= more
    return names


def in_module(name: str, tree: ast.Module, kinds: Set[str]) -> Iterator[Text | Fault]:
    """Every text of a module; `kinds` are the classes whose first argument is one."""
    validated = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and _is_validator(node)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = called_name(node)
        if name.startswith(MACHINERY) and not _literals(node.args[0]):
            continue
        if called == "_n":
            yield from _texts(name, node, node.args[:2])
        elif called == "_c":
            yield from _in_context(name, node)
        elif called in {"_", MESSAGE} | kinds or (called == "ValueError" and node in validated):
            yield from _texts(name, node, node.args[:1])


def in_template(name: str, path: Path) -> Iterator[Text | Fault]:
    """Every text of a page's template."""
    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    for node in tree.find_all(nodes.Call):
        called = node.node.name if isinstance(node.node, nodes.Name) else ""
        if called not in {"_", "_n", "_c"}:
            continue
        words = [
            argument.value if isinstance(argument, nodes.Const) else None for argument in node.args
        ]
        fills = frozenset([*(keyword.key for keyword in node.kwargs), *["count"][: called == "_n"]])
        context = words.pop(0) if called == "_c" else None
        forms = words[: 2 if called == "_n" else 1]
        if all(isinstance(form, str) for form in forms):
            yield Text(name, node.lineno, tuple(map(str, forms)), context, fills)
        else:
            yield Fault(name, node.lineno, f"the text of {called}() is not a plain literal")


def called_name(call: ast.Call) -> str:
    """The last part of what is called: `error` of `st.error`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _is_validator(function: ast.FunctionDef) -> bool:
    marks = {called_name(mark) for mark in function.decorator_list if isinstance(mark, ast.Call)}
    return bool(marks & VALIDATORS)


def _texts(name: str, call: ast.Call, written: list[ast.expr]) -> Iterator[Text | Fault]:
    forms = [_literals(argument) for argument in written]
    if not all(forms):
        yield Fault(name, call.lineno, f"the text of {called_name(call)}() is not a plain literal")
    elif len(forms) == 2:
        fills = _fills(call)
        fills = None if fills is None else fills | {"count"}
        yield Text(name, call.lineno, (forms[0][0], forms[1][0]), None, fills)
    else:
        for text in forms[0]:
            yield Text(name, call.lineno, (text,), None, _fills(call))


def _in_context(name: str, call: ast.Call) -> Iterator[Text | Fault]:
    context, *texts = (_literals(argument) for argument in call.args[:2])
    if len(context) == 1 and texts and texts[0]:
        for text in texts[0]:
            yield Text(name, call.lineno, (text,), context[0], _fills(call))
    else:
        yield Fault(name, call.lineno, "context and text of _c() are not plain literals")


def _literals(node: ast.expr) -> list[str]:
    """The literal, or both of a conditional expression; nothing where one is no literal."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        branches = [_literals(node.body), _literals(node.orelse)]
        return [*branches[0], *branches[1]] if all(branches) else []
    return []


def _fills(call: ast.Call) -> frozenset[str] | None:
    """The places that the call fills; None for a message that others fill later."""
    names = frozenset(word.arg for word in call.keywords if word.arg)
    is_open = len(names) < len(call.keywords) or (called_name(call) == MESSAGE and not names)
    return None if is_open else names
