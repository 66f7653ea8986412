"""What one row of each reference table on nationally determined contributions (NDCs) says.

Source: "The Parties' pledges" in data/SOURCES.md. Countries are the codes of `places`.
"""

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

STORAGE = "https://unfccc.int/sites/default/files/"  # what the register abbreviates as ~/

# Only these groups of words were searched in French and Spanish originals.
Count = Annotated[int | None, BeforeValidator(lambda text: None if text == "" else text)]
Day = Annotated[dt.date | None, BeforeValidator(lambda text: None if text == "" else text)]
Link = Annotated[str, BeforeValidator(lambda text: text.replace("~/", STORAGE, 1))]


class Row(BaseModel):
    """A row of a reference table; nobody changes it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    country: str = Field(alias="iso3")


class Document(Row):
    """One document of the register of the UNFCCC; `round` is our reading of its title.

    Addenda have no day. `status`, and the title where it says so, are those of August 2026.
    """

    title: str
    file_type: str
    language: str
    version: str
    status: str
    submitted_on: Day
    round: str = Field(alias="round_by_title")
    link: Link


class Screen(Row):
    """How often groups of words stand in one text: a keyword screen, not a reading.

    Unit: occurrences; None where the language of the text was not searched for the group.
    """

    round: str
    is_latest: bool = Field(alias="latest_text")
    is_of_the_union: bool = Field(alias="eu_joint")
    file: str
    language: str
    is_machine_translation: bool = Field(alias="machine_translation")
    words: int
    registry_date: Day
    registry_date_candidates: int
    soil: Count
    soil_carbon: Count
    soil_carbon_outside_pool_lists: Count
    soil_health: Count
    soil_protection: Count
    soil_practices: Count
    peatland: Count
    wetland: Count
    grassland: Count
    agroforestry: Count
    agriculture: Count
    land_degradation: Count
    four_per_1000: Count
    soil_carbon_in_original: Count = Field(alias="soil_carbon_in_french_or_spanish_original")

    @property
    def names_soil_carbon(self) -> bool:
        """Whether the screen found soil carbon, in the text searched or in its original."""
        return bool(self.soil_carbon or self.soil_carbon_in_original)


class Hit(Row):
    """A place in a text at which the screen found words; `number` counts those of a text."""

    round: str
    number: int
    term_group: str
    in_pool_list: bool
    matched: str
    section: str
    context: str


class Term(BaseModel):
    """A group of words as it was searched for in a language: a regular expression."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    term_group: str
    language: str
    pattern: str


class Assessment(Row):
    """How people coded a pledge: CAIT and the World Bank in 2018, NDC Explorer in 2022.

    The flags of CAIT are None where a Party had no document.
    """

    document_2018: str
    cait_mitigation_soils: Count
    cait_mitigation_peatlands: Count
    cait_mitigation_grasslands: Count
    cait_mitigation_wetlands: Count
    cait_mitigation_agriculture_any: Count
    cait_adaptation_land_and_soil_management: Count
    cait_adaptation_agroforestry: Count
    world_bank_soils: str
    world_bank_land_and_soil_management: str
    world_bank_peatlands: str
    world_bank_grasslands: str
    world_bank_agroforestry: str
    ndc_explorer_mitigation_agriculture: str
    ndc_explorer_mitigation_land_use_and_forestry: str
    ndc_explorer_adaptation_agriculture: str


class AssessmentText(Row):
    """What the World Bank's collection of 2018 quotes of a pledge, cut at 240 characters."""

    kind: str
    sub_sector: str
    question: str
    text: str
