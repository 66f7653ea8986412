"""Plain SQL on a store, as another program would run it."""

from typing import Any

import sqlalchemy as sa


def contents(url: str) -> dict[str, Any]:
    """Every row of every table and, on SQLite, the schema as it was written."""
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        names = sa.inspect(connection).get_table_names()
        found: dict[str, Any] = {
            name: sorted(map(str, connection.exec_driver_sql(f"SELECT * FROM {name}")))
            for name in names
        }
        if engine.dialect.name == "sqlite":
            found["schema"] = connection.exec_driver_sql("SELECT sql FROM sqlite_master").all()
    engine.dispose()
    return found


def run(url: str, statements: str) -> None:
    """Run plain SQL, as if another program did."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for statement in statements.split(";"):
            connection.exec_driver_sql(statement)
    engine.dispose()
