"""Runs the function a test vector names on the inputs it gives."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from itertools import product
from typing import Any

from store import progress
from store.progress import Parameters
from store.verify.keys import COUNT_NAMES, MEASURED, SPAN_NAMES, STATED
from store.verify.spellings import (
    Inputs,
    ShapeError,
    is_number,
    maybe,
    named_rows,
    number,
    only,
    read_better,
    read_indicator,
    read_moment,
    read_observations,
    read_parameters,
    read_target,
    shares,
)

Result = dict[str, Any]


def run(vector: Mapping[str, Any], parameters: Parameters) -> Result:
    """Compute what a vector asks for.

    Errors: ShapeError for a function or an input that cannot be read.
    """
    name, inputs = vector.get("fn"), vector.get("inputs")
    function = FUNCTIONS.get(name) if isinstance(name, str) else None
    if function is None:
        raise ShapeError(f"no function named {name!r}")
    if not isinstance(inputs, Mapping):
        raise ShapeError("inputs are not an object")
    case_parameters = read_parameters(inputs.get("parameters"), parameters)
    try:
        return function(inputs, case_parameters)
    except ShapeError:
        raise
    except KeyError as error:
        raise ShapeError(f"inputs lack {error}") from error
    except (TypeError, AttributeError, ValueError, ArithmeticError) as error:
        raise ShapeError(f"inputs cannot be read: {error}") from error


def _assess(inputs: Inputs, parameters: Parameters) -> progress.Assessment:
    indicator = read_indicator(inputs["measure"])
    observations = read_observations(inputs.get("observations") or ())
    return progress.assess(indicator, observations, read_moment(inputs["as_of"]), parameters)


def _read_judged(raw: Inputs, shared: Inputs, parameters: Parameters) -> progress.Judged:
    """Read a verdict, or reach it where the measure itself is given."""
    for stated, measured in product(STATED, MEASURED):
        only(raw, stated, measured)
    if "measure" in raw:
        return _assess({"as_of": shared.get("as_of"), **raw}, parameters)
    status = progress.Status(raw["status"])
    return progress.Standing(status, maybe(raw.get("progress")), maybe(raw.get("expected")))


def _multipart(inputs: Inputs, parameters: Parameters) -> Result:
    rows = named_rows(inputs["parts"]).values()
    parts = [_read_judged(row, inputs, parameters) for row in rows]
    return asdict(progress.multipart(parts, parameters))


def _gauge(inputs: Inputs, parameters: Parameters) -> Result:
    rows = named_rows(inputs["objectives"])
    judged = {code: _read_judged(row, inputs, parameters) for code, row in rows.items()}
    return asdict(progress.gauge(judged, parameters))


def _overall(inputs: Inputs, parameters: Parameters) -> Result:
    return asdict(progress.headline(shares(inputs["goals"]), parameters))


def _nested(inputs: Inputs, _: Parameters) -> Result:
    values = shares(inputs["values"]).values()
    return asdict(progress.nested(values, number(inputs["threshold"])))


def _rollup_sum(inputs: Inputs, parameters: Parameters) -> Result:
    return asdict(progress.rollup_sum(shares(inputs["regions"]), parameters))


def _rollup_share(inputs: Inputs, parameters: Parameters) -> Result:
    regions: dict[str, tuple[float | None, float | None] | None] = {}
    for name, pair in named_rows(inputs["regions"]).items():
        part, whole = pair or (None, None)
        regions[name] = (maybe(part), maybe(whole))
    return asdict(progress.rollup_share(regions, parameters))


def _rollup_units(inputs: Inputs, parameters: Parameters) -> Result:
    yes, no, unknown = (int(number(inputs[name])) for name in ("yes", "no", "unknown"))
    return asdict(progress.rollup_units(yes, no, unknown, parameters))


def _rollup_mean(inputs: Inputs, parameters: Parameters) -> Result:
    expected = maybe(inputs["expected"])
    return asdict(progress.rollup_mean(shares(inputs["regions"]), expected, parameters))


def _decompose(inputs: Inputs, _: Parameters) -> Result:
    b1, t1, b2, t2, old, new = (
        number(inputs[name]) for name in ("B1", "T1", "B2", "T2", "v_old", "v_new")
    )
    lines = progress.PlanLine(b1, t1), progress.PlanLine(b2, t2)
    return asdict(progress.decompose(*lines, old, new))


def _expected_geometric(inputs: Inputs, _: Parameters) -> Result:
    baseline, target = number(inputs["B"]), number(inputs["T"])
    t0, t1, t = (progress.as_year(read_moment(inputs[name])) for name in ("t0", "tT", "t"))
    return asdict(progress.expected_geometric((t0, baseline), (t1, target), t))


def _year_index(inputs: Inputs, _: Parameters) -> Result:
    return {str(day): progress.as_year(read_moment(day)) for day in inputs["dates"]}


def _rate_value(inputs: Inputs, _: Parameters) -> Result:
    """Run `rate_value`; several spellings are read, and the result answers to several names."""
    lengths = {name for name in SPAN_NAMES if is_number(inputs.get(name))}
    name = only(inputs.keys() - lengths, *COUNT_NAMES)
    if name is None:
        raise ShapeError(f"no counts by year under any of the names {', '.join(COUNT_NAMES)}")
    series = inputs[name]
    pairs = series.items() if isinstance(series, Mapping) else series
    indices = [(progress.as_year(read_moment(moment)), maybe(value)) for moment, value in pairs]
    # A figure that does not sit on 31 December speaks of a part of a year.
    counts = {int(t): value for t, value in indices if t == int(t)}
    span = only(inputs.keys() - {name}, *SPAN_NAMES)
    spans = [int(number(inputs[span]))] if span else []
    as_of = read_moment(inputs.get("as_of", max(counts, default=0)))
    rate = progress.rate_value(counts, as_of, *spans)
    return asdict(rate) | {"rate": rate.value, "year": rate.t, "n": len(rate.years)}


def _baseline_interval(inputs: Inputs, _: Parameters) -> Result:
    """Run `baseline_interval`; the range may be one list or two numbers."""
    for end in ("B_low", "B_high"):
        only(inputs, "B", "baseline", end)
    both = only(inputs, "B", "baseline")
    low, high = inputs[both] if both else (inputs["B_low"], inputs["B_high"])
    baseline = progress.Range(number(low), number(high))
    target = read_target({"year": 2030, "value": inputs[only(inputs, "T", "target") or "T"]})
    value = number(inputs[only(inputs, "v", "value") or "v"])
    weakest = number(target.weakest(read_better(inputs)))
    spread = progress.baseline_interval(baseline, weakest, value)
    named = {"progress": spread.mid, "progress_low": spread.low, "progress_high": spread.high}
    return asdict(spread) | named


FUNCTIONS: dict[str, Callable[[Inputs, Parameters], Result]] = {
    "assess": lambda inputs, parameters: asdict(_assess(inputs, parameters)),
    "multipart": _multipart,
    "multipart_assess": _multipart,
    "nested": _nested,
    "rollup_sum": _rollup_sum,
    "rollup_share": _rollup_share,
    "rollup_units": _rollup_units,
    "rollup_mean": _rollup_mean,
    "gauge": _gauge,
    "overall": _overall,
    "decompose": _decompose,
    "rate_value": _rate_value,
    "baseline_interval": _baseline_interval,
    "expected_geometric": _expected_geometric,
    "year_index": _year_index,
}
