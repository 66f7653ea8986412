"""Strict reading of JSON: every key known, none missing; every number finite, every type right."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from math import isfinite
from typing import Any, TypeGuard, TypeVar

from store.progress import as_year

ALIKE = 0.65  # how much of a key must agree before another is suggested, as difflib counts
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Word = TypeVar("Word", bound=StrEnum)
Row = TypeVar("Row")


class ShapeError(ValueError):
    """Input in a shape the method does not know; the message names the place and the problem."""


def fields(
    raw: object, path: str, required: Collection[str], optional: Collection[str] = ()
) -> Mapping[str, Any]:
    """Read an object with these keys and no other."""
    if not isinstance(raw, Mapping):
        raise ShapeError(f"{path}: not an object")
    known = [*required, *optional]
    for key in raw:
        if key not in known:
            raise ShapeError(f"{path}.{key}: no such key{_hint(key, known)}")
    for key in required:
        if key not in raw:
            raise ShapeError(f"{path} lacks {key!r}")
    return raw


def rows(raw: object, path: str, read: Callable[[object, str], Row], least: int = 0) -> list[Row]:
    """Read a list of rows of one shape."""
    if not isinstance(raw, list):
        raise ShapeError(f"{path}: not a list")
    if len(raw) < least:
        raise ShapeError(f"{path}: fewer than {least}")
    return [read(row, f"{path}[{number}]") for number, row in enumerate(raw)]


def named(raw: object, path: str, read: Callable[[object, str], Row]) -> dict[str, Row]:
    """Read an object whose keys are names."""
    if not isinstance(raw, Mapping):
        raise ShapeError(f"{path}: not an object")
    return {str(name): read(row, f"{path}.{name}") for name, row in raw.items()}


def is_number(raw: object) -> TypeGuard[float]:
    """Whether it is a number, finite or not; truth is none."""
    return isinstance(raw, int | float) and not isinstance(raw, bool)


def number(raw: object, path: str) -> float:
    """Read a finite number."""
    try:
        value = float(raw) if is_number(raw) else None
    except OverflowError:
        value = None
    if value is None or not isfinite(value):
        raise ShapeError(f"{path}: not a finite number: {raw!r}")
    return value


def maybe(raw: object, path: str) -> float | None:
    """Read a finite number or null."""
    return None if raw is None else number(raw, path)


def positive(raw: object, path: str) -> float:
    """Read a number of 0 or more."""
    value = number(raw, path)
    if value < 0:
        raise ShapeError(f"{path}: below 0: {raw!r}")
    return value


def whole(raw: object, path: str, least: int = 0) -> int:
    """Read a whole number that is not too small."""
    value = number(raw, path)
    if value != int(value) or value < least:
        raise ShapeError(f"{path}: not a whole number from {least}: {raw!r}")
    return int(value)


def truth(raw: object, path: str) -> bool:
    """Read true or false."""
    if not isinstance(raw, bool):
        raise ShapeError(f"{path}: neither true nor false: {raw!r}")
    return raw


def word(raw: object, path: str, words: type[Word]) -> Word:
    """Read one of a closed set of words."""
    if not isinstance(raw, str) or raw not in {str(one) for one in words}:
        raise ShapeError(f"{path}: not one of {', '.join(words)}: {raw!r}")
    return words(raw)


def pair(raw: object, path: str) -> tuple[object, object]:
    """Read a list of two."""
    if not isinstance(raw, list) or len(raw) != 2:
        raise ShapeError(f"{path}: not a list of two: {raw!r}")
    return raw[0], raw[1]


def bounds(raw: object, path: str) -> tuple[float, float]:
    """Read [low, high], two numbers in order."""
    low, high = (number(end, path) for end in pair(raw, path))
    if low > high:
        raise ShapeError(f"{path}: {low} is above {high}")
    return low, high


def day(raw: object, path: str) -> float:
    """Read an ISO day or a year index as a year index."""
    if not isinstance(raw, str):
        return number(raw, path)
    try:
        return as_year(date.fromisoformat(raw if ISO_DAY.fullmatch(raw) else ""))
    except ValueError as error:
        raise ShapeError(f"{path}: neither an ISO day nor a year: {raw!r}") from error


def _hint(key: object, known: Collection[str]) -> str:
    """The known key that looks most like it, else most like it but for capitals."""
    uncapitalised = {name.casefold(): name for name in known}
    alike = get_close_matches(str(key), known, 1, ALIKE)
    folded = get_close_matches(str(key).casefold(), uncapitalised, 1, ALIKE)
    meant = next(iter([*alike, *(uncapitalised[name] for name in folded)]), None)
    return f"; did you mean {meant!r}?" if meant else ""
