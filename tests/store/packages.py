"""The data package as its files, for the tests of what is in it."""

import datetime as dt
import tempfile
from pathlib import Path

from sqlmodel import Session

from store.exchange import package


def build(session: Session, plan: str, as_of: dt.date) -> dict[str, bytes]:
    """The package of a plan version as known on a day: file name → content."""
    with tempfile.TemporaryDirectory() as made:
        names = package.write(session, plan, as_of, Path(made))
        return {name: (Path(made) / name).read_bytes() for name in names}
