"""The description of the API (OpenAPI 3.1), made from the tables that it gives away."""

from typing import Any

from components.api.pages import MOST_COUNTED
from components.api.parameters import LIMIT, MOST
from components.api.problems import LANGUAGE
from store.exchange import package
from store.exchange.table import WARNING, Column, Table
from store.exchange.tables import TABLES
from store.models.places import REGIONS

VIEW = ("as_of", "plan")
OF_TABLES = (*VIEW, "region", "updated_since", "limit", "offset", "cursor")
STAY_WHOLE = "stay whole: `meta.unfiltered` says so."
SINCE = "Rows that became readable then or later; what was withdrawn since is not told."
STEADY = "All pages show the table as it was when the first was asked for: each row once."
TYPES = {
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "list": {"type": "array", "items": {"type": "string"}},
}
PARAMETERS: dict[str, tuple[str, dict[str, Any]]] = {
    "as_of": (
        "What was known by this day, 2015-12-01 to today; today where it is not given.",
        {"type": "string", "format": "date"},
    ),
    "plan": (
        "Plan version; the newest adopted by the day where it is not given.",
        {"type": "string", "examples": ["2022"]},
    ),
    "region": (
        f"Rows of the region and its countries only. Tables without a place {STAY_WHOLE}",
        {"type": "string", "enum": list(REGIONS)},
    ),
    "updated_since": (
        f"{SINCE} Tables without such an instant {STAY_WHOLE}",
        {
            "type": "string",
            "anyOf": [{"format": "date"}, {"format": "date-time"}],
            "examples": ["2023-01-31"],
        },
    ),
    "limit": (
        f"Rows of a page; JSON has {LIMIT} where it is not given, CSV all.",
        {"type": "integer", "minimum": 1, "maximum": MOST},
    ),
    "offset": (
        f"Rows to skip; of `measurements` at most {MOST_COUNTED}: follow `links.next` there.",
        {"type": "integer", "minimum": 0, "maximum": 999_999_999, "default": 0},
    ),
    "cursor": (
        f"Where the page of `measurements` before ended, as `links.next` has it. {STEADY}",
        {"type": "string"},
    ),
    LANGUAGE: (
        "Language of the sentence that says what is wrong with a request; data is as it is.",
        {"type": "string", "examples": ["en"]},
    ),
}
TEXT: dict[str, Any] = {"type": "string"}
WHOLE: dict[str, Any] = {"type": "integer", "minimum": 0}
META: dict[str, dict[str, Any]] = {
    "dataset": TEXT,
    "as_of": {"type": "string", "format": "date"},
    "plan": TEXT,
    "region": {"type": ["string", "null"]},
    "updated_since": {"type": ["string", "null"], "format": "date-time"},
    "unfiltered": {"type": "array", "items": TEXT},
    "count": WHOLE,
    "total": {
        "type": ["integer", "null"],
        "minimum": 0,
        "description": f"Of `measurements` null where there are more than {MOST_COUNTED}.",
    },
    "limit": WHOLE,
    "offset": WHOLE,
    "licence": {"type": "string", "format": "uri"},
    "version": TEXT,
    "invented": {"type": "boolean"},
    "warning": {"type": ["string", "null"]},
}
LINKS: dict[str, dict[str, Any]] = {
    "self": TEXT,
    "next": {"type": ["string", "null"]},
    "csv": TEXT,
    "description": TEXT,
}
REFUSALS = {
    "304": {"description": "Nothing changed since the ETag in If-None-Match."},
    "400": {"$ref": "#/components/responses/Problem"},
    "503": {"$ref": "#/components/responses/Problem"},
}


def describe(home: str) -> dict[str, Any]:
    """The whole description; `home` is the path of the app's first page, with its last slash."""
    paths: dict[str, Any] = {
        "/api/v1/": _get("index", "What there is", (), {"application/json": {"type": "object"}}),
        "/api/v1/package.zip": _get("package", "The data package", VIEW, {"application/zip": {}}),
        "/api/v1/feed.atom": _get(
            "changes", "What changed", ("as_of",), {"application/atom+xml": TEXT}
        ),
    }
    for table in TABLES.values():
        media = {"application/json": _envelope(table), "text/csv": TEXT}
        paths[f"/api/v1/{table.name}"] = _get(table.name, table.title, OF_TABLES, media)
        paths[f"/api/v1/{table.name}.csv"] = _get(
            f"{table.name}_csv", f"{table.title}, as CSV", OF_TABLES, {"text/csv": TEXT}
        )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": package.TITLE,
            "version": package.VERSION,
            "license": {"name": package.LICENCE["title"], "url": package.LICENCE["path"]},
            "description": "Approved figures only, as known on a day. Missing is null, never"
            " zero. Everything can be read from every origin and nothing written.",
        },
        "servers": [{"url": home.rstrip("/") or "/"}],
        "paths": paths,
        "components": {
            "parameters": {name: _parameter(name) for name in PARAMETERS},
            "schemas": {table.name: _row(table) for table in TABLES.values()},
            "responses": {"Problem": _problem()},
        },
    }


def _get(
    name: str, title: str, parameters: tuple[str, ...], content: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    return {
        "get": {
            "operationId": name,
            "summary": title,
            "parameters": [
                {"$ref": f"#/components/parameters/{parameter}"}
                for parameter in (*parameters, LANGUAGE)
            ],
            "responses": {
                "200": {
                    "description": title,
                    "content": {kind: {"schema": schema} for kind, schema in content.items()},
                },
                **REFUSALS,
            },
        }
    }


def _parameter(name: str) -> dict[str, Any]:
    description, schema = PARAMETERS[name]
    return {"name": name, "in": "query", "description": description, "schema": schema}


def _problem() -> dict[str, Any]:
    """What the problems module writes."""
    properties = {"type": TEXT, "title": TEXT, "status": WHOLE, "detail": TEXT, "parameter": TEXT}
    schema = {
        "type": "object",
        "properties": properties,
        "required": ["type", "title", "status", "detail"],
    }
    return {
        "description": "A sentence that says what cannot be, and which parameter.",
        "content": {"application/problem+json": {"schema": schema}},
    }


def _envelope(table: Table) -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{table.name}"}}
    return _object({"data": rows, "meta": _object(META), "links": _object(LINKS)})


def _row(table: Table) -> dict[str, Any]:
    """One row; a column that may be empty is there as null. A demonstration's has a warning."""
    required = _object({column.name: _column(column) for column in table.columns})
    required["properties"]["warning"] = {"type": "string", "const": WARNING}
    return required | {"title": table.title, "description": table.description}


def _object(properties: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _column(column: Column) -> dict[str, Any]:
    schema: dict[str, Any] = dict(TYPES.get(column.kind, {"type": column.kind}))
    words: list[str | None] = list(column.words)
    if not column.required and column.kind != "list":
        schema["type"] = [schema["type"], "null"]
        words += [None] if words else []
    if words:
        schema["enum"] = words
    unit = f" Unit: {column.unit}." if column.unit else ""
    return schema | {"description": f"{column.description}{unit}"}
