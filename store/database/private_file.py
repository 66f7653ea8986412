"""The store's file is its owner's alone: it holds addresses, drafts and who said what."""

import os
from pathlib import Path

MODE = 0o600


def make(path: Path) -> None:
    """Make an empty file that only its owner may read, or make one that is there so.

    SQLite gives the files of its journal the mode of the store's.
    """
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, MODE))
    keep_private(path)


def keep_private(path: Path) -> None:
    """Take everybody else's rights on the file, where it is ours to say."""
    state = path.stat()
    if state.st_mode & 0o077 and state.st_uid == os.geteuid():
        path.chmod(MODE)
