"""Which writes change what everybody may read: the site is made anew after those only."""

import ast

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.database.engine import ROOT
from store.figures import actions
from store.ledger import audit, news
from tests.store.writing import ANA, BO, TUESDAY, draft

pytestmark = pytest.mark.same_sql


def test_an_approval_is_public_and_what_waits_is_not(filled: sa.Engine) -> None:
    with Session(filled) as session:
        before = news.newest_public(session)
        assert before > 0  # the plan was shipped
        row = actions.report(session, ANA, draft())
        assert audit.latest_id(session) > news.newest_public(session) == before
        actions.approve(session, BO, row, TUESDAY)
        assert news.newest_public(session) == audit.latest_id(session)


def test_every_name_is_one_that_the_store_writes() -> None:
    written = {
        node.value
        for path in (ROOT / "store").rglob("*.py")
        if path.name != "news.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    assert set(news.OF_NO_PUBLIC) - written == set()
