"""The open data sets as a reader sees them: what each is called, and those that need no telling."""

import pandas as pd
from sqlmodel import Session

from components.language.text import _, _c
from components.reader import cache
from components.reader.view import View
from store.exchange.table import Row
from store.exchange.tables import TABLES
from store.ledger.knowledge import Until


def titles() -> dict[str, str]:
    """What the page calls every data set, in the order of the catalogue."""
    labels = {
        "goals": _("Goals"),
        "objectives": _("Objectives"),
        "indicators": _("Indicators and their definitions"),
        "targets": _("Baselines and targets of this plan version"),
        "measurements": _("Measurements, with reporter, approver and source"),
        "complete_years": _("Years declared complete"),
        "status": _("Status and pace of every objective"),
        "findings": _("Documented facts beside the targets"),
        "places": _("Places: the world, regions and countries"),
        "activities": _("Activities of the task forces"),
        "calls": _("Calls for project assessment"),
        "twin_regions": _("Pairs of twin regions"),
        "partners": _("Partners and members by name"),
        "agreements": _("Agreements with partners"),
        "ndc_registry": _("NDC documents in the register of the UNFCCC"),
        "ndc_screen": _("Words in the NDCs: a keyword screen, not a reading"),
        "ndc_screen_hits": _("Places found by the keyword screen, not a reading"),
        "ndc_screen_terms": _("What the keyword screen looks for"),
        "ndc_assessments": _("NDCs as others read and coded them, 2018 and 2022"),
        "ndc_assessment_texts": _("Quotations of NDCs collected by the World Bank"),
        "soil_stocks": _("Soil carbon stocks by country, modelled"),
        "soil_experiments": _("Soil carbon in long-term experiments, measured"),
        "soil_emissions": _("Carbon emitted, by year"),
        "soil_potentials": _("What studies find possible in soils"),
        "soil_samplings": _("Soil carbon of sites, measured by members"),
    }
    return {name: labels[name] for name in TABLES}


def headings() -> dict[str, dict[str, str]]:
    """What the page writes above the columns it shows of a data set as it leaves the store."""
    return {
        "goals": {"code": _("Code"), "title": _("Title"), "aim": _("Aim")},
        "objectives": {
            "code": _("Code"),
            "goal": _("Goal"),
            "title": _("Title"),
            "aim": _("Aim"),
            "facility": _("Facility"),
        },
        "indicators": {
            "code": _("Code"),
            "objective": _("Objective"),
            "name": _("Indicator"),
            "kind": _("Kind"),
            "unit": _("Unit"),
            "reported_by": _("Reported by"),
            "roll_up": _("Rolled up"),
            "denominator": _("Denominator"),
            "definition": _("Definition"),
        },
        "complete_years": {
            "indicator": _("Indicator"),
            "place": _("Place"),
            "year": _("Year"),
            "source_title": _("Source"),
            "reporter": _("Reported by"),
            "approver": _("Approved by"),
            "known_on": _("Known on"),
        },
        "soil_samplings": {
            "country": _("Country"),
            "site": _("Site"),
            "treatment": _("Treatment"),
            "depth_from": _("From, cm"),
            "depth_to": _("To, cm"),
            "year": _("Year"),
            "stock": _("t C/ha"),
            "standard_error": _("Standard error"),
            "samples": _("Samples"),
            "laboratory": _("Laboratory"),
            "source_title": _("Source"),
            "reporter": _("Reported by"),
            "known_on": _("Known on"),
        },
        "agreements": {
            "title": _("Title"),
            "partners": _("With whom"),
            "signed_on": _("Signed"),
            "ends_on": _("Ends"),
            "is_in_force": _("In force"),
            "source_title": _("Source"),
            "known_on": _("Known on"),
        },
        "places": {
            "code": _("Code"),
            "kind": _("Kind"),
            "region": _("Region"),
            "name_en": _("Name in English"),
            "name_fr": _("Name in French"),
            "name_es": _("Name in Spanish"),
            "latitude": _("Latitude"),
            "longitude": _("Longitude"),
            "unfccc_party": _("Party to the UNFCCC"),
        },
        "findings": {
            "objective": _("Objective"),
            "place": _("Place"),
            "ends_on": _("Day"),
            "statement": _("What the source says"),
            "caveat": _("What it does not show"),
            "authority": _("Authority"),
            "source_title": _("Source"),
            "source_link": _("Link"),
            "known_on": _("Known on"),
        },
        **_ndc_headings(),
        "soil_stocks": {
            "place": _("Place"),
            "stock_30": _("Pg C, 0–30 cm"),
            "stock_100": _("Pg C, 0–100 cm"),
            "stock_200": _("Pg C, 0–200 cm"),
            "mean_30": _("t C/ha, 0–30 cm"),
            "untouched_30": _("Pg C without land use, 0–30 cm"),
            "source_title": _("Source"),
        },
        "soil_experiments": {
            "experiment": _("Experiment"),
            "treatment": _("Treatment"),
            "depth": _("Depth, cm"),
            "year": _("Year"),
            "stock": _("t C/ha"),
            "basis": _("Basis"),
            "source_title": _("Source"),
        },
        "soil_emissions": {
            "year": _("Year"),
            "fossil": _("Fossil CO₂, Gt C"),
            "land_use_change": _("Land-use change, Gt C"),
            "rise_in_air": _("Rise in the air, Gt C"),
            "source_title": _("Source"),
        },
        "soil_potentials": {
            "statement": _("Statement"),
            "land": _("Land"),
            "low": _c("end of a range", "Low"),
            "high": _c("end of a range", "High"),
            "unit": _("Unit"),
            "source_title": _("Source"),
        },
    }


