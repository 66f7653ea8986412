"""The data of this release and of the first one, and how a store is filled with them."""

import shutil
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session

from store.shipped import plan_and_figures
from store.shipped.tables import DATA

RELEASE_1 = Path(__file__).parent / "release_1"


def fill(engine: sa.Engine, folder: Path = plan_and_figures.DATA) -> None:
    """What `python -m store init` does after migrating."""
    with Session(engine) as session, session.begin():
        plan_and_figures.fill_plan(session, folder)
        plan_and_figures.fill_figures(session, folder)


def first_release(folder: Path) -> Path:
    """The data as the first release brought it."""
    copy = Path(shutil.copytree(DATA, folder / "data", ignore=shutil.ignore_patterns("local")))
    return Path(shutil.copytree(RELEASE_1, copy, dirs_exist_ok=True))
