"""One row in each table of the first migration, written as another program would."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

DAY, INSTANT = dt.date(2020, 6, 15), dt.datetime(2021, 1, 4, 10, tzinfo=dt.UTC)
PLAN = {"plan_code": "2020", "indicator_code": "A1-x"}
ROWS: dict[str, dict[str, Any]] = {
    "setting": {"key": "figures", "value": "reported"},
    "plan_version": {"code": "2020", "title": "First", "adopted_on": DAY},
    "goal": {"code": "A", "name": "Policy", "aim": "Aim"},
    "place": {"code": "WLD", "kind": "world", "unfccc_party": False},
    "objective": {"code": "A1", "goal_code": "A", "aim": "Aim"},
    "objective_title": {"plan_code": "2020", "objective_code": "A1", "title": "Parties"},
    "indicator": {
        "code": "A1-x",
        "objective_code": "A1",
        "position": 0,
        "name": "Things",
        "kind": "stock",
        "unit_type": "integer",
        "reported_by": "secretariat",
        "roll_up": "none",
        "better": "higher",
        "window_years": 1,
    },
    "target": PLAN
    | {"role": "target", "year": 2030, "revision": 0, "low": 5, "high": 7, "flags": ["coded_by_us"]}
    | {"reporter": "Ana", "known_on": DAY, "recorded_at": INSTANT},
    "measurement": {
        "client_key": "00000000-0000-0000-0000-000000000001",
        "indicator_code": "A1-x",
        "place_code": "WLD",
        "period_start": dt.date(2020, 1, 1),
        "period_end": dt.date(2020, 12, 31),
        "revision": 0,
        "value": 4,
        "qualifier": "exact",
        "reporter": "Ana",
        "recorded_at": INSTANT,
    },
    "review": {
        "measurement_id": 1,
        "step": 1,
        "verdict": "approved",
        "reviewer": "Bo",
        "known_on": DAY,
        "recorded_at": INSTANT,
    },
    "audit_entry": {
        "recorded_at": INSTANT,
        "actor": "Ana",
        "action": "report",
        "subject": "measurement 1",
        "after": {"value": 4},
    },
}

MEETING = {
    "code": "bureau-2021-01-04",
    "revision": 0,
    "stage": "closed",
    "is_published": True,
    "body": "bureau",
    "held_on": INSTANT.date(),
    "plan_code": "2020",
    "agenda": ["A1"],
    "as_of": DAY,
    "opened_at": INSTANT,
    "known_on": DAY,
    "recorded_at": INSTANT,
}


def write(connection: sa.Connection) -> None:
    """Fill the tables as they are in the database, whatever today's program thinks of them."""
    _write(connection, ROWS)


def write_meeting(connection: sa.Connection) -> None:
    """Add a meeting that was held, to a store that has such a table."""
    _write(connection, {"meeting": MEETING})


def _write(connection: sa.Connection, rows: dict[str, dict[str, Any]]) -> None:
    tables = sa.MetaData()
    tables.reflect(connection)
    for name, row in rows.items():
        table = tables.tables[name]
        texts = {
            column.name: ""
            for column in table.columns
            if not column.nullable and isinstance(column.type, sa.String)
        }
        connection.execute(table.insert().values(texts | row))


def read(connection: sa.Connection) -> dict[str, list[dict[str, Any]]]:
    """Every row of those tables."""
    return {
        name: [dict(row) for row in connection.exec_driver_sql(f"SELECT * FROM {name}").mappings()]
        for name in ROWS
    }
