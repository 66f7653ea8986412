"""Whether the store can be read: it is reachable and has today's tables."""

import sqlalchemy as sa
from sqlalchemy import exc

from store.database import migrate
from store.database.engine import sqlite_path
from store.ground.errors import UnusableStoreError


def check(engine: sa.Engine) -> None:
    """Do nothing where the store can be read. Nothing is created where it is not there.

    Errors: UnusableStoreError, whose sentence holds neither address nor password.
    """
    check_there(engine)
    try:
        is_current = migrate.is_current(engine)
    except exc.DBAPIError as error:
        raise UnusableStoreError("The store cannot be reached.") from error
    if not is_current:
        raise UnusableStoreError("The store has other tables. Run `python -m store migrate`.")


def check_there(engine: sa.Engine) -> None:
    """Do nothing unless a file should be there and is not: connecting would make an empty one.

    Errors: UnusableStoreError.
    """
    path = sqlite_path(engine.url)
    if path is not None and not path.is_file():
        raise UnusableStoreError("There is no store yet. Run `python -m store init`.")
