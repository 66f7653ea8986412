"""How the code is cut: imports go down only, pages stay thin, nothing hides state."""

import ast
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("pages", "components", "store", "tests")
PAGE_LINES, MODULE_LINES = 60, 250
# Generated once and never touched again: their length and number say nothing about their design.
DATA_LIKE = ("store/migrations/versions/",)
FORBIDDEN = {
    "store": ("streamlit", "starlette", "altair", "pydeck", "components", "pages", "tests"),
    "components": ("pages", "tests"),
    "components/api": ("streamlit", "components.reader.cache"),
}
# From the ground up: a room imports from floors below its own only, so rooms never form a circle.
FLOORS = {
    "store": (
        ("ground", "progress", "progress_1_0"),
        ("models", "soil", "uploads", "verify"),
        ("migrations", "rights"),
        ("ledger",),
        ("plan",),
        (
            "activities",
            "database",
            "documents",
            "figures",
            "findings",
            "ndc",
            "notices",
            "partners",
        ),
        ("people", "samplings", "shipped", "standing"),
        ("backup", "meetings", "reporting"),
        ("demo", "exchange", "leaving", "reminders", "sheets"),
        ("templates",),
        ("commands",),
    ),
    "components": (
        ("language",),
        ("api", "look"),
        ("reader",),
        ("elements", "shell", "wording"),
        ("exhibits", "figures", "gaps", "maps", "overview", "serving"),
        ("indicator",),
        ("activities", "objective", "pledges", "reporting", "twins"),
        ("review", "sheets"),
        ("entry", "partners", "samplings", "soil"),
        ("about", "steward", "task_forces"),
        ("regions",),
        ("briefing",),
        ("meetings",),
        ("goal", "presentation", "search"),
        ("site",),
    ),
}
MOST_FILES = 18  # of code in one room
PAGES_MAY = ("streamlit", "components", "store.ground.errors")
# The private name of a library: all that a page of Streamlit’s menu tells.
PRIVATE_MAY = ("_page",)
GROWTH = "store.verify.growth"
GROWTH_MAY = ("store/verify/", "tests/")


def modules(*layers: str) -> list[Path]:
    """Every Python file of the layers; of the whole project without one."""
    if not layers:
        return [ROOT / "app.py", ROOT / "server.py", *modules(*LAYERS)]
    return sorted(path for layer in layers for path in (ROOT / layer).rglob("*.py"))


def name(path: Path) -> str:
    """The file as the reader of a failure knows it."""
    return path.relative_to(ROOT).as_posix()


@cache
def imports(path: Path) -> tuple[str, ...]:
    """The full name of everything a module imports, also inside functions."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            source = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{source}.{alias.name}" for alias in node.names)


def is_from(imported: str, sources: Iterable[str]) -> bool:
    """Whether an import is one of the sources or lies inside one."""
    return any(imported == source or imported.startswith(f"{source}.") for source in sources)


def attributes(path: Path) -> Iterator[str]:
    """Every name and attribute that a module mentions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id


def foreign_privates(path: Path) -> set[str]:
    """The names with a leading underscore that a module uses and does not give itself."""
    used, own = set(), {"_", "_n", "_c"}  # what marks a text is everybody's
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom | ast.Import):
            used |= {part for alias in node.names for part in alias.name.split(".")}
        elif isinstance(node, ast.Attribute):
            (own if getattr(node.value, "id", "") in {"self", "cls"} else used).add(node.attr)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            own.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own.add(node.id)
    return {name for name in used - own if name.startswith("_") and not name.endswith("__")}


@pytest.mark.parametrize("layer", FORBIDDEN)
def test_a_layer_imports_only_what_lies_below(layer: str) -> None:
    broken = [
        f"{name(path)}: {imported}"
        for path in modules(layer)
        for imported in imports(path)
        if is_from(imported, FORBIDDEN[layer])
    ]
    assert broken == []


@pytest.mark.parametrize("layer", FLOORS)
def test_every_room_stands_on_a_floor(layer: str) -> None:
    listed = sorted(room for floor in FLOORS[layer] for room in floor)
    assert listed == sorted({path.parent.name for path in (ROOT / layer).glob("*/__init__.py")})


@pytest.mark.parametrize("layer", FLOORS)
def test_a_room_imports_only_from_floors_below(layer: str) -> None:
    floor_of = {room: level for level, floor in enumerate(FLOORS[layer]) for room in floor}
    broken = [
        f"{name(path)}: {imported}"
        for room, level in floor_of.items()
        for path in modules(f"{layer}/{room}")
        for imported in imports(path)
        for other in [imported.split(".")[1] if imported.startswith(f"{layer}.") else room]
        if other != room and floor_of.get(other, -1) >= level
    ]
    assert broken == []


def test_rooms_are_small() -> None:
    rooms = Counter(
        path.parent
        for path in modules("components", "store", "pages")
        if not name(path).startswith(DATA_LIKE)
    )
    assert {name(room): size for room, size in rooms.items() if size > MOST_FILES} == {}


def test_pages_ask_and_show_and_compute_nothing() -> None:
    broken = [
        f"{name(path)}: {imported}"
        for path in modules("pages")
        for imported in imports(path)
        if not is_from(imported, PAGES_MAY) and not is_from(imported, sys.stdlib_module_names)
    ]
    assert broken == []


@pytest.mark.parametrize("room", ["progress", "progress_1_0"])
def test_the_arithmetic_needs_nothing_but_the_language(room: str) -> None:
    broken = [
        f"{name(path)}: {imported}"
        for path in modules(f"store/{room}")
        for imported in imports(path)
        if not is_from(imported, (f"store.{room}", *sys.stdlib_module_names))
    ]
    assert broken == []


def test_the_growth_comparator_decides_nothing() -> None:
    broken = [
        name(path)
        for path in modules()
        if not name(path).startswith(GROWTH_MAY)
        and any(is_from(imported, [GROWTH]) for imported in imports(path))
    ]
    assert broken == []


def test_no_page_lies_where_streamlit_serves_it_unchecked() -> None:
    assert [path.name for path in (ROOT / "pages").glob("*.py")] == []


def test_pages_are_short() -> None:
    assert too_long(modules("pages"), PAGE_LINES) == {}


def test_modules_are_short() -> None:
    written = [path for path in modules() if not name(path).startswith(DATA_LIKE)]
    assert too_long(written, MODULE_LINES) == {}


def too_long(paths: Iterable[Path], limit: int) -> dict[str, int]:
    """The files above a number of lines."""
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    return {path: length for path, length in lengths.items() if length > limit}


def test_pages_and_store_keep_no_session_state() -> None:
    holders = modules("pages", "store")
    assert [name(path) for path in holders if "session_state" in attributes(path)] == []


def test_only_the_sessions_keep_what_streamlit_would_keep() -> None:
    keepers = {"cache_data", "cache_resource"}
    mine = {name(path) for path in modules("pages", "components") if keepers & {*attributes(path)}}
    assert mine <= {"components/reader/sessions.py"}


def test_no_error_is_caught_without_a_name() -> None:
    caught = [
        name(path)
        for path in modules("pages", "components", "store")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") == "Exception")
    ]
    # The one guard that keeps a bug in one row from hiding the others; tests see what it hides.
    assert sorted(set(caught)) == ["components/look/isolation.py"]


def test_no_module_uses_the_private_names_of_another() -> None:
    used = {name(path): foreign_privates(path).difference(PRIVATE_MAY) for path in modules()}
    assert {path: names for path, names in used.items() if names} == {}
