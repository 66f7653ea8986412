"""The package's README: what its files hold, column by column, from the tables themselves."""

from collections.abc import Iterable, Mapping
from typing import Any

from store.exchange.table import Column, Table

OPENING = """# {title}

{description}

- as of: {as_of}
- plan version: {plan}
- version: {version}
- licence: {licence}

A figure is in here when it was approved and known on the day above. An empty cell means that
something is not known; it never means zero. CSV is UTF-8; text that a spreadsheet would take for a
formula has an apostrophe before it. `datapackage.json` has the schema, size and SHA-256 of every
table and all sources. `sdmx/` holds the measurements once more, as SDMX-CSV 2.0 with their
structure message (SDMX-ML 3.0).
"""


def describe(title: str, descriptor: Mapping[str, Any], tables: Iterable[Table]) -> str:
    """The README in Markdown."""
    opening = OPENING.format(
        title=title,
        description=descriptor["description"],
        as_of=descriptor["as_of"],
        plan=descriptor["plan"],
        version=descriptor["version"],
        licence=descriptor["licenses"][0]["title"],
    )
    return "\n".join([opening, *map(_section, tables)])


def _section(table: Table) -> str:
    rows = "\n".join(map(_line, table.columns))
    licence = f" Licence: {table.licence.title}, {table.licence.path}." if table.licence else ""
    return (
        f"## data/{table.name}.csv: {table.title}\n\n{table.description}{licence} One row for each"
        f" {', '.join(table.key)}.\n\n| column | type | unit | what it holds |\n"
        f"|---|---|---|---|\n{rows}\n"
    )


def _line(column: Column) -> str:
    words = f" One of: {', '.join(column.words)}." if column.words else ""
    return f"| {column.name} | {column.kind} | {column.unit} | {column.description}{words} |"
