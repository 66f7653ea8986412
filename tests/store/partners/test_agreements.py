"""Agreements with partners: what was signed, what is in force on a day, what was known of it."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.exchange.tables import TABLES
from store.ground.errors import StoreError
from store.ledger.knowledge import EVER, Until
from store.models import RoleKind
from store.partners import agreements
from store.partners.agreement_draft import AgreementDraft
from store.rights.rights import VISITOR, Actor, Grant
from store.shipped import plan_and_figures
from tests.store.writing import ANA

pytestmark = pytest.mark.same_sql

LEADER = Actor("Lea", (Grant(RoleKind.TASK_FORCE_LEADER, "D4"),))
OTHER = Actor("Ola", (Grant(RoleKind.TASK_FORCE_LEADER, "A1"),))


def agreement(**content: Any) -> AgreementDraft:
    """A memorandum of three years, unless told otherwise."""
    usual = {
        "code": "one",
        "title": "Memorandum of understanding",
        "partners": "A network of soils",
        "is_network": True,
        "signed_on": "2021-10-01",
        "ends_on": "2024-09-30",
        "source_title": "Text of the memorandum",
        "known_on": "2021-10-02",
    }
    return AgreementDraft.model_validate(usual | content)


@pytest.mark.parametrize(
    ("ends_on", "day", "holds"),
    [
        ("2024-09-30", "2021-09-30", False),
        ("2024-09-30", "2021-10-01", True),
        ("2024-09-30", "2024-09-30", True),
        ("2024-09-30", "2024-10-01", False),
        (None, "2040-01-01", True),
    ],
)
def test_an_agreement_holds_from_its_first_day_to_its_last(
    filled: sa.Engine, ends_on: str | None, day: str, holds: bool
) -> None:
    with Session(filled) as session:
        row = agreements.report(session, LEADER, agreement(ends_on=ends_on))
    assert agreements.in_force([row], dt.date.fromisoformat(day)) == ([row] if holds else [])


def test_a_renewal_supersedes_and_earlier_days_know_the_old_end(filled: sa.Engine) -> None:
    renewed = {"ends_on": "2027-09-30", "known_on": "2024-08-01"}
    with Session(filled) as session:
        first = agreements.report(session, ANA, agreement())
        with pytest.raises(StoreError, match="Say it in words in “reason”"):
            agreements.report(session, ANA, agreement(**renewed), first.id)
        news = agreement(**renewed, reason="Renewed")
        with pytest.raises(StoreError, match="Somebody else has changed this"):
            agreements.report(session, ANA, news)
        agreements.report(session, ANA, news, first.id)
        ends = {
            day: [
                row.ends_on
                for row in agreements.known(session, Until.day(dt.date.fromisoformat(day)))
                if row.code == "one"
            ]
            for day in ("2021-10-01", "2024-07-31", "2024-08-01")
        }
        assert [row.revision for row in agreements.history(session, "one")] == [0, 1]
    assert ends == {
        "2021-10-01": [],
        "2024-07-31": [dt.date(2024, 9, 30)],
        "2024-08-01": [dt.date(2027, 9, 30)],
    }


@pytest.mark.parametrize("actor", [VISITOR, OTHER])
def test_only_who_leads_d4_reports_one(filled: sa.Engine, actor: Actor) -> None:
    with (
        Session(filled) as session,
        pytest.raises(StoreError, match="You have no right to report on a task force here"),
    ):
        agreements.report(session, actor, agreement())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({"signed_on": "2015-01-01"}, "The Initiative signed nothing before its launch."),
        ({"signed_on": "2021-10-03"}, "What is to be signed in the future is no agreement."),
        ({"ends_on": "2021-09-30"}, "An agreement does not end before it was signed."),
        ({"partners": ""}, "Give it a title of at least three characters."),
        ({"source_title": "-"}, "Name the source"),
    ],
)
def test_what_no_agreement_says(content: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        agreement(**content)


def test_a_shipped_table_of_them_is_taken_in_once_and_given_away(
    filled: sa.Engine, tmp_path: Path
) -> None:
    for path in plan_and_figures.DATA.glob("*.csv"):
        (tmp_path / path.name).symlink_to(path)
    columns = "title,partners,is_network,signed_on,ends_on,known_on,source_title,source_link,note"
    line = "Memorandum 7,A network,1,2022-01-01,{end},2022-02-01,Its text,,"
    table = TABLES["agreements"]

    def taken(end: str) -> list[tuple[object, ...]]:
        (tmp_path / "agreements.csv").unlink(missing_ok=True)
        (tmp_path / "agreements.csv").write_text(f"{columns}\n{line.format(end=end)}\n")
        with Session(filled) as session, session.begin():
            plan_and_figures.fill_figures(session, tmp_path)
            rows = table.rows(session, "2022", EVER)
        names = [table.position(name) for name in ("ends_on", "is_network", "revision")]
        title = table.position("title")
        return [tuple(row[name] for name in names) for row in rows if row[title] == "Memorandum 7"]

    assert taken("2024-12-31") == taken("2024-12-31") == [(dt.date(2024, 12, 31), True, 0)]
    assert taken("2025-12-31") == [(dt.date(2025, 12, 31), True, 1)]
