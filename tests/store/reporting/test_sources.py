"""Sources used before: the place's own first, then the reporter's; nothing that is not theirs."""

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from store.figures import actions
from store.models import RoleKind
from store.reporting import sources
from store.reporting.sources import Source
from store.rights.rights import Actor, Grant
from tests.store.writing import ANA, BO, draft, on_top

pytestmark = pytest.mark.same_sql

LINK = "https://example.org/register"
ELSEWHERE = Actor("Ed", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D4", "R-EUR"),))


def test_the_newest_source_of_the_place_comes_first_with_its_last_link(filled: sa.Engine) -> None:
    with Session(filled) as session:
        actions.report(session, BO, draft(indicator_code="E1-operators", source_title="Own list"))
        for title, link in (("Register", ""), ("Minutes", ""), ("Register", LINK)):
            form = draft(source_title=title, source_link=link, note=title + link)
            actions.report(session, ANA, on_top(session, form))
        found = sources.used_before(session, BO, "D4-signed", "WLD", 10)
        titles = [source.title for source in found]
        assert found[0] == Source("Register", LINK)
        assert titles[1] == "Minutes"
        assert titles[-1] == "Own list"
        assert len(set(titles)) == len(titles)
        assert sources.used_before(session, BO, "D4-signed", "WLD", 1) == found[:1]


def test_nobody_is_told_the_sources_of_figures_that_they_may_not_see(filled: sa.Engine) -> None:
    with Session(filled) as session:
        actions.report(session, ANA, draft(source_title="Confidential minutes"))
        assert sources.used_before(session, ELSEWHERE, "D4-signed", "WLD", 10) == []
