"""Samplings of soil: who may report them, what can be, from when they count, what they show."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import Session

from store.exchange.tables import TABLES
from store.ground import clock
from store.ground.errors import StoreError
from store.ledger.knowledge import EVER, Until
from store.models import RoleKind
from store.rights.rights import LOCAL_USER, VISITOR, Actor, Grant
from store.samplings import samplings, series
from tests.store.samplings.soil import AFI, publish, publish_series, sampling
from tests.store.writing import ANA, BO, MONDAY, TUESDAY

SCIENTIST = Actor("Sena", (Grant(RoleKind.STC_MEMBER),))


def known(session: Session, until: Until = EVER) -> list[tuple[int, float]]:
    """The years and stocks that count."""
    return [(row.year, row.stock) for row, _step in samplings.approved(session, until)]


def test_a_sampling_counts_from_its_approval_on(filled: sa.Engine) -> None:
    with Session(filled) as session:
        row = samplings.report(session, AFI, sampling())
        assert known(session) == []
        assert samplings.waiting(session, SCIENTIST) == [row]
        assert samplings.waiting(session, AFI) == [row]
        assert samplings.waiting(session, VISITOR) == []
        samplings.approve(session, BO, row, TUESDAY)
        assert samplings.waiting(session, SCIENTIST) == []
        assert known(session, Until.day(MONDAY)) == []
        assert known(session, Until.day(TUESDAY)) == [(2016, 30.0)]


@pytest.mark.same_sql
def test_a_correction_and_a_withdrawal_count_once_they_are_approved(filled: sa.Engine) -> None:
    with Session(filled) as session:
        row = publish(session, MONDAY)
        news = {"stock": 31, "reason": "Stones were counted", "corrects": row.id}
        corrected = samplings.report(session, AFI, sampling(**news))
        assert known(session) == [(2016, 30.0)]
        samplings.approve(session, BO, corrected, TUESDAY)
        assert known(session) == [(2016, 31.0)]
        assert known(session, Until.day(MONDAY)) == [(2016, 30.0)]
        back = {"is_withdrawn": True, "reason": "Another field", "corrects": corrected.id}
        samplings.approve(session, BO, samplings.report(session, AFI, sampling(**back)), TUESDAY)
        assert known(session) == []
        assert samplings.on_record(session, AFI) == []


@pytest.mark.same_sql
def test_what_was_returned_comes_back_with_its_comment(filled: sa.Engine) -> None:
    with Session(filled) as session:
        row = samplings.report(session, AFI, sampling())
        samplings.send_back(session, BO, row, MONDAY, "Which laboratory?")
        assert samplings.returned(session, AFI) == [(row, "Which laboratory?")]
        assert samplings.returned(session, ANA) == []
        samplings.send_back(session, BO, row, MONDAY, "And which method?")
        assert samplings.returned(session, AFI) == [(row, "And which method?")]
        news = {"reason": "Named now", "corrects": row.id, "note": "INRAB"}
        samplings.report(session, AFI, sampling(**news))
        assert samplings.returned(session, AFI) == []
        with pytest.raises(StoreError, match="A newer row of this sampling has taken its place"):
            samplings.approve(session, BO, row, MONDAY)


@pytest.mark.same_sql
@pytest.mark.parametrize(
    ("actor", "content", "sentence"),
    [
        (VISITOR, {}, "You have no right to report a figure here."),
        (AFI, {"place_code": "FRA"}, "You have no right to report a figure here."),
        (SCIENTIST, {}, "You have no right to report a figure here."),
        (ANA, {"place_code": "R-AFR"}, "There is no country “R-AFR”."),
        (ANA, {"place_code": "XYZ"}, "There is no country “XYZ”."),
        (ANA, {"year": clock.today().year + 1}, "has not begun."),
        (ANA, {"is_withdrawn": True}, "Nobody reported this sampling: nothing can be taken back."),
        (ANA, {"corrects": 7}, "Somebody else has changed this in the meantime."),
    ],
)
def test_what_cannot_be_reported(
    filled: sa.Engine, actor: Actor, content: dict[str, Any], sentence: str
) -> None:
    with Session(filled) as session:
        with pytest.raises(StoreError, match=sentence):
            samplings.report(session, actor, sampling(**content))
        assert samplings.waiting(session, BO) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({"depth_to": None}, "Without a depth a stock means nothing"),
        ({"depth_to": ""}, "Without a depth a stock means nothing"),
        ({"depth_from": 30}, "A layer begins at 0 cm or below, and ends deeper"),
        ({"depth_to": 301}, "at 300 cm at most"),
        ({"samples": 1}, "A standard error needs 2 samples at least."),
        ({"standard_error": 0}, "The standard error is more than 0 and less than the stock"),
        ({"standard_error": 30}, "The standard error is more than 0 and less than the stock"),
        ({"stock": 0}, "A stock is more than 0 and at most 3000 t C/ha."),
        ({"stock": 3001}, "A stock is more than 0 and at most 3000 t C/ha."),
        ({"year": 1839}, "1839 is no year of a sampling: write one from 1840 on."),
        ({"site": "A"}, "Site and treatment have a name of 3 to 80 characters."),
        ({"longitude": None}, "A point has a latitude and a longitude."),
        ({"source_title": ""}, "Name the source"),
        ({"laboratory": "nose"}, "Input should be"),
    ],
)
def test_what_no_draft_says(content: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        sampling(**content)


def test_a_draft_reads_what_people_type_and_points_at_no_farm() -> None:
    typed = sampling(stock="30,5", depth_to="30", site="  Field   at Agbonou ", latitude="7.16432")
    assert (typed.stock, typed.depth_to, typed.latitude) == (30.5, 30, 7.16)
    assert typed.site == "Field at Agbonou"


@pytest.mark.same_sql
def test_a_second_spelling_of_a_site_or_treatment_is_refused(filled: sa.Engine) -> None:
    with Session(filled) as session:
        samplings.report(session, ANA, sampling())
        for name in ({"site": "field at agbonou"}, {"treatment": "mulch of Maize"}):
            with pytest.raises(StoreError, match="It is on record as “"):
                samplings.report(session, ANA, sampling(year=2020, **name))


@pytest.mark.same_sql
def test_nobody_approves_their_own_nor_twice(filled: sa.Engine) -> None:
    with Session(filled) as session:
        row = samplings.report(session, ANA, sampling())
        for actor, sentence in (
            (ANA, "Nobody approves their own sampling"),
            (AFI, "You have no right to approve or return a figure here."),
            (SCIENTIST, "You have no right to approve or return a figure here."),
        ):
            with pytest.raises(StoreError, match=sentence):
                samplings.approve(session, actor, row, MONDAY)
        samplings.approve(session, BO, row, MONDAY)
        with pytest.raises(StoreError, match="This sampling is approved already"):
            samplings.approve(session, BO, row, MONDAY)
        with pytest.raises(StoreError, match="Say it in words in “reason”"):
            samplings.report(session, ANA, sampling(stock=31, corrects=row.id))
        own = samplings.report(session, LOCAL_USER, sampling(year=2020))
        review = samplings.approve(session, LOCAL_USER, own, TUESDAY)
        assert review.reviewer == "its reporter (local copy)"


@pytest.mark.same_sql
def test_a_series_says_what_its_errors_let_it_say(filled: sa.Engine) -> None:
    with Session(filled) as session:
        publish_series(session, MONDAY)
        publish(session, MONDAY, treatment="Bare plots")
        rows = [row for row, _step in samplings.approved(session, EVER)]
        bare, mulch = series.of(rows)
    assert bare.change is None
    assert [row.year for row in mulch.samplings] == [2016, 2020, 2024]
    change = mulch.change
    assert change is not None
    # 4 t C/ha in 8 years of 30, and 1.96 × √(1.2² + 1.2²) to each side.
    assert change.per_mille == pytest.approx(1000 * 4 / 8 / 30)
    assert change.high - change.per_mille == pytest.approx(1000 * 3.326 / 8 / 30, rel=1e-3)
    assert change.is_shown
    noisy = series.change(mulch.first, mulch.samplings[1])
    assert not noisy.is_shown


@pytest.mark.same_sql
def test_everybody_may_take_along_what_is_approved(filled: sa.Engine) -> None:
    table = TABLES["soil_samplings"]
    with Session(filled) as session:
        publish(session, MONDAY)
        samplings.report(session, ANA, sampling(year=2020))
        [row] = table.rows(session, "2022", Until.day(dt.date(2026, 3, 31)))
        assert table.rows(session, "2022", Until.day(dt.date(2026, 3, 1))) == []
    found = dict(zip(table.names, row, strict=True))
    assert (found["country"], found["region"], found["site"]) == (
        "BEN",
        "R-AFR",
        "Field at Agbonou",
    )
    assert (found["stock"], found["depth_to"], found["reporter"]) == (30.0, 30, "Ana")
