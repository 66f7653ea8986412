"""The published folder on disk: replaced as a whole, so that nobody meets a half-written site."""

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from components.site import builds
from components.site.builds import Build, PublicationError


def known(target: Path) -> list[Build]:
    """The builds that the folder holds; none where there is no folder, or an empty one.

    Errors: PublicationError for a folder or a file that is not ours to replace.
    """
    _recover(target)
    if not target.exists():
        return []
    listed = target / builds.LIST
    if not target.is_dir() or (any(target.iterdir()) and not listed.is_file()):
        raise PublicationError("{folder} is not empty and not a site of ours.", folder=target)
    return builds.read(listed.read_bytes()) if listed.is_file() else []


def replace(target: Path, files: Mapping[str, bytes], dropped: Collection[str]) -> None:
    """Put the files into the folder; the other ones in it stay, but for the `dropped` folders.

    All is prepared in a folder beside it, which then takes its name.
    Errors: PublicationError where the system does not let us.
    """
    prepared = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        prepared.mkdir(parents=True)
        for path, content in files.items():
            _parent(prepared / path).write_bytes(content)
        for path in _others(target, files, dropped):
            _adopt(target / path, _parent(prepared / path))
        _swap(target, prepared)
    except OSError as error:
        raise PublicationError(
            "{folder} cannot be written: {error}", folder=target, error=error
        ) from error
    finally:
        shutil.rmtree(prepared, ignore_errors=True)


def _others(target: Path, files: Mapping[str, bytes], dropped: Collection[str]) -> Iterator[str]:
    for path in target.rglob("*") if target.is_dir() else ():
        name = path.relative_to(target).as_posix()
        if path.is_file() and name not in files and not name.startswith(tuple(dropped)):
            yield name


def _parent(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _adopt(old: Path, new: Path) -> None:
    """The same file under the new folder, without a copy where the disk can."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _swap(target: Path, prepared: Path) -> None:
    """Give the prepared folder the name of the other, which is gone afterwards."""
    before = _before(target)
    shutil.rmtree(before, ignore_errors=True)
    if target.exists():
        target.rename(before)
    prepared.rename(target)
    shutil.rmtree(before, ignore_errors=True)


def _recover(target: Path) -> None:
    """After a power cut between the two renamings of a swap, the folder before is the folder."""
    if not target.exists() and _before(target).is_dir():
        _before(target).rename(target)


def _before(target: Path) -> Path:
    return target.with_name(f".{target.name}.before")
