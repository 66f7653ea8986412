"""Inputs of a vector that the method does not know, each told by its place and what is wrong."""

from pathlib import Path
from typing import Any

import pytest

from store.verify.cases import main
from tests.store.verify.vector_files import one, write

TARGETS = [{"year": 2030, "value": 10}]
STOCK = {
    "kind": "stock",
    "unit": "continuous",
    "better": "higher",
    "baseline": 0,
    "targets": TARGETS,
}
STRENGTH = {"observations": 2, "span": 2, "age": 1, "width": 0}
VERDICT = {"status_low": "behind", "status_high": "behind", **STRENGTH}
KNOWN = {"progress": 0.5, "expected": 0.5}
RANGE = {"status": "range", **KNOWN}


def assess(observations: list[Any], **measure: Any) -> dict[str, Any]:
    """The inputs of `assess` with some of the indicator changed."""
    return {"measure": STOCK | measure, "observations": observations, "as_of": "2026-01-01"}


@pytest.mark.parametrize(
    ("fn", "inputs", "problem"),
    [
        ("median", {}, "no function named 'median'"),
        ("figure", {"value": [1, 2], "qualifier": "about"}, ": a range takes no qualifier"),
        ("figure", {"value": [3, 1]}, "3.0 to 1.0 is no interval."),
        ("figure", {"value": -1}, "-1.0 to -1.0 lies outside the natural limits."),
        ("figure", {"value": 1, "limits": [0]}, "limits: not a list of two: "),
        (
            "assess",
            assess([[2024, 1]], kind="cumulative", better="lower"),
            "cannot improve by shri",
        ),
        (
            "assess",
            assess([[2024, 1]], unit="level"),
            "Milestones come in levels, and nothing else",
        ),
        ("assess", assess([["soon", 1]]), ".t: neither an ISO day nor a year: 'soon'"),
        ("assess", assess([[2024]]), ": neither two nor three entries"),
        (
            "assess",
            assess([[["2024-01-01", "2024-12-31"], 1]], kind="rate"),
            ".t: a yearly rate has no bracket of days",
        ),
        (
            "rollup_sum",
            {"regions": {"AFR": 1e308, "EUR": 1e308}},
            "inputs: beyond what can be computed with: ",
        ),
        ("verdict", VERDICT | {"status_low": "range"}, "inputs: an end is one status"),
        ("verdict", VERDICT | {"final": 3}, "final: neither true nor false: 3"),
        ("verdict", VERDICT | {"status_low": "stale"}, ": a status of the former method"),
        (
            "verdict",
            VERDICT | {"status_low": "achieved"},
            ": the worse end is better than the better one",
        ),
        ("multipart", {"parts": [{"status": "behind"}]}, ": a verdict needs progress and expected"),
        ("multipart", {"parts": [RANGE]}, ": a range needs its two ends"),
        (
            "multipart",
            {"parts": [{"status": "behind", "status_low": "on_track", **KNOWN}]},
            ": an end differs from the status",
        ),
        (
            "multipart",
            {"parts": [RANGE | {"status_low": "range", "status_high": "behind"}]},
            ": an end is one status",
        ),
        (
            "gauge",
            {"objectives": {"A1": {"status": "behind", **KNOWN}}, "as_of": "2026-01-01"},
            "inputs: as_of goes with horizon",
        ),
    ],
)
def test_an_input_of_no_known_shape_is_named(
    fn: str,
    inputs: dict[str, Any],
    problem: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    refused = {"error": "shape"}
    assert main([write(tmp_path, one(fn, inputs, refused))]) == 0
    assert main([write(tmp_path, one(fn, inputs, {"value": 1}))]) == 1
    assert problem in capsys.readouterr().out
