"""Backups as files of one folder: a SQLite store each, with its checksum beside it."""

import datetime as dt
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from store.backup import rotation
from store.database.engine import ROOT
from store.ground.errors import UnusableStoreError

NAME = "dashboard-{made_at:%Y%m%dT%H%M%SZ}.db"
_PATTERN = re.compile(r"dashboard-(\d{8}T\d{6}Z)\.db")


@dataclass(frozen=True, slots=True, order=True)
class BackupFile:
    """A finished backup and the instant, in UTC, at which it was begun."""

    made_at: dt.datetime
    path: Path


def folder() -> Path:
    """Where backups lie: BACKUP_DIR, else `data/local/backups/`."""
    return Path(os.environ.get("BACKUP_DIR") or ROOT / "data" / "local" / "backups")


def listed(where: Path) -> list[BackupFile]:
    """The finished backups of a folder, oldest first; none where there is no folder."""
    matches = [(path, _PATTERN.fullmatch(path.name)) for path in where.glob("dashboard-*.db")]
    return sorted(
        BackupFile(dt.datetime.strptime(match[1], "%Y%m%dT%H%M%S%z"), path)
        for path, match in matches
        if match and checksum_path(path).is_file()
    )


def newest(where: Path) -> dt.datetime | None:
    """When the newest backup of a folder was made."""
    backups = listed(where)
    return backups[-1].made_at if backups else None


def checksum_path(path: Path) -> Path:
    """The file beside a backup that `sha256sum --check` reads."""
    return path.with_name(f"{path.name}.sha256")


def finish(part: Path, path: Path) -> None:
    """Give a written file its name, durably; its checksum comes last and makes it a backup."""
    _sync(part)
    line = f"{sha256(part)}  {path.name}\n"
    part.replace(path)
    beside = checksum_path(path)
    beside.write_text(line, encoding="utf-8")
    _sync(beside)
    _sync(path.parent)


def check(path: Path) -> None:
    """Do nothing where the file is what was written, or nobody noted what that was.

    Errors: UnusableStoreError where it has changed since, or is not there.
    """
    if not path.is_file():
        raise UnusableStoreError("There is no file {path}.", path=path)
    beside = checksum_path(path)
    if beside.is_file() and beside.read_text(encoding="utf-8").split()[0] != sha256(path):
        raise UnusableStoreError(
            "{path} has changed since it was written: its checksum differs. Take another backup.",
            path=path,
        )


def rotate(where: Path, now: dt.datetime) -> list[Path]:
    """Remove what is no longer kept; return it."""
    backups = listed(where)
    keep = rotation.kept((backup.made_at for backup in backups), now)
    gone = [backup.path for backup in backups if backup.made_at not in keep]
    for path in gone:
        checksum_path(path).unlink()  # first: without it the file is no backup
        path.unlink()
    return gone


def sha256(path: Path) -> str:
    """The checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    """Wait until what was written lies on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