def _ndc_headings() -> dict[str, dict[str, str]]:
    text = {"country": _("Country"), "region": _("Region"), "round": _("Which NDC")}
    return {
        "ndc_registry": {
            **text,
            "title": _("Title"),
            "file_type": _("Kind"),
            "language": _("Language"),
            "submitted_on": _("Submitted"),
            "link": _("Link"),
        },
        "ndc_screen": {
            **text,
            "is_latest": _("Newest text"),
            "words": _("Words"),
            "soil": _("Soil"),
            "soil_carbon": _("Soil carbon"),
            "soil_carbon_outside_pool_lists": _("Soil carbon beyond lists of pools"),
            "soil_carbon_in_original": _("Soil carbon in the original"),
            "soil_health": _("Soil health"),
            "peatland": _("Peatland"),
            "wetland": _("Wetland"),
        },
        "ndc_screen_hits": {
            **text,
            "term_group": _("Words searched"),
            "matched": _("Words found"),
            "section": _("Section"),
            "context": _("Place in the text"),
        },
        "ndc_screen_terms": {
            "term_group": _("Words searched"),
            "language": _("Language"),
            "pattern": _("Regular expression"),
        },
        "ndc_assessments": {
            "country": _("Country"),
            "region": _("Region"),
            "document_2018": _("Document of 2018"),
            "cait_mitigation_soils": _("CAIT: soils"),
            "cait_mitigation_peatlands": _("CAIT: peatlands"),
            "cait_mitigation_wetlands": _("CAIT: wetlands"),
            "cait_adaptation_land_and_soil_management": _("CAIT: land and soil management"),
            "ndc_explorer_mitigation_agriculture": _("NDC Explorer: agriculture"),
        },
        "ndc_assessment_texts": {
            "country": _("Country"),
            "region": _("Region"),
            "kind": _("Kind"),
            "sub_sector": _("Sub-sector"),
            "question": _("Question"),
            "text": _("Text"),
        },
    }


def _rows(session: Session, name: str, plan_code: str, until: Until) -> list[Row]:
    return TABLES[name].rows(session, plan_code, until)


def frame(name: str, view: View) -> pd.DataFrame:
    """The rows of a data set in the view, a text that says nothing as a dash."""
    table, shown = TABLES[name], headings()[name]
    rows = cache.ask(_rows, name, view.plan, view.until)
    if not view.is_world:
        rows = table.in_region(rows, view.place)
    data = pd.DataFrame(rows, columns=list(table.names))[list(shown)]
    texts = [
        column.name for column in table.columns if column.kind == "string" and column.name in shown
    ]
    return data.assign(**{name: data[name].fillna("–") for name in texts}).rename(columns=shown)
