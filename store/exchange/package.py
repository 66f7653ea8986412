"""The open data as a Frictionless Data Package: files that are the same for the same knowledge.

Nothing in them comes from a clock or a chance: whoever builds the package of a day again gets the
same bytes, as long as nothing was written since that was known by that day.
"""

import datetime as dt
import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from sqlmodel import Session

from store.database import settings
from store.database.engine import ROOT
from store.exchange import sdmx
from store.exchange.dictionary import describe
from store.exchange.table import WARNING, Row, Table, of_store, schema
from store.exchange.table import write as write_rows
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
NAMED = {"indicators": ("CL_INDICATOR", "name"), "places": ("CL_AREA", "name_en")}
MEDIA_TYPES = {"csv": "text/csv", "xml": "application/xml"}
_STAMP = (1980, 1, 1, 0, 0, 0)  # the oldest that a ZIP archive can hold


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a package: the tables as this store gives them away.

    `sources` and `codes` are what was found in the rows while they were written: the documents
    named there, and of indicators and places the name of each code.
    """

    plan: PlanVersion
    as_of: dt.date
    is_invented: bool
    tables: Mapping[str, Table]
    sources: set[tuple[str, str]]
    codes: Mapping[str, dict[str, str]]

    @property
    def title(self) -> str:
        """The title, which says it where figures are invented."""
        return f"{WARNING}. {TITLE}" if self.is_invented else TITLE

    @property
    def version(self) -> str:
        """The version of the tables with what the figures depend on, as SemVer writes it."""
        return f"{VERSION}+plan{self.plan.code}.{self.as_of}"


def write(session: Session, plan_code: str, as_of: dt.date, folder: Path) -> list[str]:
    """Write the package of a plan version as known on a day into a folder; return its files.

    However many rows there are, few of them are in memory.
    Errors: UnknownReferenceError for a version the store does not have.
    """
    contents = _contents(session, plan_code, as_of)
    for name in ("data", "sdmx"):
        (folder / name).mkdir()
    for table in contents.tables.values():
        _write_table(session, contents, table, folder)
    observed = contents.tables["measurements"]
    named = {codelist: contents.codes[name] for name, (codelist, _column) in NAMED.items()}
    structure = sdmx.structure(observed, named, as_of, contents.title)
    (folder / STRUCTURE).write_bytes(structure)
    descriptor = _descriptor(contents, folder)
    described = json.dumps(descriptor, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_bytes(described.encode() + b"\n")
    readme = describe(contents.title, descriptor, [*contents.tables.values()])
    (folder / "README.md").write_bytes(readme.encode())
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE")
    return sorted(_names(folder))


def archive(session: Session, plan_code: str, as_of: dt.date, target: IO[bytes]) -> None:
    """Write the same files into one ZIP archive, the same bytes for the same files.

    Errors: as `write`.
    """
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        names = write(session, plan_code, as_of, folder)
        with zipfile.ZipFile(target, "w") as zipped:
            for name in names:
                entry = zipfile.ZipInfo(name, _STAMP)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                entry.create_system = 3  # whatever machine builds it
                entry.file_size = (folder / name).stat().st_size
                with (folder / name).open("rb") as content, zipped.open(entry, "w") as packed:
                    shutil.copyfileobj(content, packed)


def _names(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _contents(session: Session, plan_code: str, as_of: dt.date) -> Contents:
    plan = session.get(PlanVersion, plan_code)
    if plan is None:
        raise UnknownReferenceError("There is no plan version {code}.", code=plan_code)
    return Contents(
        plan=plan,
        as_of=as_of,
        is_invented=settings.is_invented(session),
        tables={name: of_store(session, table) for name, table in TABLES.items()},
        sources=set(),
        codes={name: {} for name in NAMED},
    )


def _write_table(session: Session, contents: Contents, table: Table, folder: Path) -> None:
    rows = table.each(session, contents.plan.code, Until.day(contents.as_of))
    noted = _noting(contents, table, rows)
    with ExitStack() as opened:
        target = opened.enter_context((folder / f"data/{table.name}.csv").open("wb"))
        if table.name == "measurements":
            observed = opened.enter_context((folder / OBSERVATIONS).open("wb"))
            noted = sdmx.beside(table, noted, observed)
        write_rows(table, noted, target)


def _noting(contents: Contents, table: Table, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, of which what the descriptor and the codelists say is kept."""
    column = {name: table.position(name) for name in table.names}
    codes, named = contents.codes.get(table.name), NAMED.get(table.name, ("", ""))[1]
    for row in rows:
        if "source_title" in column and (title := row[column["source_title"]]):
            contents.sources.add((str(title), str(row[column["source_link"]] or "")))
        if codes is not None:
            codes[str(row[column["code"]])] = str(row[column[named]])
        yield row


def _descriptor(contents: Contents, folder: Path) -> dict[str, Any]:
    resources = [
        _resource(name, f"data/{name}.csv", table.title, folder)
        | {
            "profile": "tabular-data-resource",
            "description": table.description,
            "schema": schema(table),
        }
        | ({"licenses": [asdict(table.licence)]} if table.licence else {})
        for name, table in contents.tables.items()
    ]
    observed = contents.tables["measurements"]
    resources += [
        _resource("sdmx-measurements", OBSERVATIONS, "Measurements, SDMX-CSV 2.0", folder)
        | {"profile": "tabular-data-resource", "schema": sdmx.schema(observed)},
        _resource("sdmx-structure", STRUCTURE, "Their structure, SDMX-ML 3.0", folder),
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


def _resource(name: str, path: str, title: str, folder: Path) -> dict[str, Any]:
    kind = path.rpartition(".")[2]
    with (folder / path).open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return {
        "name": name,
        "path": path,
        "title": title,
        "format": kind,
        "mediatype": MEDIA_TYPES[kind],
        "encoding": "utf-8",
        "bytes": (folder / path).stat().st_size,
        "hash": f"sha256:{digest}",
    }


def _sources(contents: Contents) -> list[dict[str, str]]:
    """Every document that a row of any table names, once, by title."""
    named = sorted(contents.sources)
    return [{"title": title} | ({"path": link} if link else {}) for title, link in named]
