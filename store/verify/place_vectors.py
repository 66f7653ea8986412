"""The functions of a vector file that join places, years and units.

Source: data/METHODS.md#input-format
"""

from dataclasses import asdict
from math import isfinite
from typing import Any

from store import progress
from store.progress import Figure, Parameters
from store.verify.shapes import (
    ShapeError,
    bounds,
    day,
    fields,
    maybe,
    named,
    number,
    pair,
    positive,
    rows,
    whole,
)
from store.verify.spellings import read_limits, read_maybe_figure

Result = dict[str, Any]


def ends(figure: Figure) -> list[float | None]:
    return [end if isfinite(end) else None for end in (figure.low, figure.high)]


def rate_value(raw: object, parameters: Parameters) -> Result:
    inputs = fields(raw, "inputs", ("figures", "as_of"), ("window", "complete"))

    def read_place(place: object, path: str) -> dict[int, Figure | None]:
        by_year = named(
            place,
            path,
            lambda one, at: read_maybe_figure(one, at, progress.FROM_ZERO, parameters),
        )
        return {_read_year(year, path): figure for year, figure in by_year.items()}

    rate = progress.rate_value(
        named(inputs["figures"], "inputs.figures", read_place),
        day(inputs["as_of"], "inputs.as_of"),
        whole(inputs.get("window", 1), "inputs.window", least=1),
        rows(inputs.get("complete", []), "inputs.complete", whole),
        parameters,
    )
    return asdict(rate) | {"each": {name: ends(figure) for name, figure in rate.each.items()}}


def _read_year(raw: str, path: str) -> int:
    if not (raw.isascii() and raw.isdigit() and len(raw) == len("2020")):
        raise ShapeError(f"{path}.{raw}: not a year")
    return int(raw)


def rollup_sum(raw: object, parameters: Parameters) -> Result:
    inputs = fields(raw, "inputs", ("regions",), ("place_limits",))
    limits = progress.FROM_ZERO
    if "place_limits" in inputs:
        limits = read_limits(inputs["place_limits"], "inputs.place_limits")
    places = named(
        inputs["regions"],
        "inputs.regions",
        lambda one, at: read_maybe_figure(one, at, limits, parameters),
    )
    return asdict(progress.rollup_sum(places, limits))


def rollup_share(raw: object, parameters: Parameters) -> Result:
    inputs = fields(raw, "inputs", ("regions",))

    def read(row: object, path: str) -> tuple[Figure | None, float]:
        part, over = pair(row, path)
        whole_ = positive(over, path)
        return read_maybe_figure(part, path, (0.0, whole_), parameters), whole_

    return asdict(progress.rollup_share(named(inputs["regions"], "inputs.regions", read)))


def rollup_units(raw: object, _: Parameters) -> Result:
    inputs = fields(raw, "inputs", ("yes", "no", "unknown"))
    yes, no, unknown = (whole(inputs[key], f"inputs.{key}") for key in ("yes", "no", "unknown"))
    return asdict(progress.rollup_units(yes, no, unknown))


def rollup_mean(raw: object, parameters: Parameters) -> Result:
    inputs = fields(raw, "inputs", ("regions", "expected"))

    def read(row: object, path: str) -> tuple[float, float] | None:
        if row is None or isinstance(row, list):
            return None if row is None else bounds(row, path)
        share = number(row, path)
        return share, share

    places = named(inputs["regions"], "inputs.regions", read)
    expected = number(inputs["expected"], "inputs.expected")
    return asdict(progress.rollup_mean(places, expected, parameters))


def nested(raw: object, _: Parameters) -> Result:
    inputs = fields(raw, "inputs", ("values", "threshold"))
    values = rows(inputs["values"], "inputs.values", maybe)
    return asdict(progress.nested(values, number(inputs["threshold"], "inputs.threshold")))
