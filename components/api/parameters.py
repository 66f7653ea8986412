"""What a request asks for, read strictly: whatever cannot be is refused with a sentence."""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from components.api.problems import BadRequestError
from store.exchange import asked
from store.exchange.table import Value, plain
from store.ground.errors import InvalidExportError
from store.models.places import REGIONS

LIMIT, MOST = 500, 1000  # rows of a page of JSON: where nothing is said, and at most
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CLOCK = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
INSTANT = re.compile(rf"{DAY.pattern}([T ]{CLOCK})?", re.IGNORECASE)
WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request's parameters; None where it leaves one open. `limit` None means all rows."""

    as_of: dt.date
    plan: str | None = None
    region: str | None = None
    updated_since: dt.datetime | None = None
    limit: int | None = None
    offset: int = 0

    def query(self, **changes: Value) -> str:
        """The query string that asks for the same, with changes."""
        values = {**asdict(self), **changes}
        return urlencode(
            {name: plain(value) for name, value in values.items() if value is not None}
        )


def read(query: QueryParams, allowed: Collection[str], today: dt.date) -> Asked:
    """The parameters of a request.

    Errors: BadRequestError for one that is unknown here, said twice, or cannot be.
    """
    for name in query:
        if name not in allowed:
            raise BadRequestError(name, f"“{name}” is unknown here. There are: {_list(allowed)}.")
        if len(query.getlist(name)) > 1:
            raise BadRequestError(name, f"“{name}” is said more than once.")
    return Asked(
        as_of=_day(query, today),
        plan=query.get("plan"),
        region=_region(query),
        updated_since=_instant(query),
        limit=_whole(query, "limit", 1, MOST),
        offset=_whole(query, "offset", 0, None) or 0,
    )


def _list(allowed: Collection[str]) -> str:
    return ", ".join(allowed) or "none"


def _day(query: Mapping[str, str], today: dt.date) -> dt.date:
    written = query.get("as_of")
    if written is None:
        return today
    try:
        day = dt.date.fromisoformat(written) if DAY.fullmatch(written) else None
        if day is not None:
            return asked.check_day(day, today)
    except InvalidExportError as error:
        raise BadRequestError("as_of", str(error)) from error
    except ValueError:
        pass  # a form of a day, yet none of the calendar
    raise BadRequestError("as_of", f"“{written}” is not a day like 2023-01-31.")


def _region(query: Mapping[str, str]) -> str | None:
    written = query.get("region")
    if written is None or written in REGIONS:
        return written
    raise BadRequestError(
        "region", f"There is no region “{written}”. There are: {', '.join(REGIONS)}."
    )


def _instant(query: Mapping[str, str]) -> dt.datetime | None:
    """An instant or the beginning of a day, in UTC; without an offset it is UTC already."""
    written = query.get("updated_since")
    if written is None:
        return None
    try:
        if INSTANT.fullmatch(written):
            instant = dt.datetime.fromisoformat(written.upper())
            return instant.astimezone(dt.UTC) if instant.tzinfo else instant.replace(tzinfo=dt.UTC)
    except (ValueError, OverflowError):
        pass  # no such day, or in UTC none of the years 1 to 9999
    raise BadRequestError(
        "updated_since",
        f"“{written}” is neither a day like 2023-01-31 nor an instant like 2023-01-31T12:00:00Z.",
    )


def _whole(query: Mapping[str, str], name: str, least: int, most: int | None) -> int | None:
    written = query.get(name)
    if written is None:
        return None
    number = int(written) if WHOLE_NUMBER.fullmatch(written) else -1
    if number < least or (most is not None and number > most):
        end = f" to {most}" if most else " or more"
        raise BadRequestError(name, f"“{written}” is not a whole number, {least}{end}.")
    return number
