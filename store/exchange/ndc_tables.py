"""The reference tables on NDCs: evidence to read, of which no figure is made."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from pydantic import BaseModel
from sqlmodel import Session

from store.exchange.figure_tables import REGION
from store.exchange.table import Build, Column, Found, Licence, Table
from store.ledger.knowledge import Until
from store.ndc import ndc
from store.plan import contents
from store.rights.rights import region_of

CC_BY = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)
SCREEN_ONLY = (
    "A keyword screen, not a reading: it says nothing of what a Party promises, and no measurement"
    " is made of it. Texts: Climate Watch. 2023. Washington, DC: World Resources Institute."
    " https://www.climatewatchdata.org; original documents: UNFCCC NDC Registry. Machine"
    " translations have no status under the UNFCCC."
)
READ_AND_CODED = (
    "Cite: WRI, CAIT Climate Data Explorer. 2016. CAIT Paris Contributions Map. World Bank. 2017."
    " INDC. Pauw, P., Beck, T., Valverde, M. J. et al. (2022): NDC Explorer."
    " doi:10.23661/ndc_explorer_2022_4.0. No measurement is made of it."
)

COUNTRY = Column(
    "country", "string", "The Party: a country, or EUU.", required=True, of=("places", "code")
)
ROUND = Column("round", "string", "Which text of the Party, by its place in the sequence.", True)
LANGUAGE = Column("language", "string", "Of the text.")


def _build(read: Callable[[Until], Sequence[BaseModel]]) -> Build:
    return partial(_rows, read)


def _rows(
    read: Callable[[Until], Sequence[BaseModel]], session: Session, _plan_code: str, until: Until
) -> Iterator[Found]:
    regions = {place.code: region_of(place) for place in contents.places(session)}
    for row in read(until):
        found = row.model_dump()
        yield {**found, "region": regions.get(found.get("country", ""))}


def _counted(names: Iterable[str]) -> tuple[Column, ...]:
    return tuple(
        Column(
            name,
            "integer",
            f"Times that words for {name.replace('_', ' ')} stand in it; empty: not searched.",
            unit="occurrences",
        )
        for name in names
    )


def _flags(names: Iterable[str]) -> tuple[Column, ...]:
    return tuple(
        Column(name, "integer", f"CAIT: 1 where {name[5:].replace('_', ' ')} is tagged, else 0.")
        for name in names
    )


def _said(source: str, names: Iterable[str]) -> tuple[Column, ...]:
    start = source.lower().replace(" ", "_") + "_"
    return tuple(
        Column(name, "string", f"{source} on {name.removeprefix(start).replace('_', ' ')}.")
        for name in names
    )


REGISTRY = Table(
    "ndc_registry",
    "NDC documents",
    "Documents in the register of the UNFCCC, as github.com/openclimatedata/ndcs copied it on 19"
    " August 2026: facts of a public register. What is in them stands nowhere here.",
    (
        COUNTRY,
        REGION,
        Column("title", "string", "As in the register.", required=True),
        Column("file_type", "string", "NDC, Addendum or Translation.", required=True),
        LANGUAGE,
        Column("version", "string", "As in the register."),
        Column("status", "string", "Active or Archived, in August 2026.", required=True),
        Column("submitted_on", "date", "When it was submitted; addenda have no day."),
        Column("round", "string", "Which NDC it is, read by us from its title."),
        Column("link", "string", "Address of the document.", required=True),
    ),
    ("country", "title", "file_type", "link"),
    _build(ndc.documents),
    regions=("region",),
)
SCREEN = Table(
    "ndc_screen",
    "Keyword screen of the NDCs",
    f"How often words stand in each text. {SCREEN_ONLY}",
    (
        COUNTRY,
        REGION,
        ROUND,
        Column("is_latest", "boolean", "Whether it is the Party's newest text.", required=True),
        Column("is_of_the_union", "boolean", "Whether it is the European Union's text.", True),
        Column("file", "string", "Name of the text in github.com/wri/ndc.", required=True),
        LANGUAGE,
        Column("is_machine_translation", "boolean", "Whether a machine translated it.", True),
        Column("words", "integer", "Length of the text.", True, unit="words"),
        Column("registry_date", "date", "When it was submitted, matched by its title."),
        Column("registry_date_candidates", "integer", "Documents that match; 1 is certain.", True),
        *_counted(
            (
                "soil",
                "soil_carbon",
                "soil_carbon_outside_pool_lists",
                "soil_health",
                "soil_protection",
                "soil_practices",
                "peatland",
                "wetland",
                "grassland",
                "agroforestry",
                "agriculture",
                "land_degradation",
                "four_per_1000",
            )
        ),
        Column(
            "soil_carbon_in_original",
            "integer",
            "The same for soil carbon in the French or Spanish original.",
            unit="occurrences",
        ),
    ),
    ("country", "round"),
    _build(ndc.screens),
    regions=("region",),
    licence=CC_BY,
)
HITS = Table(
    "ndc_screen_hits",
    "Places found by the keyword screen",
    f"Up to three places of a newest text, one of an older one, 200 characters. {SCREEN_ONLY}",
    (
        COUNTRY,
        REGION,
        ROUND,
        Column("number", "integer", "Which place of the text, counted from 1.", required=True),
        Column("term_group", "string", "Which words were searched.", required=True),
        Column("in_pool_list", "boolean", "Whether it reads like a list of carbon pools.", True),
        Column("matched", "string", "The words found.", required=True),
        Column("section", "string", "Heading above the place."),
        Column("context", "string", "The place.", required=True),
    ),
    ("country", "round", "number"),
    _build(ndc.hits),
    regions=("region",),
    licence=CC_BY,
)
TERMS = Table(
    "ndc_screen_terms",
    "Words of the keyword screen",
    "What the keyword screen of the NDCs looked for, as regular expressions.",
    (
        Column("term_group", "string", "Name of the group of words.", required=True),
        Column("language", "string", "Of the texts searched.", required=True),
        Column("pattern", "string", "Regular expression.", required=True),
    ),
    ("term_group", "language"),
    _build(ndc.terms),
)
ASSESSMENTS = Table(
    "ndc_assessments",
    "NDCs as coded by people",
    "What others coded of the first NDCs and INDCs: CAIT and the World Bank in June 2018, NDC"
    f" Explorer in February 2022. {READ_AND_CODED}",
    (
        COUNTRY,
        REGION,
        Column("document_2018", "string", "Which document was coded in 2018."),
        *_flags(
            (
                "cait_mitigation_soils",
                "cait_mitigation_peatlands",
                "cait_mitigation_grasslands",
                "cait_mitigation_wetlands",
                "cait_mitigation_agriculture_any",
                "cait_adaptation_land_and_soil_management",
                "cait_adaptation_agroforestry",
            )
        ),
        *_said(
            "World Bank",
            (
                "world_bank_soils",
                "world_bank_land_and_soil_management",
                "world_bank_peatlands",
                "world_bank_grasslands",
                "world_bank_agroforestry",
            ),
        ),
        *_said("NDC Explorer", ndc.EXPLORER),
    ),
    ("country",),
    _build(ndc.assessments),
    regions=("region",),
    licence=CC_BY,
)
TEXTS = Table(
    "ndc_assessment_texts",
    "Quotations of NDCs collected by the World Bank",
    f"Cut at 240 characters, collected by June 2018. {READ_AND_CODED}",
    (
        COUNTRY,
        REGION,
        Column("kind", "string", "Mitigation or adaptation.", required=True),
        Column("sub_sector", "string", "What it is about.", required=True),
        Column("question", "string", "What was asked of the document.", required=True),
        Column("text", "string", "What it says.", required=True),
    ),
    ("country", "kind", "sub_sector", "question", "text"),
    _build(ndc.assessment_texts),
    regions=("region",),
    licence=CC_BY,
)
NDC_TABLES = (REGISTRY, SCREEN, HITS, TERMS, ASSESSMENTS, TEXTS)
