"""The open data sets as a reader sees them: what each is called, and those that need no telling."""

import pandas as pd
from sqlmodel import Session

from components.language.text import _
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
        "status": _("Status and pace of every objective"),
        "places": _("Places: the world, regions and countries"),
        "activities": _("Activities of the task forces"),
        "calls": _("Calls for project assessment"),
        "twin_regions": _("Pairs of twin regions"),
        "partners": _("Partners and members by name"),
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
