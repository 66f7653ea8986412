"""The open data as a Frictionless Data Package: files that are the same for the same knowledge.

Nothing in them comes from a clock or a chance: whoever builds the package of a day again gets the
same bytes, as long as nothing was written since that was known by that day.
"""

import datetime as dt
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlmodel import Session

from store.database import settings
from store.database.engine import ROOT
from store.exchange import sdmx
from store.exchange.dictionary import describe
from store.exchange.table import WARNING, Row, Table, as_csv, of_store, schema
from store.exchange.tables import TABLES
from store.ground.errors import UnknownReferenceError
from store.ledger.knowledge import Until
from store.models import PlanVersion

# Of the tables and their columns: what goes or changes its meaning raises the first part, what is
# added the second.
VERSION = "1.5.0"
LICENCE = {
    "name": "MIT",
    "title": "MIT License",
    "path": "https://opensource.org/license/mit",
}
TITLE = "“4 per 1000” Dashboard: open data"
STRUCTURE = "sdmx/structure.xml"
OBSERVATIONS = "sdmx/measurements.csv"
MEDIA_TYPES = {"csv": "text/csv", "xml": "application/xml"}
_STAMP = (1980, 1, 1, 0, 0, 0)  # the oldest that a ZIP archive can hold


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that goes into a package, read at once."""

    plan: PlanVersion
    as_of: dt.date
    is_invented: bool
    tables: Mapping[str, tuple[Table, list[Row]]]

    @property
    def title(self) -> str:
        """The title, which says it where figures are invented."""
        return f"{WARNING}. {TITLE}" if self.is_invented else TITLE

    @property
    def version(self) -> str:
        """The version of the tables with what the figures depend on, as SemVer writes it."""
        return f"{VERSION}+plan{self.plan.code}.{self.as_of}"


def build(session: Session, plan_code: str, as_of: dt.date) -> dict[str, bytes]:
    """The package of a plan version as known on a day: file name → content.

    Errors: UnknownReferenceError for a version the store does not have.
    """
    contents = _read(session, plan_code, as_of)
    files = {f"data/{name}.csv": as_csv(*content) for name, content in contents.tables.items()}
    files |= _sdmx(contents)
    descriptor = _descriptor(contents, files)
    return {
        "datapackage.json": json.dumps(descriptor, ensure_ascii=False, indent=2).encode() + b"\n",
        "README.md": describe(
            contents.title, descriptor, [table for table, _rows in contents.tables.values()]
        ).encode(),
        "LICENSE": (ROOT / "LICENSE").read_bytes(),
        **files,
    }


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as one ZIP archive, the same bytes for the same files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # whatever machine builds it
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _read(session: Session, plan_code: str, as_of: dt.date) -> Contents:
    plan = session.get(PlanVersion, plan_code)
    if plan is None:
        raise UnknownReferenceError("There is no plan version {code}.", code=plan_code)
    until = Until.day(as_of)
    tables = {name: of_store(session, table) for name, table in TABLES.items()}
    return Contents(
        plan=plan,
        as_of=as_of,
        is_invented=settings.is_invented(session),
        tables={
            name: (table, table.rows(session, plan_code, until)) for name, table in tables.items()
        },
    )


def _sdmx(contents: Contents) -> dict[str, bytes]:
    table, rows = contents.tables["measurements"]
    codes = {
        "CL_INDICATOR": _named(contents, "indicators", "name"),
        "CL_AREA": _named(contents, "places", "name_en"),
    }
    return {
        OBSERVATIONS: sdmx.as_csv(table, rows),
        STRUCTURE: sdmx.structure(table, codes, contents.as_of, contents.title),
    }


def _named(contents: Contents, name: str, column: str) -> dict[str, str]:
    table, rows = contents.tables[name]
    code, named = table.position("code"), table.position(column)
    return {str(row[code]): str(row[named]) for row in rows}


def _descriptor(contents: Contents, files: Mapping[str, bytes]) -> dict[str, Any]:
    resources = [
        _resource(name, f"data/{name}.csv", table.title, files)
        | {
            "profile": "tabular-data-resource",
            "description": table.description,
            "schema": schema(table),
        }
        | ({"licenses": [asdict(table.licence)]} if table.licence else {})
        for name, (table, _rows) in contents.tables.items()
    ]
    observed = contents.tables["measurements"][0]
    resources += [
        _resource("sdmx-measurements", OBSERVATIONS, "Measurements, SDMX-CSV 2.0", files)
        | {"profile": "tabular-data-resource", "schema": sdmx.schema(observed)},
        _resource("sdmx-structure", STRUCTURE, "Their structure, SDMX-ML 3.0", files),
    ]
    return {
        "profile": "data-package",
        "name": "4per1000-dashboard",
        "title": contents.title,
        "description": f"{contents.plan.title}, as known on {contents.as_of}. What the columns"
        " hold stands in README.md and in the schema of each table.",
        "version": contents.version,
        "as_of": contents.as_of.isoformat(),
        "plan": contents.plan.code,
        "invented": contents.is_invented,
        "licenses": [LICENCE],
        "sources": _sources(contents),
        "resources": resources,
    }


def _resource(name: str, path: str, title: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    kind = path.rpartition(".")[2]
    return {
        "name": name,
        "path": path,
        "title": title,
        "format": kind,
        "mediatype": MEDIA_TYPES[kind],
        "encoding": "utf-8",
        "bytes": len(files[path]),
        "hash": f"sha256:{hashlib.sha256(files[path]).hexdigest()}",
    }


def _sources(contents: Contents) -> list[dict[str, str]]:
    """Every document that a row of any table names, once, by title."""
    sources: set[tuple[str, str]] = set()
    for table, rows in contents.tables.values():
        if "source_title" in table.names:
            title, link = table.position("source_title"), table.position("source_link")
            sources |= {(str(row[title]), str(row[link] or "")) for row in rows if row[title]}
    return [{"title": title} | ({"path": link} if link else {}) for title, link in sorted(sources)]
