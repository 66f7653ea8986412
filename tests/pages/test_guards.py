"""Which pages each role opens, of those that not everybody may: the others say why they do not."""

import pytest
from streamlit.testing.v1 import AppTest

from store.rights.rights import RIGHTS
from tests.browser.reporting.signed_in import PEOPLE
from tests.browser.reporting.test_guards import NEEDS, NOT_YOURS, READERS
from tests.menu import GUARDED
from tests.pages.acting import Open, add, writing
from tests.pages.conftest import OpenApp

SAID = NOT_YOURS.split(".")[0]  # the dot is escaped


@pytest.mark.parametrize("name", READERS)
def test_a_role_opens_its_own_pages_and_no_other(open_page: Open, name: str) -> None:
    held = PEOPLE[name]
    assert held is not None
    with writing() as session:
        add(session, name, held)
    app = open_page(name)
    refused = set()
    for listed in GUARDED:
        app.switch_page(listed.script).run()
        assert not app.exception, listed.name
        if any(box.value.startswith(SAID) for box in app.info):
            assert [len(app.dataframe), len(app.text_input)] == [0, 0], listed.name
            refused.add(listed.name)
    assert refused == {name for name, act in NEEDS.items() if act not in RIGHTS[held.role]}


def test_a_server_that_was_not_started_for_this_machine_alone_only_reads(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "this server was not started for this machine alone"
    monkeypatch.setenv("LOCAL_WRITING", "no")
    assert said in _foot(open_app())
    monkeypatch.setenv("LOCAL_WRITING", "yes")
    assert said not in _foot(open_app())


def _foot(app: AppTest) -> str:
    [foot] = [one.proto.body for one in app.get("html") if "<footer" in one.proto.body]
    return foot
