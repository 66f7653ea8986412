"""Rows that no form lets in, written into a store by hand: what pages have to survive."""

import sqlite3
from pathlib import Path
from uuid import uuid4

Row = tuple[str, str, dict[str, object]]

LONG = "x" * 100_000
Y0205 = {"period_start": "0205-01-01", "period_end": "0205-12-31"}
Y9999 = {"period_start": "9999-01-01", "period_end": "9999-12-31"}
Y2016 = {"period_start": "2016-01-01", "period_end": "2016-12-31"}
# Indicator, place, the columns that are odd; of the year 2025 where nothing else is said.
ODD: tuple[Row, ...] = (
    ("D4-signed", "WLD", {"value": 1e30}),
    ("E1-operators", "WLD", {"value": 1e308}),
    ("E3-developers", "WLD", {"value": -1e308}),
    ("D2-meetings", "R-AFR", {"value": 1e308, **Y2016}),
    ("D2-meetings", "R-EUR", {"value": 1e308, **Y2016}),
    ("A5-regions", "R-EUR", {"value": 1e30}),
    ("A1-parties", "KEN", {"value": 1e30}),
    ("A3-fair", "WLD", {"numerator": 1e308, "denominator": 1e-10}),
    ("D4-partners", "WLD", {"numerator": 1e-300, "denominator": 1e300}),
    ("C2-adoption", "R-AFR", {"numerator": 1e308, "denominator": 1e-300}),
    ("C2-associations", "R-AFR", {"value": 1e308}),
    ("F2-budget", "WLD", {"value": 5, "period_start": "0205-01-01", "period_end": "0205-12-31"}),
    ("A4-notes", "WLD", {"value": 5, "period_start": "9999-01-01", "period_end": "9999-12-31"}),
    (
        "X-partners",
        "WLD",
        {"value": 1e30, "period_start": "9999-12-31", "period_end": "9999-12-31"},
    ),
    ("C3-institutions", "WLD", {"value": 1e308, "period_start": "0001-01-01"}),
    ("B3-regions", "R-AFR", {"value": 1, "source_title": LONG, "note": LONG, "reason": LONG}),
    ("B2-regions", "R-AFR", {"missing_reason": LONG}),
    ("A6-framework", "WLD", {"value": 1e30}),
    ("C4-branding", "WLD", {"value": -7}),
    ("D1-platform", "WLD", {"level": 5, "source_title": "", "period_start": "0205-01-01"}),
)


def write(
    store: Path, rows: tuple[tuple[str, str, dict[str, object]], ...] = ODD, *, approved: bool
) -> None:
    """Add the rows past every check of the program, waiting or approved today."""
    with sqlite3.connect(store) as connection:
        for indicator, place, content in rows:
            row = {
                "client_key": str(uuid4()),
                "indicator_code": indicator,
                "place_code": place,
                "period_start": "2025-01-01",
                "period_end": "2025-12-30",  # beside what stands in the year already
                "revision": 0,
                "qualifier": "exact",
                "source_title": "Written by hand",
                "source_link": "",
                "note": "",
                "reason": "",
                "reporter": "shipped data",
                "recorded_at": "2026-01-10 12:00:00.000000",
            } | content
            row_id = _insert(connection, "measurement", row)
            if approved:
                _insert(
                    connection,
                    "review",
                    {
                        "measurement_id": row_id,
                        "step": 1,
                        "verdict": "approved",
                        "comment": "",
                        "reviewer": "shipped data",
                        "known_on": "2026-01-10",
                        "recorded_at": "2026-01-10 12:00:00.000000",
                    },
                )
        note: dict[str, object] = {"actor": "by hand", "action": "write", "subject": "measurement"}
        note["recorded_at"] = "2026-01-10 12:00:00.000000"
        _insert(connection, "audit_entry", note)  # or pages would show what they keep
    connection.close()


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> int | None:
    names, marks = ", ".join(row), ", ".join("?" for _ in row)
    return connection.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values())
    ).lastrowid
