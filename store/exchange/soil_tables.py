"""The tables on soil carbon, each under the licence of those who published it."""

from collections.abc import Iterator

from sqlmodel import Session

from store.exchange.ndc_tables import CC_BY
from store.exchange.plan_tables import KNOWN_ON, SOURCE
from store.exchange.table import Column, Found, Licence, Table
from store.ledger.knowledge import Until
from store.soil import budget, experiments, potentials, stocks
from store.soil.sources import Source

MIT_OF_OTHERS = Licence(
    "MIT",
    "MIT License, Soil-Carbon-Debt",
    "https://github.com/whrc/Soil-Carbon-Debt/blob/14919ed435886cccbe473c79b2d39063f84c532e/LICENSE",
)
PETAGRAMS, TONNES = "Pg C", "t C/ha"


def _of(source: Source) -> Found:
    return {
        "source_title": f"{source.who} ({source.year}): {source.title}",
        "source_link": source.link,
        "known_on": source.known_on,
    }


def _stocks(_session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    for code, stock in stocks.known(until.as_of).items():
        if code == stocks.WITHOUT_CODE:
            continue  # several areas that have no place of their own
        yield {
            "place": code,
            "area": stock.area_km2,
            **{f"stock_{depth}": stock.held[depth] for depth in stocks.DEPTHS},
            **{f"untouched_{depth}": stock.untouched[depth] for depth in stocks.DEPTHS},
            "mean_30": stock.density[30],
            "mean_100": stock.density[100],
            **{f"stock_30_in_{year}": stock.past[year] for year in stocks.YEARS[:-1]},
            "error_30": stock.error,
            **_of(stocks.origin()),
        }


def _samplings(_session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    for series in experiments.known(until.as_of):
        for sampling in series.samplings:
            yield {
                "experiment": series.experiment,
                "treatment": series.practice,
                "kind": series.kind,
                "site": series.site,
                "country": series.country,
                "year": sampling.year,
                "depth": series.depth,
                "stock": sampling.stock,
                "basis": sampling.basis,
                "samples": sampling.count,
                "deviation": sampling.deviation,
                **_of(series.source),
            }


def _emissions(_session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    for year in budget.known(until.as_of):
        yield {
            "year": year.year,
            "fossil": year.fossil,
            "land_use_change": year.land_use,
            "rise_in_air": year.rise,
            **_of(year.source),
        }


def _potentials(_session: Session, _plan_code: str, until: Until) -> Iterator[Found]:
    for one in potentials.known(until.as_of):
        low, high = one.yearly or (None, None)
        yield {
            "code": one.id,
            "statement": one.what,
            "land": one.land,
            "depth": one.depth,
            "low": one.low,
            "high": one.high,
            "unit": one.unit,
            "low_yearly": low,
            "high_yearly": high,
            "reading": one.reading,
            "note": one.note,
            **_of(one.source),
        }


def _depths(name: str, words: str) -> tuple[Column, ...]:
    return tuple(
        Column(f"{name}_{depth}", "number", f"{words} to {depth} cm.", True, unit=PETAGRAMS)
        for depth in stocks.DEPTHS
    )


STOCKS = Table(
    "soil_stocks",
    "Soil carbon stocks by country",
    "Organic carbon of soils, zonal sums of modelled maps of 10 km (Sanderman, Hengl and Fiske"
    " 2017, corrected maps). A model, no survey; a mean over all land. Changed by us: summed by"
    " country. What is not mapped has no row.",
    (
        Column("place", "string", "World or country.", required=True, of=("places", "code")),
        Column("area", "number", "Area of the cells.", True, unit="km²"),
        *_depths("stock", "Held in 2010"),
        *_depths("untouched", "Held without land use"),
        Column("mean_30", "number", "Mean in 2010 to 30 cm.", True, unit=TONNES),
        Column("mean_100", "number", "Mean in 2010 to 100 cm.", True, unit=TONNES),
        *(
            Column(
                f"stock_30_in_{year}",
                "number",
                f"Held to 30 cm with the land use of {year}.",
                True,
                unit=PETAGRAMS,
            )
            for year in stocks.YEARS[:-1]
        ),
        Column(
            "error_30",
            "number",
            "Error to 30 cm if every cell erred the same way: an upper bound.",
            True,
            unit=PETAGRAMS,
        ),
        *SOURCE,
        KNOWN_ON,
    ),
    ("place",),
    _stocks,
    licence=MIT_OF_OTHERS,
)
EXPERIMENTS = Table(
    "soil_experiments",
    "Soil carbon in long-term experiments",
    "Samplings of the electronic Rothamsted Archive, Rothamsted Research. Changed by us: rounded to"
    " 0.01, Woburn computed from % C, bare fallow a mean of four sub-plots.",
    (
        Column("experiment", "string", "Its name.", required=True),
        Column("treatment", "string", "What was done to the plot.", required=True),
        Column("kind", "string", "The same in a word.", True, tuple(experiments.Treatment)),
        Column("site", "string", "Where it lies.", required=True),
        Column("country", "string", "Its country.", required=True, of=("places", "code")),
        Column("year", "integer", "Year of sampling.", required=True, unit="calendar year"),
        Column("depth", "string", "Layer in cm.", required=True),
        Column("stock", "number", "Organic carbon.", required=True, unit=TONNES),
        Column("basis", "string", "Measured, estimated, derived or computed.", required=True),
        Column("samples", "integer", "Of how many it is a mean, where that is known."),
        Column("deviation", "number", "Standard deviation, where it is known.", unit=TONNES),
        *SOURCE,
        KNOWN_ON,
    ),
    ("experiment", "treatment", "year"),
    _samplings,
    licence=CC_BY,
)
EMISSIONS = Table(
    "soil_emissions",
    "Carbon emitted, by year",
    "Global Carbon Budget: 1959 to 2024 of the edition of 2025, 1850 to 1958 of that of 2023, from"
    " copies; the two join with a step in land use.",
    (
        Column("year", "integer", "The year.", required=True, unit="calendar year"),
        Column("fossil", "number", "Fossil CO2 with cement and flaring.", True, unit="Gt C"),
        Column("land_use_change", "number", "From land-use change.", True, unit="Gt C"),
        Column("rise_in_air", "number", "Rise of CO2 in the air; none before 1959.", unit="Gt C"),
        *SOURCE,
        KNOWN_ON,
    ),
    ("year",),
    _emissions,
    licence=CC_BY,
)
POTENTIALS = Table(
    "soil_potentials",
    "What studies find possible",
    "Published statements, cited as facts. Land, depth, years and what counts differ: they can be"
    " neither added nor averaged. Known on the last day of their year.",
    (
        Column("code", "string", "Which statement.", required=True),
        Column("statement", "string", "What it is about.", required=True),
        Column("land", "string", "Of which land."),
        Column("depth", "string", "Layer in cm."),
        Column("low", "number", "Lower end, in `unit`."),
        Column("high", "number", "Upper end, in `unit`."),
        Column("unit", "string", "Unit of both."),
        Column("low_yearly", "number", "Lower end as a rate.", unit="Gt C a year"),
        Column("high_yearly", "number", "Upper end as a rate.", unit="Gt C a year"),
        Column("reading", "string", "What was read of it.", required=True),
        Column("note", "string", "What else is to be known."),
        *SOURCE,
        KNOWN_ON,
    ),
    ("code",),
    _potentials,
)
SOIL_TABLES = (STOCKS, EXPERIMENTS, EMISSIONS, POTENTIALS)
