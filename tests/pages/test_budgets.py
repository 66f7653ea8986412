"""No page outgrows what `tests/budgets.py` allows it, for the Secretariat, who sees most."""

from collections.abc import Iterator
from dataclasses import asdict

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from components.serving.bundles import ASSETS
from tests.budgets import BUDGETS, EXCEPTIONS, MOST
from tests.menu import PAGES
from tests.pages.acting import Open
from tests.pages.conftest import SCRIPTS


def sent(node: Node) -> Iterator[Message]:
    """What a run sent of a box: each element below it."""
    if not isinstance(node, Block):
        yield node.proto
        return
    for child in node.children.values():
        yield from sent(child)


def cost(app: AppTest) -> tuple[int, float]:
    """How many elements a run sent, and their kB."""
    elements = [*sent(app.main)]
    return len(elements), sum(one.ByteSize() for one in elements) / 1000


@pytest.fixture(autouse=True)
def kept_files() -> Iterator[None]:
    """Name what browsers keep as a file, as the server does, instead of sending it each time."""
    for one in ASSETS:
        one.serve_at("")
    yield
    for one in ASSETS:
        one.address = ""


def test_every_page_has_a_budget_and_keeps_to_it(open_demo_page: Open) -> None:
    assert set(BUDGETS) == {listed.name for listed in PAGES}
    app = open_demo_page("Sofia", "method")
    over = {}
    for name, budget in BUDGETS.items():
        app.switch_page(SCRIPTS[name]).run()
        assert not app.exception, name
        elements, kb = cost(app)
        if elements > budget.elements or kb > budget.kb:
            over[name] = (elements, round(kb, 1))
    assert over == {}


def test_no_budget_is_above_twice_the_overviews_but_for_the_named() -> None:
    base = asdict(BUDGETS["overview"])
    above = {
        name: {kind for kind, most in asdict(budget).items() if most > MOST * base[kind]}
        for name, budget in BUDGETS.items()
    }
    named = {name: set(reasons) for name, reasons in EXCEPTIONS.items()}
    assert {name: kinds for name, kinds in above.items() if kinds} == named
