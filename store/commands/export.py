"""`python -m store export`: the data package as files of a folder, whole or not at all."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlmodel import Session

from store.database import engine, readiness
from store.exchange import choices, package
from store.ground import clock
from store.ground.errors import InvalidExportError


def run(arguments: argparse.Namespace, url: str) -> list[str]:
    """Write the package; return the lines to print.

    Errors: UnusableStoreError, UnknownReferenceError, InvalidExportError for a day that cannot be
            or a folder that is taken or cannot be written.
    """
    as_of = choices.check_day(arguments.as_of or clock.today(), clock.today())
    folder: Path = arguments.folder.resolve()  # "." has no name, and a link is not replaced
    with _refusing(folder):
        _refuse_taken(folder)
    with reading(url) as session:
        plan_code = choices.choose_plan(session, arguments.plan, as_of)
        with _refusing(folder):
            names = _write(folder, lambda made: package.write(session, plan_code, as_of, made))
    return [f"{len(names)} files, plan {plan_code} as known on {as_of}: {folder}"]


@contextmanager
def _refusing(folder: Path) -> Iterator[None]:
    """Say what the system does not let us do."""
    try:
        yield
    except OSError as error:
        raise InvalidExportError(
            "{folder} cannot be written: {cause}.", folder=folder, cause=error.strerror
        ) from error


def _refuse_taken(folder: Path) -> None:
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise InvalidExportError("{folder} already exists and is not empty.", folder=folder)


@contextmanager
def reading(url: str) -> Iterator[Session]:
    """A store of today's tables, to be read only.

    Errors: UnusableStoreError.
    """
    opened = engine.connect(url)
    try:
        readiness.check(opened)
        with Session(opened.connect().execution_options(readonly=True)) as session:
            yield session
    finally:
        opened.dispose()


def _write(folder: Path, fill: Callable[[Path], list[str]]) -> list[str]:
    """Fill a folder beside it and rename that, so that nobody finds half a package."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        made.chmod(0o777 & ~_umask())
        names = fill(made)
        made.replace(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return names


def _umask() -> int:
    """What a new folder's rights lack; a temporary one is for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
