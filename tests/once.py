"""What takes long and is the same in every test, done once in a worker or in the whole test run."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import sqlalchemy as sa
import vl_convert
from sqlalchemy import event
from sqlalchemy.engine.default import DefaultDialect
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import local_script_runner

from tests.drawings import Drawings


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once() -> Iterator[None]:
    """Let Streamlit look for components among the installed packages once.

    It reads the metadata of them all for every AppTest, which took most of the time of its tests.
    """
    once = cache(manifest_scanner.scan_component_manifests)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture(scope="session", autouse=True)
def scripts_compiled_once() -> Iterator[None]:
    """Let Streamlit compile the script of a page once, as a server does; each AppTest would."""
    once = ScriptCache()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(local_script_runner, "ScriptCache", lambda: once)
        yield


@pytest.fixture(scope="session", autouse=True)
def charts_drawn_once(all_workers: Path) -> Iterator[None]:
    """Let each chart of sites and briefings be drawn once in a test run.

    A site that is published draws a hundred of them, which takes most of its time.
    """
    with pytest.MonkeyPatch.context() as patched:
        drawings = Drawings(all_workers / "charts")
        patched.setattr(vl_convert, "vegalite_to_svg", drawings.vegalite_to_svg)
        yield


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Let all engines of a kind share what SQLAlchemy compiled.

    Each keeps its own, and nearly every test has a store, and so an engine, of its own.
    """
    compiled: dict[object, object] = {}

    def share(connection: sa.Connection) -> None:
        connection.execution_options(compiled_cache=compiled)

    with pytest.MonkeyPatch.context() as patched:
        # What is kept is found by the dialect, of which each engine has one of the same settings.
        patched.setattr(DefaultDialect, "__hash__", lambda one: hash(type(one)))
        patched.setattr(DefaultDialect, "__eq__", lambda one, other: type(one) is type(other))
        event.listen(sa.Engine, "engine_connect", share)
        yield
        event.remove(sa.Engine, "engine_connect", share)
