"""The counts of the keyword screen, and who reads them."""

import datetime as dt

import pytest

from store.ledger.knowledge import Until
from store.ndc import counts
from tests.test_layers import imports, modules, name

TODAY = Until.day(dt.date(2026, 11, 30))


def test_fifty_of_156_name_soil_carbon_and_eleven_did_at_first() -> None:
    found = counts.known(TODAY)
    assert found is not None
    of = found.of("soil_carbon")
    assert (found.parties, of.first, of.newest) == (156, 11, 50)
    assert found.of("soil_carbon_outside_pool_lists").newest == 42
    assert found.newest_words / found.first_words == pytest.approx(3.97, abs=0.01)


def test_nothing_is_counted_before_the_texts_were_screened() -> None:
    assert counts.known(Until.day(dt.date(2026, 8, 10))) is None


def test_only_the_page_of_pledges_counts_words_and_the_search_leads_there() -> None:
    users = {
        name(path)
        for path in modules("store", "components", "pages")
        for one in imports(path)
        if one.startswith("store.ndc.counts")
    }
    assert users == {
        "components/pledges/words.py",
        "components/pledges/words_chart.py",
        "components/search/entries.py",
    }
