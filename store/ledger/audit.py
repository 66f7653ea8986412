"""The audit trail: every write leaves an entry in the same transaction."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, col

from store.ground import clock
from store.ground.errors import ConflictError
from store.ground.messages import Message
from store.ledger import append_only
from store.models import AuditEntry, Stamped

SOMEBODY_ELSE = Message(
    "Somebody else has changed this in the meantime. Load the page again and compare."
)

# Made once, not anew for every run of a page and every request.
_LATEST = sa.select(sa.func.max(col(AuditEntry.id)))
_LAST_INSTANT = sa.select(col(AuditEntry.recorded_at)).order_by(col(AuditEntry.id).desc()).limit(1)

MOST_LAG = dt.timedelta(minutes=1)
WRITTEN = "written"  # the name under which a session knows what it has noted
TICK = dt.timedelta(microseconds=1)  # the finest that both engines keep

Row = TypeVar("Row", bound=SQLModel)


def queue(session: Session) -> None:
    """Wait until every writer before has ended; those after wait for this transaction's end.

    Instants that are taken from now on follow the order of commits: who asks for what was written
    by an instant gets the same answer for ever.
    """
    connection = session.connection()  # on SQLite a transaction that may write waits to begin
    if connection.dialect.name == "postgresql":
        connection.execute(append_only.QUEUE)


def instant(session: Session) -> dt.datetime:
    """Return the instant, behind those of every writer before; those after wait for the commit.

    It is later than every instant in the ledger even where the clock was set back: what a meeting
    was held on stays as it was.
    """
    queue(session)
    now, last = clock.now(), last_instant(session)
    return now if last is None or now > last else last + TICK


def lag(session: Session) -> dt.timedelta:
    """How far the clock lies behind the newest instant of the ledger; zero where it does not."""
    last = last_instant(session)
    return max(last - clock.now(), dt.timedelta(0)) if last else dt.timedelta(0)


def demand_clock(session: Session) -> None:
    """Do nothing where the clock can be believed.

    Errors: ConflictError where it lies more than a minute behind what the ledger already holds.
    """
    behind = lag(session)
    if behind > MOST_LAG:
        raise ConflictError(
            "The computer’s clock lies {minutes} minutes behind what was already written; nothing"
            " is approved until it is set right.",
            minutes=round(behind.total_seconds() / 60),
        )


def last_instant(session: Session) -> dt.datetime | None:
    """When the ledger was last written to."""
    with session.no_autoflush:  # what is refused is refused where it is written, not here
        return session.execute(_LAST_INSTANT).scalar_one_or_none()


def record(
    session: Session, actor: str, action: str, row: SQLModel, before: SQLModel | None = None
) -> None:
    """Note that `actor` wrote `row`; the caller's transaction commits both or neither."""
    record_all(session, actor, [(action, row, before)])


def record_all(
    session: Session, actor: str, rows: Iterable[tuple[str, SQLModel, SQLModel | None]]
) -> None:
    """Note many rows in one go, in their order; `rows` as `write_all` has them."""
    _note_all(session, actor, rows, instant(session))


def _note_all(
    session: Session,
    actor: str,
    rows: Iterable[tuple[str, SQLModel, SQLModel | None]],
    now: dt.datetime,
) -> None:
    entries = [
        {
            "recorded_at": now,
            "actor": actor,
            "action": action,
            "subject": f"{row.__tablename__} {_key(row)}",
            "before": _plain(before),
            "after": _plain(row),
        }
        for action, row, before in rows
    ]
    if entries:
        session.flush()
        session.execute(sa.insert(AuditEntry), entries)
        session.info.setdefault(WRITTEN, []).extend(
            f"{entry['action']} {entry['subject']}" for entry in entries
        )


def _key(row: SQLModel) -> str:
    return "/".join(str(part) for part in sa.inspect(row).identity or ())


def write(
    session: Session,
    actor: str,
    action: str,
    row: Row,
    before: SQLModel | None = None,
    refusal: Message = SOMEBODY_ELSE,
) -> Row:
    """Write the row and note it; return it with its number.

    Errors: ConflictError with the sentence `refusal` where a constraint of the table speaks.
    """
    write_all(session, actor, [(action, row, before)], refusal)
    return row


def write_all(
    session: Session,
    actor: str,
    rows: Iterable[tuple[str, SQLModel, SQLModel | None]],
    refusal: Message = SOMEBODY_ELSE,
) -> None:
    """Write many rows, stamped with this instant, and note each, in one go.

    `rows` holds (action, the row, what it was before).
    Errors: ConflictError with the sentence `refusal` where a constraint of a table speaks.
    """
    written_at, records = instant(session), list(rows)
    for _action, row, _before in records:
        if isinstance(row, Stamped) and row not in session:
            row.recorded_at = written_at
        session.add(row)
    try:
        session.flush()  # unique constraints and triggers speak here, inside the transaction
    except IntegrityError as error:
        raise ConflictError.of(refusal) from error
    _note_all(session, actor, records, written_at)


def insert_all(
    session: Session,
    actor: str,
    action: str,
    model: type[Row],
    rows: Sequence[tuple[Mapping[str, object], SQLModel | None]],
    refusal: Message = SOMEBODY_ELSE,
) -> list[Row]:
    """The same for many rows of one table as (columns, what it was before): in a third of the time.

    What stands in the columns was checked already. Returns the rows with their numbers, in order.
    Errors: as `write_all`.
    """
    if not rows:
        return []
    written_at = instant(session)
    values = [{**columns, "recorded_at": written_at} for columns, _before in rows]
    statement = sa.insert(model).returning(model, sort_by_parameter_order=True)
    try:
        made = list(session.scalars(statement, values))
    except IntegrityError as error:
        raise ConflictError.of(refusal) from error
    before = (earlier for _columns, earlier in rows)
    noted = [(action, row, earlier) for row, earlier in zip(made, before, strict=True)]
    _note_all(session, actor, noted, written_at)
    return made


def latest_id(session: Session | sa.Connection) -> int:
    """The highest entry: it changes whenever anything is written, by any process. 0 when empty."""
    return session.execute(_LATEST).scalar_one() or 0


def _plain(row: SQLModel | None) -> dict[str, Any] | None:
    if row is None:
        return None
    # What can be erased elsewhere must not stay here for ever.
    personal: frozenset[str] = getattr(row, "personal", frozenset())
    return {
        name: _json(value)
        for name, value in row.model_dump(exclude=set(personal)).items()
        if value not in (None, "")
    }


def _json(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
