"""Runs the function a test vector names on the inputs it gives.

Source: data/METHODS.md#input-format
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from store import progress
from store.progress import Judged, Parameters
from store.verify import place_vectors
from store.verify.place_vectors import ends
from store.verify.shapes import (
    ShapeError,
    bounds,
    day,
    fields,
    is_number,
    maybe,
    named,
    number,
    positive,
    rows,
    truth,
    whole,
    word,
)
from store.verify.spellings import (
    read_judged,
    read_limits,
    read_lone_figure,
    read_measure,
    read_observations,
    read_order,
    read_status,
)

Result = dict[str, Any]
Inputs = Mapping[str, Any]


def run(vector: Mapping[str, Any], parameters: Parameters) -> Result:
    """Compute what a vector asks for.

    Errors: ShapeError for a function or an input that cannot be read.
    """
    name = vector.get("fn")
    function = FUNCTIONS.get(name) if isinstance(name, str) else None
    if function is None:
        raise ShapeError(f"no function named {name!r}")
    try:
        return function(vector.get("inputs"), parameters)
    except ArithmeticError as error:
        raise ShapeError(f"inputs: beyond what can be computed with: {error}") from error


def _figure(raw: object, parameters: Parameters) -> Result:
    low, high = ends(read_lone_figure(raw, parameters))
    return {"low": low, "high": high}


def _card(raw: Inputs, path: str, as_of: float, parameters: Parameters) -> progress.Assessment:
    indicator = read_measure(raw["measure"], f"{path}.measure")
    seen = read_observations(raw["observations"], f"{path}.observations", indicator, parameters)
    return progress.assess(indicator, seen, as_of, parameters)


def _assess(raw: object, parameters: Parameters) -> Result:
    inputs = fields(raw, "inputs", ("measure", "observations", "as_of"))
    return asdict(_card(inputs, "inputs", day(inputs["as_of"], "inputs.as_of"), parameters))


def _verdict(raw: object, parameters: Parameters) -> Result:
    required = ("status_low", "status_high", "observations", "span", "age", "width")
    inputs = fields(raw, "inputs", required, ("stale_after_years", "final", "sensitive"))
    low, high = (read_status(inputs[key], f"inputs.{key}") for key in ("status_low", "status_high"))
    loose = {progress.Status.RANGE, progress.Status.NOT_ENOUGH_DATA}
    if {low, high} & loose:
        raise ShapeError("inputs: an end is one status")
    read_order(low, high, "inputs")
    stale = "stale_after_years"
    strength = progress.Strength(
        **{key: number(inputs[key], f"inputs.{key}") for key in required[2:]},
        stale_after_years=positive(inputs[stale], f"inputs.{stale}") if stale in inputs else None,
        is_final=truth(inputs.get("final", False), "inputs.final"),
        is_sensitive=truth(inputs.get("sensitive", False), "inputs.sensitive"),
    )
    return asdict(progress.verdict(low, high, strength, parameters))


def _multipart(raw: object, _: Parameters) -> Result:
    inputs = fields(raw, "inputs", ("parts",))
    return asdict(progress.multipart(rows(inputs["parts"], "inputs.parts", read_judged)))


def _multipart_assess(raw: object, parameters: Parameters) -> Result:
    inputs = fields(raw, "inputs", ("parts", "as_of"))
    as_of = day(inputs["as_of"], "inputs.as_of")

    def read(row: object, path: str) -> Judged:
        part = fields(row, path, ("measure", "observations"))
        return progress.of_assessment(_card(part, path, as_of, parameters))

    parts = rows(inputs["parts"], "inputs.parts", read)
    return asdict(progress.multipart(parts)) | {
        "part_status": [part.status for part in parts],
        "part_grade": [part.grade for part in parts],
    }


def _gauge(raw: object, parameters: Parameters) -> Result:
    inputs = fields(raw, "inputs", ("objectives",), ("as_of", "horizon"))
    if len({"as_of", "horizon"} & set(inputs)) == 1:
        raise ShapeError("inputs: as_of goes with horizon")
    time = None
    if "as_of" in inputs:
        horizon = whole(inputs["horizon"], "inputs.horizon")
        time = day(inputs["as_of"], "inputs.as_of"), float(horizon)
    judged = named(inputs["objectives"], "inputs.objectives", read_judged)
    return asdict(progress.gauge(judged, time, parameters))


def _overall(raw: object, parameters: Parameters) -> Result:
    inputs = fields(raw, "inputs", ("goals",))
    goals = named(inputs["goals"], "inputs.goals", _read_goal)
    return asdict(progress.headline(goals, parameters))


def _read_goal(raw: object, path: str) -> progress.GoalShare:
    if raw is None:
        return progress.GoalShare()
    if is_number(raw):
        share = number(raw, path)
        return progress.GoalShare(share, (share, share), (share, share))
    inner = fields(raw, path, ("progress", "band", "bounds"))
    return progress.GoalShare(
        maybe(inner["progress"], f"{path}.progress"),
        None if inner["band"] is None else bounds(inner["band"], f"{path}.band"),
        bounds(inner["bounds"], f"{path}.bounds"),
    )


def _decompose(raw: object, _: Parameters) -> Result:
    keys = ("B1", "T1", "B2", "T2", "v_old", "v_new")
    inputs = fields(raw, "inputs", keys)
    b1, t1, b2, t2, old, new = (number(inputs[key], f"inputs.{key}") for key in keys)
    lines = progress.PlanLine(b1, t1), progress.PlanLine(b2, t2)
    return asdict(progress.decompose(*lines, old, new))


def _baseline_interval(raw: object, _: Parameters) -> Result:
    inputs = fields(raw, "inputs", ("B_range", "T", "v", "better"))
    baseline = progress.Range(*bounds(inputs["B_range"], "inputs.B_range"))
    target, value = (number(inputs[key], f"inputs.{key}") for key in ("T", "v"))
    better = word(inputs["better"], "inputs.better", progress.Better)
    return asdict(progress.baseline_interval(baseline, target, value, better))


def _curve(
    inputs: Inputs,
) -> tuple[tuple[float, float], tuple[float, float], float]:
    t0, t1, t = (day(inputs[key], f"inputs.{key}") for key in ("t0", "tT", "t"))
    start, end = (number(inputs[key], f"inputs.{key}") for key in ("B", "T"))
    return (t0, start), (t1, end), t


CURVE = ("B", "T", "t0", "tT", "t")


def _expected_geometric(raw: object, _: Parameters) -> Result:
    return asdict(progress.expected_geometric(*_curve(fields(raw, "inputs", CURVE))))


def _expected_logistic(raw: object, parameters: Parameters) -> Result:
    inputs = fields(raw, "inputs", (*CURVE, "limits"))
    limits = read_limits(inputs["limits"], "inputs.limits")
    return asdict(progress.expected_logistic(*_curve(inputs), limits, parameters))


def _year_index(raw: object, _: Parameters) -> Result:
    dates = fields(raw, "inputs", ("dates",))["dates"]
    years = rows(dates, "inputs.dates", lambda one, at: (str(one), day(one, at)))
    return dict(years)


FUNCTIONS: dict[str, Callable[[object, Parameters], Result]] = {
    "figure": _figure,
    "assess": _assess,
    "verdict": _verdict,
    "multipart": _multipart,
    "multipart_assess": _multipart_assess,
    "gauge": _gauge,
    "overall": _overall,
    "rate_value": place_vectors.rate_value,
    "rollup_sum": place_vectors.rollup_sum,
    "rollup_share": place_vectors.rollup_share,
    "rollup_units": place_vectors.rollup_units,
    "rollup_mean": place_vectors.rollup_mean,
    "nested": place_vectors.nested,
    "decompose": _decompose,
    "baseline_interval": _baseline_interval,
    "expected_geometric": _expected_geometric,
    "expected_logistic": _expected_logistic,
    "year_index": _year_index,
}
