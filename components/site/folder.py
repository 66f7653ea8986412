"""The published folder on disk: replaced as a whole, so that nobody meets a half-written site."""

import fcntl
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from components.site import builds
from components.site.builds import Build, PublicationError


@contextmanager
def alone(target: Path) -> Iterator[None]:
    """Let one program at a time work on the folder; another one waits here for its turn.

    Errors: PublicationError where the system does not let us.
    """
    path = _beside(target, "lock")
    with _refusing(target):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = _lock(path)
    try:
        yield
    finally:
        path.unlink()
        lock.close()


def _lock(path: Path) -> IO[bytes]:
    """The file, once it is ours: until it is closed, or we end, however that comes."""
    lock = path.open("wb")
    fcntl.flock(lock, fcntl.LOCK_EX)
    # Whoever had it may have removed it when done: then there is another one by now, or none.
    while not _is_named(lock, path):
        lock.close()
        lock = path.open("wb")
        fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def _is_named(lock: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock.fileno()), path.stat())
    except FileNotFoundError:
        return False


def known(target: Path) -> list[Build]:
    """The builds that the folder holds; none where there is no folder, or an empty one.

    Errors: PublicationError for a folder or a file that is not ours to replace.
    """
    with _refusing(target):
        _recover(target)
        if not target.exists():
            return []
        listed = target / builds.LIST
        if not target.is_dir() or (any(target.iterdir()) and not listed.is_file()):
            raise PublicationError("{folder} is not empty and not a site of ours.", folder=target)
        return builds.read(listed.read_bytes()) if listed.is_file() else []


def replace(target: Path, files: Mapping[str, bytes], dropped: Collection[str]) -> None:
    """Put the files into the folder; whatever else is in it stays, but for the `dropped` folders.

    All is prepared in a folder beside it, which then takes its name.
    Errors: PublicationError where the system does not let us.
    """
    prepared = _beside(target, "new")
    with _refusing(target):
        shutil.rmtree(prepared, ignore_errors=True)  # of one that was killed
        try:
            prepared.mkdir(parents=True)
            for path, content in files.items():
                _parent(prepared / path).write_bytes(content)
            for path in _others(target, files, dropped):
                _adopt(target / path, _parent(prepared / path))
            _swap(target, prepared)
        finally:
            shutil.rmtree(prepared, ignore_errors=True)


@contextmanager
def _refusing(target: Path) -> Iterator[None]:
    """Say what the system does not let us do."""
    try:
        yield
    except OSError as error:
        raise PublicationError(
            "{folder} cannot be written: {error}", folder=target, error=error
        ) from error


def _others(target: Path, files: Mapping[str, bytes], dropped: Collection[str]) -> Iterator[str]:
    """Files, folders and links that stay, each folder before what is in it."""
    for path in target.rglob("*") if target.is_dir() else ():
        name = path.relative_to(target).as_posix()
        if name not in files and not f"{name}/".startswith(tuple(dropped)):
            yield name


def _parent(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _adopt(old: Path, new: Path) -> None:
    """The same under the new folder, without a copy where the disk can; a link as it is."""
    if old.is_symlink():
        new.symlink_to(old.readlink())
    elif old.is_dir():
        new.mkdir(exist_ok=True)
    else:
        _link(old, new)


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _swap(target: Path, prepared: Path) -> None:
    """Give the prepared folder the name of the other, which is gone afterwards."""
    before = _beside(target, "before")
    shutil.rmtree(before, ignore_errors=True)
    if target.exists():
        target.rename(before)
    prepared.rename(target)
    shutil.rmtree(before, ignore_errors=True)


def _recover(target: Path) -> None:
    """After a power cut between the two renamings of a swap, the folder before is the folder."""
    before = _beside(target, "before")
    if not target.exists() and before.is_dir():
        before.rename(target)


def _beside(target: Path, word: str) -> Path:
    """A name of ours for something next to the folder."""
    return target.parent / f".{target.name}.{word}"
