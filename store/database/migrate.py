"""Bring a store to today's tables, or refuse it untouched."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import exc
from sqlmodel import SQLModel

from store.database import private_file
from store.database.engine import connect, connect_read_only, sqlite_path
from store.ground.errors import UnusableStoreError
from store.ledger import append_only, derived
from store.models import Measurement

SCRIPTS = Path(__file__).parent.parent / "migrations"
VERSION_TABLE = "alembic_version"


def upgrade(url: str, revision: str = "head") -> sa.Engine:
    """Create or migrate the store at this address and return its engine.

    Everything happens in one transaction: a migration that fails leaves the store as it was.
    Errors: UnusableStoreError for a damaged file, tables that are not ours or half there, or a
            store written by a newer program; nothing has been written then.
    """
    path = sqlite_path(url)
    if path is not None:
        judge_file(path)
    engine = connect(url)
    try:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            private_file.make(path)
        with engine.connect() as connection:
            _refuse_unknown_tables(connection)
        _run_migrations(engine, revision)
    except exc.OperationalError as error:
        engine.dispose()
        cause = str(error.orig).splitlines()[0]
        raise UnusableStoreError("The database cannot be reached: {cause}", cause=cause) from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def is_current(engine: sa.Engine) -> bool:
    """Whether the store has today's tables with all their triggers."""
    with engine.connect().execution_options(readonly=True) as connection:  # waits for no writer
        at = MigrationContext.configure(connection).get_current_revision()
        unguarded = append_only.missing(connection) or derived.missing(connection)
        return at == _scripts().get_current_head() and not unguarded


def judge_file(path: Path) -> None:
    """Read a file only: one that is not ours must not even be switched to our journal.

    Errors: UnusableStoreError for what is no store, is damaged, or is of a newer program.
    """
    if path.is_dir():
        raise UnusableStoreError("{path} is a folder, not a store.", path=path)
    if not path.exists() or path.stat().st_size == 0:
        return
    reader = connect_read_only(path)
    try:
        with reader.connect() as connection:
            if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
                raise _damaged(path)
            _refuse_unknown_tables(connection)
    except exc.DatabaseError as error:
        raise _damaged(path) from error
    finally:
        reader.dispose()


def _damaged(path: Path) -> UnusableStoreError:
    return UnusableStoreError(
        "{path} is damaged or is not a store; it was left as it is. Move it away and run"
        " `python -m store init`, or restore a backup.",
        path=path,
    )


def _refuse_unknown_tables(connection: sa.Connection) -> None:
    """Only an empty database, or one whose history we know and whose tables are all there."""
    present = set(sa.inspect(connection).get_table_names())
    ours = set(SQLModel.metadata.tables)
    if VERSION_TABLE not in present:
        if present & ours:
            raise UnusableStoreError(
                "The store is half written: it has tables but no version. It was left as it is;"
                " restore a backup or start from an empty one."
            )
        if present:
            raise UnusableStoreError("The database holds other tables; it was left as it is.")
        return
    at = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in _scripts().walk_revisions()}
    if at is not None and at not in known:
        raise UnusableStoreError(
            "The store was written by a newer version of this program ({at}); it was left as it"
            " is. Update the program first.",
            at=at,
        )
    if at is not None and str(Measurement.__tablename__) not in present:
        raise UnusableStoreError("The store is half written: its ledger is missing.")


def _run_migrations(engine: sa.Engine, revision: str) -> None:
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            # Rebuilding a table drops it first; the switch works outside a transaction only.
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(727274)")
            config = Config()
            config.set_main_option("script_location", str(SCRIPTS))
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            for guards in (append_only, derived):
                if guards.missing(connection):
                    guards.install(connection)
    if engine.dialect.name == "sqlite":
        engine.dispose()  # the connection that had foreign keys off is not used again


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    return ScriptDirectory.from_config(config)
