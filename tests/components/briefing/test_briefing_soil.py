"""The briefing on soil carbon: what the page shows, on paper and as rows."""

import datetime as dt
import io
from pathlib import Path

import openpyxl
import pytest

from components.briefing import building, document, soil_carbon, workbook
from components.briefing.content import Briefing
from components.reader import cache
from components.reader.view import View
from store.ledger.knowledge import Until
from tests.components.briefing.briefings import body, dense, pages

DAY = dt.date(2026, 11, 1)


def made(store: Path, monkeypatch: pytest.MonkeyPatch, as_of: dt.date) -> Briefing:
    """The briefing of a day."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{store}")
    cache.begin_run()
    until = Until.day(as_of)
    agenda = soil_carbon.of_view(View(until, "2022", "WLD"))
    return building.build(cache.plan_standing("2022", until), agenda)


def test_the_document_holds_every_chart_with_its_source_and_limits(
    real_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    briefing = made(real_store, monkeypatch, DAY)
    pdf = document.typeset(briefing)
    said = body(pdf, briefing)
    assert len(briefing.illustrations) == 6
    for sentence in (
        *(each.title for each in briefing.illustrations),
        "Sanderman, Hengl and Fiske",
        "Manure, compost and straw move carbon",
        "No member’s sampling was approved by this day.",
        "10.1073/pnas.1706103114",
    ):
        assert dense(sentence) in said, sentence
    assert len(pages(pdf)) <= 12


def test_the_workbook_holds_the_rows_of_every_chart(
    real_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = workbook.write(made(real_store, monkeypatch, DAY))
    book = openpyxl.load_workbook(io.BytesIO(content))
    rows = {sheet.title: sheet.max_row - 1 for sheet in book}
    assert rows["Measured in fields"] == 209
    assert rows["How fast"] == 19
    [world] = [row for row in book["Where the carbon is"].values if row[0] == "Benin"]
    assert 33.1 in world


def test_of_a_day_before_the_maps_it_says_what_was_not_known(
    real_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    briefing = made(real_store, monkeypatch, dt.date(2017, 1, 1))
    said = body(document.typeset(briefing), briefing)
    assert said.count(dense("published on 25 October 2017")) >= 3
    assert "866" not in said
