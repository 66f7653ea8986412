"""Checks a file of test vectors, or of published values, against the arithmetic.

`python -m store.verify FILE` prints each difference and, last, how many passed and failed.
"""

import dataclasses
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any

from store.progress import DEFAULT, Parameters, theil_sen_slope
from store.progress.way import clip, covered_share
from store.verify.growth import Series, growth_class, growth_ratio, linear_ratio
from store.verify.shapes import ShapeError, fields
from store.verify.spellings import read_parameters
from store.verify.vectors import Inputs, Result, run

ABSENT = "nothing"
TOLERANCE = 1e-6
# Published beside a figure of ours, but no part of the method: an interval of the slope.
NOT_OURS = {"theil_sen_slope": frozenset({"low95", "high95"})}


class UnusableFileError(Exception):
    """The file as a whole cannot be checked; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that is not as expected."""

    field: str
    expected: object
    got: object

    def __str__(self) -> str:
        return f"{self.field}: expected {_shown(self.expected)} got {_shown(self.got)}"


Problems = Sequence[Difference]
REFUSED = {"error": "shape"}  # what a vector expects whose inputs the method does not know


@dataclass(frozen=True, slots=True)
class Suite:
    """A file ready to be checked: its cases, and how to check one."""

    cases: Sequence[object]
    check: Callable[[Mapping[str, Any]], Problems]


