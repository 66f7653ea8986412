"""A key that no function reads is refused, and so are a missing one and a wrong type."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from store.progress import DEFAULT
from store.verify.shapes import ShapeError
from store.verify.vectors import run

HERE = Path(__file__).parent
VECTORS = [
    vector
    for vector in json.loads((HERE / "vectors_open.json").read_text("utf-8"))["vectors"]
    if vector["expected"] != {"error": "shape"}
]
# What people may name as they like: regions, goals, objectives, places and their years.
FREE_NAMES = ("regions", "goals", "objectives", "figures")
INF = float("inf")
MEASURE = {
    "kind": "stock",
    "unit": "continuous",
    "better": "higher",
    "baseline": 0,
    "targets": [{"year": 2030, "value": 98}],
}


def paths_of(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every key that has a meaning, at any depth."""
    inner = value.items() if isinstance(value, Mapping) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for name, below in inner:
        free = bool({*path[-1:], *path[-2:-1]} & {*FREE_NAMES}) and path[-2:-1] != ("objectives",)
        if isinstance(name, str) and not free:
            yield (*path, name)
        yield from paths_of(below, (*path, name))


def changed(vector: Mapping[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """The vector with something else at a path of its inputs."""
    copy = deepcopy(dict(vector))
    within = copy["inputs"]
    for step in path[:-1]:
        within = within[step]
    within[path[-1]] = value
    return copy


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_every_key_of_our_own_file_is_missed_when_it_is_misspelled(vector) -> None:
    for path in paths_of(vector["inputs"]):
        wrong = changed(vector, (*path[:-1], path[-1] + path[-1][-1]), 1)
        with pytest.raises(ShapeError, match=rf"no such key; did you mean '{path[-1]}'"):
            run(wrong, DEFAULT)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_no_value_of_our_own_file_may_be_infinite_or_a_text(vector) -> None:
    for path in paths_of(vector["inputs"]):
        for value in (INF, float("nan"), "x", True if path[-1] != "faded" else 1):
            with pytest.raises(ShapeError):
                run(changed(vector, path, value), DEFAULT)


@pytest.mark.parametrize(
    ("fn", "inputs"),
    [
        ("figure", {"value": [5, 3]}),
        ("figure", {"value": [3, 5], "qualifier": "exact"}),
        ("figure", {"value": -1}),
        ("figure", {"value": 6, "unit": "level"}),
        ("figure", {"value": [0, 101], "limits": [0, 100]}),
        ("figure", {"value": 1, "limits": [2, 0]}),
        ("figure", {"value": None}),
        ("assess", {"measure": MEASURE, "observations": []}),
        ("assess", {"measure": MEASURE | {"targets": []}, "observations": [], "as_of": 2024}),
        ("assess", {"measure": MEASURE | {"window": 1.5}, "observations": [], "as_of": 2024}),
        ("assess", {"measure": MEASURE | {"window": 0}, "observations": [], "as_of": 2024}),
        ("assess", {"measure": MEASURE | {"paths": ["cubic"]}, "observations": [], "as_of": 2024}),
        ("assess", {"measure": MEASURE | {"unit": "level"}, "observations": [], "as_of": 2024}),
        ("assess", {"measure": MEASURE | {"kind": "milestone"}, "observations": [], "as_of": 2024}),
        (
            "assess",
            {
                "measure": MEASURE | {"kind": "cumulative", "better": "lower"},
                "observations": [],
                "as_of": 2024,
            },
        ),
        ("assess", {"measure": MEASURE, "observations": [[2022, None]], "as_of": 2024}),
        ("assess", {"measure": MEASURE, "observations": [[2022]], "as_of": 2024}),
        ("assess", {"measure": MEASURE, "observations": [["2022", 1]], "as_of": 2024}),
        ("assess", {"measure": MEASURE, "observations": [["2022-02-30", 1]], "as_of": 2024}),
        ("assess", {"measure": MEASURE, "observations": [[[2023, 2022], 1]], "as_of": 2024}),
        (
            "verdict",
            {
                "status_low": "achieved",
                "status_high": "behind",
                "observations": 2,
                "span": 1,
                "age": 0,
                "width": 0,
            },
        ),
        ("multipart", {"parts": [{"status": "behind", "progress": 0.4}]}),
        ("multipart", {"parts": [{"status": "range", "progress": [0, 1], "expected": 0.5}]}),
        ("multipart", {"parts": [{"status": "stale"}]}),
        ("gauge", {"objectives": {}, "as_of": 2024}),
        ("overall", {"goals": {"A": {"progress": 0.5, "band": None}}}),
        ("rate_value", {"figures": {"WLD": {"twenty": 1}}, "as_of": 2024}),
        ("rollup_share", {"regions": {"AFR": [5, 4]}}),
        ("rollup_share", {"regions": {"AFR": [5, None]}}),
        ("rollup_units", {"yes": 1, "no": -1, "unknown": 0}),
        ("rollup_units", {"yes": 1.5, "no": 1, "unknown": 0}),
        ("expected_logistic", {"B": 0, "T": 1, "t0": 2020, "tT": 2030, "t": 2025}),
        ("expected_geometric", {"B": 1, "T": 2, "t0": 1, "tT": 2, "t": 1, "limits": [0, 1]}),
        ("year_index", {"dates": ["31.12.2020"]}),
        ("forecast", {}),
    ],
)
def test_what_the_method_does_not_know_is_refused(fn: str, inputs: dict[str, Any]) -> None:
    with pytest.raises(ShapeError):
        run({"fn": fn, "inputs": inputs}, DEFAULT)
