"""Put a backup in the place of a store: nothing is overwritten, and nobody may be using it."""

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from store.backup import files
from store.backup.transfer import transfer
from store.database import engine, journal, migrate, private_file
from store.ground.errors import UnusableStoreError


def restore(backup: Path, url: str, now: dt.datetime, *, set_aside: bool = False) -> Path | None:
    """Put the backup where the address says; return where the store that was there lies now.

    The backup is checked first, and a copy of it is brought to today's tables.
    Errors: UnusableStoreError for a backup that has changed, is damaged or was written by a newer
            program; for a store that is there and not to be set aside, or that a program holds.
            Nothing has changed then.
    """
    files.check(backup)
    migrate.judge_file(backup)
    with tempfile.TemporaryDirectory(dir=_near(url)) as room:
        ready = Path(room) / "ready.db"
        shutil.copyfile(backup, ready)
        private_file.keep_private(ready)
        migrate.upgrade(f"sqlite:///{ready}").dispose()
        path = engine.sqlite_path(url)
        if path is None:
            _fill(url, ready)
            return None
        return _put(ready, path, now, set_aside=set_aside)


def _near(url: str) -> Path | None:
    """A folder from which a file can be moved to its place in one step."""
    path = engine.sqlite_path(url)
    if path is None:
        return None
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.parent


def _fill(url: str, ready: Path) -> None:
    """Copy the rows into a database that is empty."""
    target, source = migrate.upgrade(url), engine.connect(f"sqlite:///{ready}")
    try:
        transfer(source, target)
    finally:
        source.dispose()
        target.dispose()


def _put(ready: Path, path: Path, now: dt.datetime, *, set_aside: bool) -> Path | None:
    journal.close(ready)
    aside = None
    if path.exists() and path.stat().st_size > 0:
        if not set_aside:
            raise UnusableStoreError(
                "There is a store at {path}. With --set-aside it is kept beside the restored one.",
                path=path,
            )
        journal.close(path)
        aside = path.with_name(f"{path.stem}-until-{now:%Y%m%dT%H%M%SZ}{path.suffix}")
        path.rename(aside)
    ready.replace(path)
    return aside
