"""A key of an input that no function reads is refused, not ignored."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from store.verify.cases import PUBLISHED, main
from store.verify.keys import KEYS
from store.verify.vectors import FUNCTIONS

HERE = Path(__file__).parent
FILES = {"vectors_open.json": "vectors", "published.json": "cases"}
# What people may name as they like: regions, goals, objectives, countries.
FREE_NAMES = ("regions", "goals", "objectives", "values")


def checked(folder: Path, content: object) -> int:
    path = folder / "vectors.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return main([str(path)])


def keys_of(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every key that has a meaning, at any depth."""
    inner = value.items() if isinstance(value, Mapping) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for name, below in inner:
        if isinstance(name, str) and path[-1:] not in [(free,) for free in FREE_NAMES]:
            yield (*path, name)
        yield from keys_of(below, (*path, name))


def misspelled(case: Mapping[str, Any], path: tuple[Any, ...]) -> dict[str, Any]:
    """The case with one key more: the one at the path, its last letter doubled."""
    changed = deepcopy(dict(case))
    within = changed["inputs"]
    for step in path[:-1]:
        within = within[step]
    within[path[-1] + path[-1][-1]] = within[path[-1]]
    return changed


@pytest.mark.parametrize("name", FILES)
def test_every_key_of_our_own_files_is_missed_when_it_is_misspelled(
    name: str, tmp_path: Path, capsys
) -> None:
    content = json.loads((HERE / name).read_text(encoding="utf-8"))
    for case in content[FILES[name]]:
        for path in keys_of(case["inputs"]):
            changed = {**content, FILES[name]: [misspelled(case, path)]}
            assert checked(tmp_path, changed) == 1, (case["id"], path)
            line, last = capsys.readouterr().out.splitlines()
            assert line.startswith(f"{case['id']} inputs.")
            assert f"{path[-1]}{path[-1][-1]}: no such key; did you mean {path[-1]!r}?" in line
            assert last == "0 passed, 1 failed"


@pytest.mark.parametrize(
    ("fn", "inputs", "line"),
    [
        (
            "assess",
            {"mesure": {}, "as_of": 2024},
            "X1 inputs.mesure: no such key; did you mean 'measure'?",
        ),
        (
            "assess",
            {"measure": {"targets": [{"year": 2030, "valeu": 1}]}, "as_of": 2024},
            "X1 inputs.measure.targets[0].valeu: no such key; did you mean 'value'?",
        ),
        (
            "assess",
            {"measure": {}, "observations": [{"t": 2024, "VALUE": 3}], "as_of": 2024},
            "X1 inputs.observations[0].VALUE: no such key; did you mean 'value'?",
        ),
        (
            "gauge",
            {"objectives": {"A1": {"status": "achieved", "colour": "green"}}},
            "X1 inputs.objectives.A1.colour: no such key",
        ),
        (
            "rollup_sum",
            {"regions": {"AFR": 1}, "place_limits": [0, 10]},
            "X1 inputs.place_limits: no such key",
        ),
        ("rate_value", {"total": 3}, "X1 inputs.total: no such key"),
        (
            "rollup_sum",
            {"regions": {"AFR": 1}, "parameters": {"covrage": 0.3}},
            "X1 inputs.parameters.covrage: no such key; did you mean 'coverage'?",
        ),
    ],
)
def test_the_line_names_case_and_key(fn: str, inputs: Any, line: str, tmp_path: Path, capsys):
    vector = {"id": "X1", "fn": fn, "inputs": inputs, "expected": {"show": True}}
    assert checked(tmp_path, {"vectors": [vector]}) == 1
    assert capsys.readouterr().out.splitlines() == [line, "0 passed, 1 failed"]


def test_every_unknown_key_of_a_case_gets_a_line_and_other_cases_are_still_checked(
    tmp_path: Path, capsys
) -> None:
    inputs = {"yes": 61, "no": 104, "unknown": 31}
    wrong = {"id": "X1", "fn": "rollup_units", "inputs": {**inputs, "maybe": 1, "nos": 2}}
    right = {"id": "X2", "fn": "rollup_units", "inputs": inputs}
    expected = {"expected": {"count": 61}}
    assert checked(tmp_path, {"vectors": [wrong | expected, right | expected]}) == 1
    assert capsys.readouterr().out.splitlines() == [
        "X1 inputs.maybe: no such key",
        "X1 inputs.nos: no such key; did you mean 'no'?",
        "1 passed, 1 failed",
    ]


@pytest.mark.parametrize(
    ("fn", "inputs", "named"),
    [
        ("rate_value", {"counts": {"2024": 6}, "values": {"2024": 7}}, ("counts", "values")),
        ("rate_value", {"counts": {"2024": 6}, "span": 2, "years": 3}, ("span", "years")),
        ("baseline_interval", {"B": [5, 15], "baseline": [0, 1], "T": 20, "v": 16}, ("B",)),
        ("baseline_interval", {"B": [5, 15], "B_low": 0, "T": 20, "v": 16}, ("B", "B_low")),
        (
            "gauge",
            {"objectives": {"A1": {"status": "achieved", "observations": []}}},
            ("status", "observations"),
        ),
    ],
)
def test_one_thing_said_twice_is_refused(
    fn: str, inputs: Any, named: tuple[str, ...], tmp_path: Path, capsys
) -> None:
    vector = {"id": "X1", "fn": fn, "inputs": inputs, "expected": {"value": 6.0}}
    assert checked(tmp_path, {"vectors": [vector]}) == 1
    line = capsys.readouterr().out.splitlines()[0]
    assert "one too many" in line
    assert all(f"'{name}'" in line for name in named)


def test_the_keys_of_every_function_are_known() -> None:
    assert set(KEYS) == {*FUNCTIONS, *PUBLISHED}
