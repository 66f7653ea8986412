"""What a request asks for, read strictly: what is impossible is refused with a sentence."""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from components.api.problems import LANGUAGE, BadRequestError
from components.language import spoken
from store.exchange import choices
from store.exchange.table import Value, plain
from store.ground.errors import InvalidExportError
from store.ground.messages import Message
from store.models.places import REGIONS

LIMIT, MOST = 500, 1000  # rows of a page of JSON: where nothing is said, and at most
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CLOCK = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
INSTANT = re.compile(rf"{DAY.pattern}([T ]{CLOCK})?", re.IGNORECASE)
WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Query:
    """A request's parameters; None where it leaves one open. `limit` None means all rows."""

    as_of: dt.date
    plan: str | None = None
    region: str | None = None
    updated_since: dt.datetime | None = None
    limit: int | None = None
    offset: int = 0
    cursor: str | None = None

    def encoded(self, **changes: Value) -> str:
        """The query string that asks for the same, with changes."""
        values = {**asdict(self), **changes}
        return urlencode(
            {name: plain(value) for name, value in values.items() if value is not None}
        )


def read(query: QueryParams, allowed: Collection[str], today: dt.date) -> Query:
    """The parameters of a request; every address takes the language of its refusals as well.

    Errors: BadRequestError for one that is unknown here, given twice, or impossible.
    """
    names = (*allowed, LANGUAGE)
    for name in query:
        if name not in names:
            unknown = Message("“{name}” is unknown here. There are: {names}.")
            raise BadRequestError(name, unknown.filled(name=name, names=names))
        if len(query.getlist(name)) > 1:
            raise BadRequestError(name, Message("“{name}” is given more than once.", name=name))
    _check_language(query)
    return Query(
        as_of=_day(query, today),
        plan=query.get("plan"),
        region=_region(query),
        updated_since=_instant(query),
        limit=_whole(query, "limit", 1, MOST),
        offset=_whole(query, "offset", 0, None) or 0,
        cursor=_cursor(query),
    )


def _cursor(query: Mapping[str, str]) -> str | None:
    text = query.get("cursor")
    if text is not None and "offset" in query:
        raise BadRequestError("offset", Message("A cursor leaves no room for an offset."))
    return text


def _check_language(query: Mapping[str, str]) -> None:
    code = query.get(LANGUAGE)
    if code is not None and code not in spoken.codes():
        message = Message("There is no language “{code}”. There are: {codes}.")
        raise BadRequestError(LANGUAGE, message.filled(code=code, codes=spoken.codes()))


def _day(query: Mapping[str, str], today: dt.date) -> dt.date:
    text = query.get("as_of")
    if text is None:
        return today
    try:
        day = dt.date.fromisoformat(text) if DAY.fullmatch(text) else None
        if day is not None:
            return choices.check_day(day, today)
    except InvalidExportError as error:
        raise BadRequestError("as_of", error.message) from error
    except ValueError:
        pass  # written like a day, but not in the calendar
    raise BadRequestError("as_of", Message("“{text}” is not a day like 2023-01-31.", text=text))


def _region(query: Mapping[str, str]) -> str | None:
    code = query.get("region")
    if code is None or code in REGIONS:
        return code
    message = Message("There is no region “{code}”. There are: {codes}.")
    raise BadRequestError("region", message.filled(code=code, codes=tuple(REGIONS)))


def _instant(query: Mapping[str, str]) -> dt.datetime | None:
    """An instant or the beginning of a day, in UTC; without an offset it is UTC already."""
    text = query.get("updated_since")
    if text is None:
        return None
    try:
        if INSTANT.fullmatch(text):
            instant = dt.datetime.fromisoformat(text.upper())
            return instant.astimezone(dt.UTC) if instant.tzinfo else instant.replace(tzinfo=dt.UTC)
    except (ValueError, OverflowError):
        pass  # no such day, or in UTC none of the years 1 to 9999
    message = Message(
        "“{text}” is neither a day like 2023-01-31 nor an instant like 2023-01-31T12:00:00Z."
    )
    raise BadRequestError("updated_since", message.filled(text=text))


def _whole(query: Mapping[str, str], name: str, least: int, most: int | None) -> int | None:
    text = query.get(name)
    if text is None:
        return None
    number = int(text) if WHOLE_NUMBER.fullmatch(text) else -1
    if number >= least and (most is None or number <= most):
        return number
    if most is None:
        message = Message("“{text}” is not a whole number of {least} or more.")
    else:
        message = Message("“{text}” is not a whole number from {least} to {most}.").filled(
            most=most
        )
    raise BadRequestError(name, message.filled(text=text, least=least))
