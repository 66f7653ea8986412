"""`python -m store backup`, `restore` and `copy`: the store kept, put back, and moved."""

import argparse

from store.backup import backup, files
from store.backup.copying import copy_on
from store.backup.restore import restore
from store.database import engine, migrate
from store.ground import clock


def take(arguments: argparse.Namespace) -> list[str]:
    """Take a backup, then remove the older ones that are no longer kept."""
    where, now = arguments.folder or files.folder(), clock.now()
    lines = [f"written and compared with the store: {backup.take(engine.address(), where, now)}"]
    if not arguments.keep_all:
        lines += [f"removed, being old: {path}" for path in files.rotate(where, now)]
    return lines


def put_back(arguments: argparse.Namespace) -> list[str]:
    """Put a backup in the place of the store."""
    aside = restore(arguments.file, engine.address(), clock.now(), set_aside=arguments.set_aside)
    kept = [] if aside is None else [f"The store that was there is now {aside}"]
    return [*kept, f"restored: {arguments.file}"]


def copy(arguments: argparse.Namespace) -> list[str]:
    """Copy one store into an empty one, or go on where that ended before."""
    source, target = engine.connect(arguments.source), migrate.upgrade(arguments.target)
    try:
        copied = copy_on(source, target)
    finally:
        source.dispose()
        target.dispose()
    lines = [f"copied and compared: {copied.rows} rows"]
    if count := copied.waiting:
        figures = "1 figure that a local copy approved by itself waits"
        if count > 1:
            figures = f"{count} figures that a local copy approved by itself wait"
        lines.append(f"{figures} for a review")
    return lines