def main(argv: Sequence[str]) -> int:
    """Check the file named in `argv`; give 0 when all pass, 1 on a failure, 2 on no usable file."""
    if len(argv) != 1:
        print("Usage: python -m store.verify FILE", file=sys.stderr)
        return 2
    try:
        suite = load(Path(argv[0]))
    except UnusableFileError as error:
        print(error, file=sys.stderr)
        return 2
    failed = 0
    for number, case in enumerate(suite.cases, start=1):
        problems = check_case(suite, case)
        failed += bool(problems)
        name = case.get("id", f"#{number}") if isinstance(case, Mapping) else f"#{number}"
        for problem in problems:
            print(f"{name} {problem}")
    print(f"{len(suite.cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


def load(path: Path) -> Suite:
    """Read a file of vectors or of published cases.

    Errors: UnusableFileError when it is missing, unreadable or in no known format.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnusableFileError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise UnusableFileError(f"{path} is not JSON text: {error}.") from error
    if not isinstance(content, dict):
        raise UnusableFileError(f"{path} is malformed: its top is not an object.")
    try:
        return _suite(content)
    except ShapeError as error:
        raise UnusableFileError(f"{path} is malformed: {error}.") from error


def _suite(content: Mapping[str, Any]) -> Suite:
    meta = content.get("meta", {})
    if not isinstance(meta, Mapping):
        raise ShapeError("its meta is not an object")
    tolerance = meta.get("tolerance", TOLERANCE)
    if not isinstance(tolerance, int | float) or not tolerance >= 0:
        raise ShapeError("its tolerance is not a number of 0 or more")
    parameters = read_parameters(meta.get("parameters"), DEFAULT)
    checks = {
        "vectors": partial(check_vector, parameters=parameters, tolerance=tolerance),
        "cases": partial(check_published, tolerance=tolerance),
    }
    for key, check in checks.items():
        cases = content.get(key)
        if isinstance(cases, list) and cases:
            return Suite(cases, check)
    raise ShapeError("it holds no list of vectors or cases")


def check_case(suite: Suite, case: object) -> Problems:
    """Check one case; a shape that cannot be read is a failure that names the problem."""
    if not isinstance(case, Mapping):
        return [Difference("case", "an object", case)]
    try:
        return suite.check(case)
    except ShapeError as error:
        return [Difference("inputs", "a known shape", str(error))]


def check_vector(vector: Mapping[str, Any], parameters: Parameters, tolerance: float) -> Problems:
    """Compare what a vector expects with what we compute, field by field.

    A vector may expect that its inputs are refused.
    """
    expected = vector.get("expected")
    if not isinstance(expected, Mapping) or not expected:
        raise ShapeError("the vector expects nothing")
    if expected != REFUSED:
        return list(compare("", expected, run(vector, parameters), tolerance))
    try:
        run(vector, parameters)
    except ShapeError:
        return []
    return [Difference("error", "shape", ABSENT)]


def check_published(case: Mapping[str, Any], tolerance: float) -> Problems:
    """Compare figures others published, and those we gave beside them, with what we compute."""
    kind = case.get("kind")
    if not isinstance(kind, str) or kind not in PUBLISHED:
        raise ShapeError(f"no kind of published value named {kind!r}")
    reproduce, keys = PUBLISHED[kind]
    published = case.get("published")
    if not isinstance(published, Mapping) or not published:
        raise ShapeError("the case has no published value")
    inputs = fields(case.get("inputs"), "inputs", keys)
    try:
        got = reproduce(inputs)
    except (KeyError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
        raise ShapeError(f"inputs cannot be read: {error!r}") from error
    ignored = NOT_OURS.get(kind, frozenset())
    wanted = {name: value for name, value in published.items() if name not in ignored}
    return [
        *compare("", wanted, got, tolerance),
        *compare("ours", case.get("ours", {}), got, tolerance),
    ]


def compare(field: str, expected: object, got: object, tolerance: float) -> Iterator[Difference]:
    """Yield what differs; only what is expected is compared, a null only equals a null."""
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        for name, value in expected.items():
            inner = f"{field}.{name}" if field else str(name)
            yield from compare(inner, value, got.get(name, ABSENT), tolerance)
    elif isinstance(expected, list) and isinstance(got, list | tuple) and len(expected) == len(got):
        for number, pair in enumerate(zip(expected, got, strict=True)):
            yield from compare(f"{field}[{number}]", *pair, tolerance)
    elif not _is_same(expected, got, tolerance):
        yield Difference(field, expected, got)


def _is_same(expected: object, got: object, tolerance: float) -> bool:
    if isinstance(got, frozenset):  # flags have no order
        return isinstance(expected, list) and {str(flag) for flag in expected} == got
    if isinstance(expected, bool) or isinstance(got, bool):
        return expected is got
    if isinstance(expected, int | float) and isinstance(got, int | float):
        return abs(expected - got) <= tolerance
    return expected == got


def _shown(value: object) -> str:
    """Spell a value as the file would."""
    if isinstance(value, frozenset):
        value = sorted(value)
    return value if value is ABSENT else json.dumps(value, default=str, ensure_ascii=False)


def _cagr_ratio(inputs: Inputs) -> Result:
    series = Series(**inputs)
    grown, straight = growth_ratio(series), linear_ratio(series)
    by_growth = growth_class(series, grown)
    return {
        "progress_value": grown,
        "cagr_ratio": grown,
        "status": by_growth,
        "status_from_ratio": by_growth,
        "linear_progress": covered_share(series.current, series.base, series.target),
        "linear_ratio": straight,
        "status_linear": growth_class(series, straight),
    }


def _mean_of_goals(inputs: Inputs) -> Result:
    return {"index": fmean(score for score in inputs["goals"].values() if score is not None)}


def _progress_clipped(inputs: Inputs) -> Result:
    ends = inputs["baseline_worst"], inputs["target_best"]
    share = covered_share(inputs["value"], *ends)
    return {"normalised": None if share is None else 100 * clip(share)}


def _theil_sen(inputs: Inputs) -> Result:
    points = zip(inputs["x"], inputs["y"], strict=True)
    return {"slope": theil_sen_slope(tuple(points))}


SERIES = tuple(field.name for field in dataclasses.fields(Series))
PUBLISHED: dict[str, tuple[Callable[[Inputs], Result], Sequence[str]]] = {
    "cagr_ratio": (_cagr_ratio, SERIES),
    "mean_of_goals": (_mean_of_goals, ("goals",)),
    "progress_clipped_x100": (_progress_clipped, ("value", "baseline_worst", "target_best")),
    "theil_sen_slope": (_theil_sen, ("x", "y")),
}
