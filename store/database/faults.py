"""What is wrong with a store that cannot be used: a sentence for each kind of fault."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from store.ground.errors import UnusableStoreError
from store.ground.messages import Message

FULL = Message("The disk of the store is full.")
READ_ONLY = Message("The store can be read now and not written.")
BUSY = Message("Somebody else has been writing to the store for too long.")
SLOW = Message("The store took too long to answer.")
CROWDED = Message("The store has no room for one more reader just now.")
DAMAGED = Message("The store’s file cannot be read as a database.")
GONE = Message("The store cannot be reached.")

# By the beginning of SQLite's name of an error, or of PostgreSQL's code.
_SENTENCES = {
    "SQLITE_FULL": FULL,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": DAMAGED,
    "53100": FULL,
    "25006": READ_ONLY,
    "55P03": BUSY,
    "57014": SLOW,
}
# What the program asked wrongly is a mistake of ours and no fault of the store.
_MISTAKES = (exc.IntegrityError, exc.DataError, exc.ProgrammingError, exc.NotSupportedError)
_MISTAKE_OF_SQLITE = "SQLITE_ERROR"


def explain(error: BaseException) -> Message | None:
    """What is wrong with the store where this error says that something is; else None."""
    if isinstance(error, UnusableStoreError):
        return error.message
    if isinstance(error, exc.TimeoutError):  # all connections of this process are taken
        return CROWDED
    if not isinstance(error, exc.DBAPIError) or isinstance(error, _MISTAKES):
        return None
    names = (getattr(error.orig, of, None) for of in ("sqlite_errorname", "sqlstate"))
    name = next(filter(None, names), "")
    if name == _MISTAKE_OF_SQLITE:
        return None
    return next((said for start, said in _SENTENCES.items() if name.startswith(start)), GONE)


@contextmanager
def told() -> Iterator[None]:
    """Let every fault of the store come with its sentence; a mistake of ours comes as it is.

    Errors: UnusableStoreError.
    """
    try:
        yield
    except exc.SQLAlchemyError as error:
        fault = explain(error)
        if fault is None:
            raise
        raise UnusableStoreError.of(fault) from error
