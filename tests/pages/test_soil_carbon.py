"""The page Soil carbon: every number traced to a row, earlier days, settings in the address."""

import csv
import datetime as dt
import re
from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from store.ledger.knowledge import Until
from store.ndc import counts
from store.soil.reading import FOLDER
from tests.menu import PAGES
from tests.pages.acting import press
from tests.pages.words import words

OpenApp = Callable[..., AppTest]
PAGE = next(one.script for one in PAGES if one.name == "soil-carbon")
NUMBER = re.compile(r"\d+(?:[ \u202f]\d{3})*(?:\.\d+)?")


@pytest.fixture
def open_soil(open_app: OpenApp) -> OpenApp:
    """Open the page with address parameters."""

    def open_page(**parameters: str) -> AppTest:
        return open_app(**parameters).switch_page(PAGE).run()

    return open_page


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a file, read by the test itself."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def traced() -> Iterator[tuple[float, str]]:
    """Every number that the page may say of the world, with the row that it comes from."""
    [world] = [row for row in rows("soc_countries") if row["iso3"] == "WLD"]
    held, untouched = (
        float(world["soc_0_30cm_2010_PgC"]),
        float(world["soc_0_30cm_no_land_use_PgC"]),
    )
    deep = float(world["soc_0_200cm_no_land_use_PgC"]) - float(world["soc_0_200cm_2010_PgC"])
    four = float(world["four_per_mille_of_0_30cm_MtC_per_yr"])
    error = float(world["soc_0_30cm_error_cells_dependent_PgC"])
    last = rows("emissions")[-1]
    fossil = float(last["fossil_MtC"])
    growth = [float(row["atmospheric_growth_MtC"]) for row in rows("emissions")[-10:]]
    facts = {row["id"]: row for row in rows("facts")}
    crops = float(facts["cropland-stock"]["low"]) * 4
    zomer = next(row for row in rows("potentials") if row["id"] == "zomer-2017")
    yield from ((float(row[end]), f"facts {row['id']}") for row in facts.values() for end in ENDS)
    yield from (
        (float(value), f"stocks WLD {name}")
        for name, value in world.items()
        if "_" in name and value
    )
    yield from (
        (float(row[end]), f"potentials {row['id']}")
        for row in rows("potentials")
        for end in ENDS
        if row[end]
    )
    yield from (
        (four / 1000, "4 per mille, Gt C"),
        (100 * four / fossil, "share of fossil emissions"),
        (100 * four / (sum(growth) / 10), "share of the rise in the air"),
        (sum(growth) / 10_000, "mean rise in the air"),
        (fossil / 1000, "emissions of the last year"),
        (crops / 1000, "4 per mille of cropland"),
        (100 * crops / fossil, "its share of fossil emissions"),
        (float(facts["cropland-area"]["low"]) / 1000, "cropland, Gha"),
        (float(zomer["low"]) / float(facts["zomer-rate"]["low"]), "Zomer's area, Gha"),
        (untouched - held, "loss to 30 cm"),
        (1000 * (untouched - held), "loss to 30 cm, Mt C"),
        (100 * (1 - held / untouched), "its share"),
        (deep, "loss to two metres"),
        (100 * error / held, "error"),
        (float(world["area_km2"]) / 1000, "area, thousand km²"),
        *((mean, f"mean of the pilot's {code}") for code, mean in of_the_pilot()),
        (17, "countries with a gain"),
        (16, "series drawn"),
        (19, "series"),
        (10, "series that began above 4 ‰"),
        (5, "series that stayed there"),
        *of_the_pledges(),
        *of_experiments(),
        *of_the_calculator(),
    )


ENDS = ("low", "high")


def of_the_pilot() -> list[tuple[str, float]]:
    """The means of the countries of the twin pilot, in t C/ha."""
    return [
        (row["iso3"], float(row["soc_0_30cm_mean_2010_tC_ha"]))
        for row in rows("soc_countries")
        if row["twin_pilot"] == "1"
    ]


def of_the_pledges() -> Iterator[tuple[float, str]]:
    """What the keyword screen counts, and the Parties that were read, of the shipped figures."""
    found = counts.known(Until.day(dt.date(2026, 11, 30)))
    assert found is not None
    yield found.parties, "ndc screen, Parties"
    yield from ((one.first, f"ndc screen, {one.group}, first") for one in found.groups)
    yield from ((one.newest, f"ndc screen, {one.group}, newest") for one in found.groups)
    yield found.first_words, "ndc screen, words at first"
    yield found.newest_words, "ndc screen, words now"
    yield found.newest_words / found.first_words, "ndc screen, times as long"
    yield 28, "published.csv, A1-parties, Wiese et al. 2021"


def of_experiments() -> Iterator[tuple[float, str]]:
    """What the caption of the experiments computes."""

    def stock(experiment: str, kind: str, year: int) -> float:
        [found] = [
            float(row["soc_t_ha"])
            for row in rows("long_term_experiments")
            if row["experiment"].startswith(experiment)
            and (row["treatment_kind"], row["year"]) == (kind, str(year))
        ]
        return found

    for year in (1882, 1998):
        more = stock("Hoosfield", "manure stopped", year) - stock("Hoosfield", "no input", year)
        yield more, f"Hoosfield, {year}"
    ploughed = stock("Highfield", "grassland to arable", 2008)
    yield 100 * (1 - ploughed / stock("Highfield", "grassland to arable", 1948)), "ploughed"
    bare = stock("Highfield bare", "bare fallow", 2014)
    yield 100 * (1 - bare / stock("Highfield bare", "bare fallow", 1959)), "bare"
    yield from ((60, "1948 to 2008"), (55, "1959 to 2014"), (35, "t of manure, name of the plot"))


