"""Who is measured: how each is started, where it is clicked, what it must show then."""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests import stores
from tests.bench import environment, servers
from tests.bench.servers import Server
from tests.processes import free_port

HERE = Path(__file__).resolve().parent
STREAMLIT = Path(sys.executable).parent / "streamlit"
OURS, BARE, DASH, PANEL = "ours", "bare", "Dash", "Panel"


@dataclass(frozen=True, slots=True)
class View:
    """One of two views: what is clicked to get it, and the texts that show it is there."""

    switch: str
    texts: tuple[str, ...]
    cells: tuple[str, ...] = ()

    def marks(self, other: "View | None" = None) -> dict[str, list[str]]:
        """What to look for; after a change from `other`, what is new and what must be gone."""
        if other is None:
            return {"texts": [*self.texts], "cells": [*self.cells], "gone": []}
        return {
            "texts": [text for text in self.texts if text not in other.texts],
            "cells": [cell for cell in self.cells if cell not in other.cells],
            "gone": [text for text in other.texts if text not in self.texts],
        }


@dataclass(frozen=True, slots=True)
class Contestant:
    """A running contestant; the first of its views is the one it opens with."""

    name: str
    server: Server
    views: tuple[View, View]


@contextmanager
def running(name: str, store: str, dumped: Path) -> Iterator[Contestant]:
    """Start a contestant on the store's address, or on what was dumped from it."""
    port = free_port()
    log = dumped.with_name(f"{name}.log")
    with servers.serving(_command(name, port, dumped), port, streamlit(store, port), log) as server:
        yield Contestant(name, server, _views(name, dumped))


def streamlit(store: str, port: int) -> Mapping[str, str]:
    """The surroundings of a Streamlit server; the others ignore them."""
    return {
        "DATABASE_URL": store,
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
        "STREAMLIT_SERVER_PORT": str(port),
        "LOCAL_WRITING": "yes",
        "SESSIONS_AN_ADDRESS": "10000",  # all readers of the bench come from here
    }


@contextmanager
def demonstrating() -> Iterator[Server]:
    """Our server on a demonstration store of its own."""
    with tempfile.TemporaryDirectory() as folder:
        store, port = f"sqlite:///{folder}/demo.db", free_port()
        stores.make("demo", store)
        command, log = [STREAMLIT, "run", "server.py"], Path(folder) / "server.log"
        with servers.serving(command, port, streamlit(store, port), log) as server:
            yield server


def _command(name: str, port: int, dumped: Path) -> Sequence[str | Path]:
    others = HERE / "others"
    return {
        OURS: [STREAMLIT, "run", "server.py"],
        BARE: [STREAMLIT, "run", others / "bare_app.py"],
        DASH: [environment.PYTHON, others / "dash_app.py", dumped, str(port)],
        PANEL: [environment.PYTHON, others / "panel_app.py", dumped, str(port)],
    }[name]


def _views(name: str, dumped: Path) -> tuple[View, View]:
    if name == BARE:
        return View("Next", ("hi, bare page",)), View("Next", ("ho, bare page",))
    views: dict[str, Any] = json.loads(dumped.read_text(encoding="utf-8"))
    first, second = (
        View(f"Plan {plan}", tuple(view["marks"]["texts"]), tuple(view["marks"]["cells"]))
        for plan, view in views.items()
    )
    return first, second
