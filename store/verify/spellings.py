"""How vector files spell figures, indicators and verdicts. The arithmetic knows no JSON.

Source: data/METHODS.md#input-format
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from store import progress
from store.progress import Figure, Limits, Parameters, Qualifier, Unit
from store.verify.shapes import (
    ShapeError,
    bounds,
    day,
    fields,
    maybe,
    number,
    pair,
    positive,
    rows,
    truth,
    whole,
    word,
)

FIGURE_OPTIONAL = ("qualifier", "unit", "limits")


def read_parameters(raw: object, base: Parameters) -> Parameters:
    """Override the parameters a file names."""
    if raw is None:
        return base
    named = fields(raw, "parameters", (), [*Parameters.__dataclass_fields__])
    return replace(base, **{name: number(value, name) for name, value in named.items()})


def read_limits(raw: object, path: str) -> Limits:
    """Read [low, high], either of which may be null."""
    low, high = (maybe(end, path) for end in pair(raw, path))
    if low is not None and high is not None and low > high:
        raise ShapeError(f"{path}: {low} is above {high}")
    return low, high


def read_qualifier(raw: object, path: str) -> Qualifier:
    """Read a qualifier; the files write at_least and at_most in one word."""
    spelled = {str(one).replace(" ", "_"): one for one in Qualifier}
    if not isinstance(raw, str) or raw not in spelled:
        raise ShapeError(f"{path}: not one of {', '.join(spelled)}: {raw!r}")
    return spelled[raw]


def read_value(
    raw: Mapping[str, Any], path: str, unit: Unit, limits: Limits, parameters: Parameters
) -> Figure:
    """Read a value, a number or [low, high], with its qualifier if it has one."""
    value = raw["value"]
    try:
        if isinstance(value, list):
            if "qualifier" in raw:
                raise ShapeError(f"{path}: a range takes no qualifier")
            low, high = (maybe(end, path) for end in pair(value, path))
            return progress.between(low, high, limits)
        qualifier = read_qualifier(raw.get("qualifier", "exact"), f"{path}.qualifier")
        in_wholes = unit is not Unit.CONTINUOUS
        return progress.interval(number(value, path), qualifier, in_wholes, limits, parameters)
    except ShapeError:
        raise
    except ValueError as error:
        raise ShapeError(f"{path}: {error}") from error


def read_figure(raw: object, path: str, limits: Limits, parameters: Parameters) -> Figure:
    """Read a figure: a number, [low, high] or {value, qualifier}."""
    inner = {"value": raw}
    if isinstance(raw, Mapping):
        inner = fields(raw, path, ("value", "qualifier"))
        number(inner["value"], path)
    return read_value(inner, path, Unit.CONTINUOUS, limits, parameters)


def read_maybe_figure(
    raw: object, path: str, limits: Limits, parameters: Parameters
) -> Figure | None:
    """Read a figure or null."""
    return None if raw is None else read_figure(raw, path, limits, parameters)


def read_lone_figure(raw: object, parameters: Parameters) -> Figure:
    """Read the inputs of `figure`."""
    inputs = fields(raw, "inputs", ("value",), FIGURE_OPTIONAL)
    unit = word(inputs.get("unit", "continuous"), "inputs.unit", Unit)
    default = progress.LEVELS if unit is Unit.LEVEL else progress.FROM_ZERO
    limits = read_limits(inputs["limits"], "inputs.limits") if "limits" in inputs else default
    return read_value(inputs, "inputs.value", unit, limits, parameters)


def read_measure(raw: object, path: str) -> progress.Indicator:
    """Read an indicator; the file calls it a measure."""
    required = ("kind", "unit", "better", "baseline", "targets")
    optional = ("baseline_year", "baseline_basis", "limits", "stale_after_years", "window", "paths")
    inner = fields(raw, path, required, optional)
    kind = word(inner["kind"], f"{path}.kind", progress.Kind)
    default = progress.LEVELS if kind is progress.Kind.MILESTONE else progress.FROM_ZERO
    limits = read_limits(inner["limits"], f"{path}.limits") if "limits" in inner else default
    stale = "stale_after_years"
    curves = rows(
        inner.get("paths", []), f"{path}.paths", lambda one, at: word(one, at, progress.PathName)
    )
    try:
        return progress.Indicator(
            kind=kind,
            unit=word(inner["unit"], f"{path}.unit", Unit),
            better=word(inner["better"], f"{path}.better", progress.Better),
            baseline=_read_baseline(inner["baseline"], f"{path}.baseline"),
            baseline_year=number(inner.get("baseline_year", 2020), f"{path}.baseline_year"),
            basis=word(
                inner.get("baseline_basis", "observed"), f"{path}.baseline_basis", progress.Basis
            ),
            targets=tuple(rows(inner["targets"], f"{path}.targets", read_target, least=1)),
            limits=limits,
            stale_after_years=positive(inner[stale], f"{path}.{stale}") if stale in inner else None,
            window=whole(inner.get("window", 1), f"{path}.window", least=1),
            paths=tuple(dict.fromkeys(curves)),
        )
    except ShapeError:
        raise
    except ValueError as error:
        raise ShapeError(f"{path}: {error}") from error


def _read_baseline(raw: object, path: str) -> float | progress.Range | None:
    return progress.Range(*bounds(raw, path)) if isinstance(raw, list) else maybe(raw, path)


def read_target(raw: object, path: str) -> progress.Target:
    """Read a year with a number, [low, high] or null."""
    inner = fields(raw, path, ("year", "value"))
    value = inner["value"]
    low, high = bounds(value, path) if isinstance(value, list) else (maybe(value, path), None)
    return progress.Target(whole(inner["year"], f"{path}.year"), low, high)


def read_observations(
    raw: object, path: str, indicator: progress.Indicator, parameters: Parameters
) -> list[progress.Observation]:
    """Read [t, value], [t, value, qualifier] or {t, value, qualifier}."""

    def read(row: object, at: str) -> progress.Observation:
        if isinstance(row, list):
            if len(row) not in (2, 3):
                raise ShapeError(f"{at}: neither two nor three entries")
            row = dict(zip(("t", "value", "qualifier"), row, strict=False))
        inner = fields(row, at, ("t", "value"), ("qualifier",))
        first, last = read_bracket(inner["t"], f"{at}.t")
        if indicator.kind is progress.Kind.RATE and first != last:
            raise ShapeError(f"{at}.t: a yearly rate has no bracket of days")
        figure = read_value(inner, f"{at}.value", indicator.unit, indicator.limits, parameters)
        return progress.Observation(first, last, figure)

    return rows(raw, path, read)


def read_bracket(raw: object, path: str) -> tuple[float, float]:
    """Read a date or [first day, last day]."""
    if not isinstance(raw, list):
        moment = day(raw, path)
        return moment, moment
    first, last = (day(end, path) for end in pair(raw, path))
    if first > last:
        raise ShapeError(f"{path}: ends before it begins")
    return first, last


def read_judged(raw: object, path: str) -> progress.Judged:
    """Read a verdict reached elsewhere."""
    optional = ("status_low", "status_high", "grade", "progress", "expected", "bounds", "spacing")
    inner = fields(raw, path, ("status",), (*optional, "faded"))
    status = read_status(inner["status"], f"{path}.status")
    ends = {
        key: read_status(inner[key], f"{path}.{key}")
        for key in ("status_low", "status_high")
        if inner.get(key) is not None
    }
    is_known = status is not progress.Status.NOT_ENOUGH_DATA
    shown = _read_share(inner.get("progress"), f"{path}.progress")
    expected = maybe(inner.get("expected"), f"{path}.expected")
    faded = truth(inner.get("faded", False), f"{path}.faded")
    if is_known and (shown is None or expected is None):
        raise ShapeError(f"{path}: a verdict needs progress and expected")
    _check_ends(status, ends, path)
    share = shown if is_known and shown is not None else progress.UNKNOWN
    fresh = share if not faded else progress.UNKNOWN
    return progress.Judged(
        status=status,
        status_low=ends.get("status_low", status) if is_known else None,
        status_high=ends.get("status_high", status) if is_known else None,
        grade=_read_grade(inner.get("grade"), status, path),
        progress=share,
        expected=expected if is_known else None,
        bounds=_read_share(inner.get("bounds"), f"{path}.bounds") or fresh,
        spacing=_read_share(inner.get("spacing"), f"{path}.spacing") or share,
        faded=faded,
    )


def _read_share(raw: object, path: str) -> tuple[float, float] | None:
    """Read a share, or its two ends."""
    if raw is None:
        return None
    if isinstance(raw, list):
        return bounds(raw, path)
    share = number(raw, path)
    return share, share


def _check_ends(status: progress.Status, ends: Mapping[str, progress.Status], path: str) -> None:
    loose = {progress.Status.RANGE, progress.Status.NOT_ENOUGH_DATA}
    if loose & set(ends.values()):
        raise ShapeError(f"{path}: an end is one status")
    if status is progress.Status.RANGE:
        if len(ends) < 2:
            raise ShapeError(f"{path}: a range needs its two ends")
        read_order(ends["status_low"], ends["status_high"], path)
    elif status not in loose and set(ends.values()) - {status}:
        raise ShapeError(f"{path}: an end differs from the status")


def read_status(raw: object, path: str) -> progress.Status:
    """Read a status of the method in force."""
    status = word(raw, path, progress.Status)
    if status is progress.Status.STALE:
        raise ShapeError(f"{path}: a status of the former method")
    return status


def read_order(low: progress.Status, high: progress.Status, path: str) -> None:
    """Refuse a worse end that is better than the better one."""
    if progress.worst((low, high)) is not low:
        raise ShapeError(f"{path}: the worse end is better than the better one")


def _read_grade(raw: object, status: progress.Status, path: str) -> progress.Grade:
    if raw is not None:
        return word(raw, f"{path}.grade", progress.Grade)
    if status is progress.Status.NOT_ENOUGH_DATA:
        return progress.Grade.NONE
    is_range = status is progress.Status.RANGE
    return progress.Grade.INDICATIVE if is_range else progress.Grade.MEASURED
