"""The soil tables: sums that were published, sources without gaps, and what a day knows of them."""

import csv
import datetime as dt
import re

import pytest

from store.soil import budget, experiments, facts, potentials, rates, sources, stocks
from store.soil.reading import FOLDER

TODAY = dt.date(2026, 11, 30)
DOI = re.compile(r"10\.\d{4,}/\S+")
LICENCES = {"MIT", "CC BY 4.0", sources.FACTS}
RASTER = 867.06  # Pg C to 30 cm of the maps themselves, cells far from any country included


def cells(name: str) -> list[dict[str, str]]:
    """The rows of a file, read by the test itself."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def column(name: str) -> float:
    """The sum of a column over all countries and areas without a code."""
    rows = cells("soc_countries")
    return sum(float(row[name]) for row in rows if row["iso3"] != "WLD" and row[name])


def test_countries_add_up_to_the_world() -> None:
    world = stocks.known(TODAY)["WLD"]
    assert world.held[30] == pytest.approx(866.29, abs=0.005)
    assert column("soc_0_30cm_2010_PgC") == pytest.approx(world.held[30], abs=0.02)
    assert column("soc_0_30cm_no_land_use_PgC") == pytest.approx(world.untouched[30], abs=0.02)
    assert column("area_km2") == pytest.approx(world.area_km2, abs=10)
    assert world.held[30] / RASTER == pytest.approx(0.9991, abs=0.0001)


def test_the_losses_are_those_published() -> None:
    world = stocks.known(TODAY)["WLD"]
    assert world.loss() == pytest.approx(31.2, abs=0.05)
    assert world.loss(200) == pytest.approx(116.1, abs=0.05)
    assert world.loss_share() == pytest.approx(0.0348, abs=0.0001)
    assert world.loss(year=1800) == pytest.approx(13.73, abs=0.01)


def test_each_country_agrees_with_itself() -> None:
    for code, stock in stocks.known(TODAY).items():
        assert stock.four_per_mille == pytest.approx(4 * stock.held[30], abs=0.06), code
        assert stock.held[30] <= stock.held[100] <= stock.held[200], code
        hectares = stock.area_km2 * 100
        rounding = 0.0006e9 / hectares + 0.1  # of the stock, and of the mean itself
        mean = stock.held[30] * 1e9 / hectares
        assert mean == pytest.approx(stock.density[30], abs=rounding), code


def test_the_model_shows_a_gain_in_seventeen_countries() -> None:
    known = stocks.known(TODAY)
    assert sum(stock.loss() < 0 for stock in known.values()) == 17


def test_what_was_not_mapped_is_missing_and_never_zero() -> None:
    known = stocks.known(TODAY)
    assert "MUS" not in known
    assert min(stock.held[30] for stock in known.values()) > 0


def test_there_are_209_samplings_in_19_series() -> None:
    found = experiments.known(TODAY)
    assert len(found) == 19
    assert sum(len(one.samplings) for one in found) == 209 == len(cells("long_term_experiments"))
    assert {one.licence for one in found} == {"CC BY 4.0"}
    assert all(one.first.year < one.last.year for one in found)


def test_estimates_are_not_shown_as_found() -> None:
    basis = {one.basis: one.is_found for each in experiments.known(TODAY) for one in each.samplings}
    found = {words for words, is_found in basis.items() if is_found}
    assert all(words.startswith(("measured", "computed by us")) for words in found)
    assert not any("interpolated" in words or "estimated start" in words for words in found)


def test_rates_are_the_slopes_between_two_samplings() -> None:
    found = {
        (one.series.experiment, one.series.kind): one for one in rates.of(experiments.known(TODAY))
    }
    stopped = found[experiments.Experiment.HOOSFIELD, experiments.Treatment.MANURE_STOPPED]
    assert (stopped.early.start.year, stopped.early.end.year) == (1852, 1882)
    assert stopped.early.per_mille == pytest.approx(1000 * (51.4 - 30.7) / 30 / 30.7, abs=0.2)
    assert len(rates.of(experiments.known(TODAY))) == 19


def test_every_source_has_a_doi_a_licence_and_a_day() -> None:
    known = sources.sources()
    assert len(known) == len(cells("sources"))
    assert all(DOI.fullmatch(one.doi) for one in known.values())
    assert {one.licence for one in known.values()} == LICENCES
    assert all(one.licence_link for one in known.values() if one.licence != sources.FACTS)
    assert all(one.who and one.title for one in known.values())


def test_the_tables_name_sources_that_there_are() -> None:
    named = {row["doi"] for row in cells("potentials")} | {
        row["doi"] for row in cells("long_term_experiments")
    }
    assert named <= {one.doi for one in sources.sources().values()}
    assert {row["source"] for row in cells("facts")} <= set(sources.sources())
    assert len(potentials.known(TODAY)) == 10


def test_the_budget_is_that_of_2024() -> None:
    newest = budget.newest(TODAY)
    assert newest is not None
    assert (newest.year, newest.fossil, newest.land_use) == (2024, 10.5345, 1.2515)
    assert budget.mean_rise(TODAY) == pytest.approx(5.57, abs=0.005)
    years = [year.year for year in budget.known(TODAY)]
    assert years == list(range(1850, 2025))


@pytest.mark.parametrize(
    ("day", "has_stocks", "has_budget", "series"),
    [
        ("2017-01-01", False, False, 2),
        ("2017-10-24", False, False, 2),
        ("2017-10-25", True, False, 2),
        ("2025-06-30", True, False, 19),
        ("2025-11-12", True, False, 19),
        ("2025-11-13", True, True, 19),
        ("2015-12-30", False, False, 0),
    ],
)
def test_a_day_knows_what_was_published_by_then(
    day: str, has_stocks: bool, has_budget: bool, series: int
) -> None:
    as_of = dt.date.fromisoformat(day)
    assert bool(stocks.known(as_of)) is has_stocks
    assert (budget.newest(as_of) is not None) is has_budget
    assert (budget.mean_rise(as_of) is not None) is has_budget
    assert len(experiments.known(as_of)) == series
    assert (facts.known("cropland-stock", as_of) is not None) is (as_of.year > 2022)
