"""How vector files spell things: numbers, dates, indicators. The arithmetic knows no JSON."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeGuard

from store import progress
from store.progress import Moment, Parameters

Inputs = Mapping[str, Any]

SIGNS = {"1": "higher", "-1": "lower"}


class ShapeError(ValueError):
    """A vector in a shape this program does not know; the message names the problem."""


def read_parameters(raw: object, base: Parameters) -> Parameters:
    """Override the parameters a file or a vector names.

    Errors: ShapeError for an unknown name or a value that is no number.
    """
    if raw is None:
        return base
    if not isinstance(raw, Mapping):
        raise ShapeError("parameters are not an object")
    known = {field.name for field in fields(Parameters)}
    for name, value in raw.items():
        if name not in known:
            raise ShapeError(f"there is no parameter {name!r}")
        if not is_number(value):
            raise ShapeError(f"parameter {name} is not a number: {value!r}")
    return replace(base, **raw)


def read_moment(raw: object) -> Moment:
    """Read an ISO date, with or without a time, a calendar year or a year index."""
    if not isinstance(raw, str):
        return number(raw)
    return float(raw) if len(raw) == len("2020") else date.fromisoformat(raw.partition("T")[0])


def read_indicator(raw: Inputs) -> progress.Indicator:
    """Read an indicator; the file calls it a measure."""
    low, high = raw.get("limits") or (0, None)
    return progress.Indicator(
        kind=progress.Kind(raw["kind"]),
        unit=progress.Unit(raw["unit"]),
        better=read_better(raw),
        baseline=_read_baseline(raw.get("baseline")),
        baseline_year=number(raw.get("baseline_year", 2020)),
        targets=tuple(read_target(target) for target in raw.get("targets") or ()),
        limits=(maybe(low), maybe(high)),
        stale_after_years=maybe(raw.get("stale_after_years")),
    )


def read_better(raw: Inputs) -> progress.Better:
    name = only(raw, "better", "direction")
    spelled = str(raw[name]) if name else "higher"
    return progress.Better(SIGNS.get(spelled, spelled))


def only(raw: Container[str], *names: str) -> str | None:
    """Which of the names the input has; None for none of them.

    Errors: ShapeError where it has several: all but one would be ignored.
    """
    present = [name for name in names if name in raw]
    if len(present) > 1:
        raise ShapeError(f"one too many of {' and '.join(map(repr, present))}")
    return present[0] if present else None


def _read_baseline(raw: object) -> float | progress.Range | None:
    if isinstance(raw, list):
        low, high = raw
        return progress.Range(number(low), number(high))
    return maybe(raw)


def read_target(raw: Inputs) -> progress.Target:
    value = raw["value"]
    low, high = value if isinstance(value, list) else (value, None)
    return progress.Target(int(raw["year"]), maybe(low), maybe(high))


def read_observations(raw: Iterable[Any]) -> list[progress.Observation]:
    pairs = ((row["t"], row["value"]) if isinstance(row, Mapping) else row for row in raw)
    return [
        progress.Observation(read_moment(moment), number(value))
        for moment, value in pairs
        if value is not None
    ]


def named_rows(rows: object) -> Mapping[str, Any]:
    """Read rows with names; a list is numbered."""
    if isinstance(rows, list):
        return {str(number): row for number, row in enumerate(rows, start=1)}
    if not isinstance(rows, Mapping):
        raise ShapeError(f"neither an object nor a list: {rows!r}")
    return rows


def shares(rows: object) -> dict[str, float | None]:
    return {name: maybe(value) for name, value in named_rows(rows).items()}


def is_number(raw: object) -> TypeGuard[float]:
    return isinstance(raw, int | float) and not isinstance(raw, bool)


def number(raw: object) -> float:
    if not is_number(raw):
        raise ShapeError(f"not a number: {raw!r}")
    return float(raw)


def maybe(raw: object) -> float | None:
    return None if raw is None else number(raw)