def of_the_calculator() -> Iterator[tuple[float, str]]:
    """The case saturating-20-years of calculator_vectors.json, and its setting."""
    for value in (50, 53.3, 20, 3.3, 12.1, 1_000_000, 0.16, 0.0016, 35, 150, 95):
        yield value, "saturating-20-years"


# Depths, years of publication and of data, 4 ‰ and 7 ‰, names: no figures.
PLAIN = re.compile(
    r"\d{4}–\d{4}|\b(?:1[89]|20)\d\d\b|\d+(?:–| to )\d+ (?:m|cm)|\d+ cm|\d+ km|4 ‰|7 ‰|4 per 1000"
    r"|CO₂|SR1\.5|F1\b|19th|0\.004|4\.0|3\.67|1 Gt C"
)


def test_every_number_on_the_page_comes_from_a_row(open_soil: OpenApp) -> None:
    app = press(open_soil(), "Open the calculator")
    said = words(app).partition("Figures known on")[0]
    said = re.sub(r"Sources? and licences.*|Analyses? of .*", "", said)
    known = list(traced())
    untraced = [
        token
        for token in NUMBER.findall(PLAIN.sub(" ", prose(said)))
        if not any(is_written(token, value) for value, _row in known)
    ]
    assert untraced == []


def prose(said: str) -> str:
    """What the page says, without its menu of sources, days and classes of the map."""
    kept = [line for line in said.splitlines() if "up to 25" not in line]
    return "\n".join(line for line in kept if "Licence:" not in line and "Cite as" not in line)


def is_written(token: str, value: float) -> bool:
    """Whether a number on the page is this value, rounded to the decimals that it shows."""
    plain = token.replace("\u202f", "").replace(" ", "")
    digits = len(plain.partition(".")[2])
    return abs(float(plain) - value) <= 0.5001 * 10**-digits


def test_before_the_maps_were_published_there_are_no_stocks(open_soil: OpenApp) -> None:
    said = words(open_soil(as_of="2017-01-01"))
    assert said.count("Not yet known on 1 January 2017: published on 25 October 2017.") == 4
    for number in ("866", "31 Pg C", "33 %", "10.53"):
        assert number not in said
    assert "Broadbalk, wheat" not in said
    assert "17 of 19 series were not yet published then." in said


def test_in_june_2025_there_are_no_emissions_of_2024(open_soil: OpenApp) -> None:
    said = words(open_soil(as_of="2025-06-30"))
    sentence = (
        "Emissions of 2024 were not yet known on 30 June 2025: they were published on"
        " 13 November 2025"
    )
    assert sentence in said
    assert "866" in said
    for number in ("10.53", "33\u202f%", "62\u202f%", "1.25"):
        assert number not in said
    reckoned = words(open_soil(as_of="2025-06-30", stock="40"))
    assert "Emissions to compare with were not yet known on this day." in reckoned


def test_a_setting_of_the_calculator_has_an_address(open_soil: OpenApp) -> None:
    app = open_soil(stock="33.1", depth="0-25", rate="4", years="1", way="linear", area="11610500")
    said = words(app)
    assert "33.1 → 33.2 t C/ha (0-25 cm) in 1 years: 0.1 t C/ha, 0.5 t CO₂/ha." in said
    assert "1.5 Mt C in all" in said
    app.text_input(key="choice_years").set_value("30").run()
    assert app.query_params["years"] == "30"
    assert app.query_params["way"] == "linear"


def test_what_the_calculator_refuses_is_said_at_the_form(open_soil: OpenApp) -> None:
    app = open_soil(stock="50", equilibrium="40")
    assert ["A gain needs an equilibrium" in error.value for error in app.error] == [True]
    app.text_input(key="choice_depth").set_value("").run()
    assert "without a depth it means nothing" in app.error[0].value


def test_a_country_brings_its_card_its_loss_and_its_mean(open_soil: OpenApp) -> None:
    app = open_soil(country="BEN")
    said = words(app)
    assert "0.384 Pg C, 33.1 t C/ha" in said
    assert "Benin: land use has cost the topsoil about 49 Mt C" in said
    html = "".join(element.proto.body for element in app.get("html"))
    assert 'href="region?region=AFR"' in html
    assert 'href="objective?objective=F1"' in html
    press(app, "Open the calculator")
    app.button(key="soil_fill").click().run()
    assert app.text_input(key="choice_stock").value == "33.1"
    assert app.query_params["area"] == "11610500"


def test_a_country_whose_model_gains_is_not_said_to_have_lost(open_soil: OpenApp) -> None:
    said = words(open_soil(country="EGY"))
    assert "Egypt: the model shows a gain" in said


@pytest.mark.parametrize("measure", ["mean-100", "loss", "stock", "four"])
def test_the_map_shows_each_measure_with_its_unit(open_soil: OpenApp, measure: str) -> None:
    app = open_soil(show=measure)
    unit = {"mean-100": "0–100 cm", "loss": "% lost", "stock": "Pg C", "four": "Mt C a year"}
    assert unit[measure] in words(app)


def test_on_the_demonstration_wide_charts_show_published_figures(open_app: OpenApp) -> None:
    app = open_app("demo").switch_page(PAGE).run()
    assert "The figures of this page are published ones" in words(app)
    assert not any(one.get("vega_lite_chart") for one in app.columns)
