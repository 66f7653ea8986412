"""Reading the reference tables on NDCs as they were known: the only way to them.

They say where to read, and nothing counts because of them: no measurement, no target and no verdict
comes from here, and nothing is written. A yes or no on a country is a figure that a reader reports.
"""

import csv
import datetime as dt
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from store.ledger.knowledge import Until
from store.ndc.rows import Assessment, AssessmentText, Document, Hit, Screen, Term
from store.soil.sources import Evidence, Source

FOLDER = Path(__file__).resolve().parent.parent.parent / "data" / "ndc"
REGISTERED_ON = dt.date(2026, 8, 19)  # the copy of the register: what has no day is known from then
SCREENED_ON = dt.date(2026, 8, 11)  # the collection of texts that was searched
CODED_ON = dt.date(2018, 6, 26)  # CAIT and the World Bank
EXPLORED_ON = dt.date(2022, 2, 4)  # NDC Explorer, version 4.0
# A meeting that opened before these tables came with the program does not see them.
SHIPPED_AT = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)
TEXTS = Source(
    id="climate-watch",
    kind=Evidence.SCREENED,
    who="Climate Watch, World Resources Institute",
    year=2023,
    title="Full texts of NDCs; original documents: UNFCCC NDC Registry",
    doi="",
    licence="CC BY 4.0",
    licence_link="https://creativecommons.org/licenses/by/4.0/",
    known_on=SCREENED_ON,
    page="https://www.climatewatchdata.org",
)
EXPLORER = tuple(name for name in Assessment.model_fields if name.startswith("ndc_explorer"))

Kept = TypeVar("Kept", bound=BaseModel)


def documents(until: Until) -> list[Document]:
    """What the Parties had submitted, by country, the oldest first."""
    return [
        row
        for row in _rows("registry", Document)
        if until.includes(row.submitted_on or REGISTERED_ON, SHIPPED_AT)
    ]


def submitted(until: Until, since: dt.date = dt.date.min) -> set[str]:
    """The Parties that had submitted an NDC, from a day on."""
    return {row.country for day, row in _ndcs(until) if day >= since}


def newest(until: Until) -> dict[str, Document]:
    """Each Party's newest NDC; an English text first where it came in several languages."""
    ndcs = sorted(_ndcs(until), key=lambda ndc: (ndc[0], ndc[1].language == "English"))
    return {row.country: row for _day, row in ndcs}


def screens(until: Until) -> list[Screen]:
    """How often words stand in each text: a keyword screen, not a reading."""
    return _known(until, SCREENED_ON, _rows("screen", Screen))


def hits(until: Until) -> list[Hit]:
    """Places at which the screen found words: up to three of a newest text, one of an older one."""
    return _known(until, SCREENED_ON, _rows("screen_hits", Hit))


def terms(until: Until) -> list[Term]:
    """What the screen looked for."""
    return _known(until, SCREENED_ON, _rows("screen_terms", Term))


def assessments(until: Until) -> list[Assessment]:
    """How people coded the pledges; NDC Explorer's words only from its day on."""
    rows = _known(until, CODED_ON, _rows("assessments", Assessment))
    if until.as_of >= EXPLORED_ON:
        return rows
    return [row.model_copy(update=dict.fromkeys(EXPLORER, "")) for row in rows]


def assessment_texts(until: Until) -> list[AssessmentText]:
    """What the World Bank's collection quotes of the pledges."""
    return _known(until, CODED_ON, _rows("assessment_texts", AssessmentText))


def _ndcs(until: Until) -> list[tuple[dt.date, Document]]:
    """The NDCs themselves, without addenda and translations, with their days."""
    return [
        (row.submitted_on, row)
        for row in documents(until)
        if row.file_type == "NDC" and row.submitted_on is not None
    ]


def _known(until: Until, on: dt.date, rows: Iterable[Kept]) -> list[Kept]:
    return list(rows) if until.includes(on, SHIPPED_AT) else []


@cache
def _rows(name: str, row: type[Kept]) -> tuple[Kept, ...]:
    """The whole of a table, in the order of its file; the files do not change while we run."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(row.model_validate(line) for line in csv.DictReader(file))
