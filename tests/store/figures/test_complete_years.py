"""Years declared complete: who may, what can be, from when it counts, and what takes it back."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.exchange.tables import TABLES
from store.figures import complete_years
from store.figures.complete_year_draft import CompleteYearDraft
from store.ground import clock
from store.ground.errors import StoreError
from store.ledger.knowledge import EVER, Until
from store.models import CompleteYear, RoleKind
from store.models.places import REGIONS
from store.rights.rights import LOCAL_USER, VISITOR, Actor, Grant
from tests.store.writing import ANA, BO, MONDAY, TUESDAY

CODES = [f"R-{region}" for region in REGIONS]
AMARA = Actor("Amara", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D2", "R-AFR"),))


def year(**content: Any) -> CompleteYearDraft:
    """All meetings of Africa in 2024 are reported, unless told otherwise."""
    usual = {
        "indicator_code": "D2-meetings",
        "place_code": "R-AFR",
        "year": 2024,
        "source_title": "Minutes of the region",
    }
    return CompleteYearDraft.model_validate(usual | content)


def approve(session: Session, **content: Any) -> CompleteYear:
    """Declare a year complete and approve it on a Monday, as two people would."""
    row = complete_years.declare(session, ANA, year(**content))
    complete_years.approve(session, BO, row, MONDAY)
    return row


def known(session: Session, until: Until = EVER) -> list[tuple[str, int]]:
    """The places and years that are complete."""
    return [(row.place_code, row.year) for row, _ in complete_years.approved(session, until)]


def test_a_year_is_complete_from_its_approval_on(filled: sa.Engine) -> None:
    with Session(filled) as session:
        row = complete_years.declare(session, AMARA, year())
        assert known(session) == []
        assert complete_years.waiting(session, BO) == [row]
        assert complete_years.waiting(session, VISITOR) == []
        complete_years.approve(session, BO, row, TUESDAY)
        assert complete_years.waiting(session, BO) == []
        assert known(session, Until.day(MONDAY)) == []
        assert known(session, Until.day(TUESDAY)) == [("R-AFR", 2024)]


def test_what_is_taken_back_counts_until_that_is_approved(filled: sa.Engine) -> None:
    with Session(filled) as session:
        row = approve(session)
        news = {"is_complete": False, "reason": "A meeting was found", "corrects": row.id}
        back = complete_years.declare(session, ANA, year(**news))
        assert known(session) == [("R-AFR", 2024)]
        complete_years.approve(session, BO, back, TUESDAY)
        assert known(session) == []
        assert known(session, Until.day(MONDAY)) == [("R-AFR", 2024)]
        revisions = [one.revision for one in complete_years.history(session, "D2-meetings")]
        assert revisions == [0, 1]


@pytest.mark.same_sql
def test_a_year_of_the_world_needs_every_region_or_a_word_about_the_world(
    filled: sa.Engine,
) -> None:
    with Session(filled) as session:
        rows = [approve(session, place_code=code) for code in CODES]
        few = complete_years.by_indicator(rows[1:], CODES)
        rows.append(approve(session, place_code="WLD", year=2023))
        assert few == {}
        assert complete_years.by_indicator(rows, CODES) == {"D2-meetings": (2023, 2024)}


@pytest.mark.same_sql
def test_the_local_copy_says_for_ever_who_approved(filled: sa.Engine) -> None:
    with Session(filled) as session:
        row = complete_years.declare(session, LOCAL_USER, year())
        review = complete_years.approve(session, LOCAL_USER, row, TUESDAY)
        assert review.reviewer == "its reporter (local copy)"


@pytest.mark.same_sql
def test_what_was_returned_is_declared_again(filled: sa.Engine) -> None:
    with Session(filled) as session:
        row = complete_years.declare(session, ANA, year())
        step = complete_years.send_back(session, BO, row, MONDAY, "Which minutes?")
        news = {"reason": "Named now", "corrects": row.id, "source_title": "Minutes 12"}
        again = complete_years.declare(session, ANA, year(**news))
        assert (step.comment, again.revision) == ("Which minutes?", 1)
        with pytest.raises(StoreError, match="A newer declaration has taken its place"):
            complete_years.approve(session, BO, row, MONDAY)


@pytest.mark.same_sql
@pytest.mark.parametrize(
    ("actor", "content", "sentence"),
    [
        (VISITOR, {}, "You have no right to report a figure here."),
        (AMARA, {"place_code": "R-EUR"}, "You have no right to report a figure here."),
        (ANA, {"indicator_code": "D4-signed"}, "is not counted by years: no year of it can be"),
        (ANA, {"indicator_code": "Z9"}, "There is no indicator Z9 or no place R-AFR."),
        (ANA, {"year": clock.today().year}, "is not over: it cannot be complete yet."),
        (ANA, {"is_complete": False}, "Nobody declared this year complete."),
        (ANA, {"corrects": 7}, "Somebody else has changed this in the meantime."),
    ],
)
def test_what_cannot_be_declared(
    filled: sa.Engine, actor: Actor, content: dict[str, Any], sentence: str
) -> None:
    with Session(filled) as session:
        with pytest.raises(StoreError, match=sentence):
            complete_years.declare(session, actor, year(**content))
        assert complete_years.history(session, "D2-meetings") == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({"year": 2014}, "2014 is before the Initiative, which began in 2015."),
        ({"source_title": ""}, "Name the source"),
    ],
)
def test_what_no_draft_says(content: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        year(**content)


@pytest.mark.same_sql
def test_nobody_approves_their_own_nor_twice(filled: sa.Engine) -> None:
    with Session(filled) as session:
        row = complete_years.declare(session, ANA, year())
        for actor, sentence in (
            (ANA, "Nobody approves their own declaration"),
            (AMARA, "You have no right to approve or return a figure here."),
        ):
            with pytest.raises(StoreError, match=sentence):
                complete_years.approve(session, actor, row, MONDAY)
        complete_years.approve(session, BO, row, MONDAY)
        with pytest.raises(StoreError, match="This year’s declaration is approved already"):
            complete_years.approve(session, BO, row, MONDAY)
        with pytest.raises(StoreError, match="Say it in words in “reason”"):
            complete_years.declare(session, ANA, year(corrects=row.id))


@pytest.mark.same_sql
def test_everybody_may_take_along_what_is_complete(filled: sa.Engine) -> None:
    table = TABLES["complete_years"]
    with Session(filled) as session:
        approve(session)
        [row] = table.rows(session, "2022", Until.day(dt.date(2026, 3, 31)))
        assert table.rows(session, "2022", Until.day(dt.date(2026, 3, 1))) == []
    found = dict(zip(table.names, row, strict=True))
    assert (found["indicator"], found["place"], found["region"]) == ("D2-meetings", *["R-AFR"] * 2)
    assert (found["year"], found["reporter"], found["approver"]) == (2024, "Ana", "Bo")
