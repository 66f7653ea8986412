import json
import subprocess
import sys
from pathlib import Path

import pytest

from store.verify.cases import main
from store.verify.vectors import FUNCTIONS
from tests.store.progress.vector_files import one, write

HERE = Path(__file__).parent
OPEN = json.loads((HERE / "vectors_open.json").read_text(encoding="utf-8"))
PUBLISHED = json.loads((HERE / "published.json").read_text(encoding="utf-8"))


UNITS = {"yes": 61, "no": 104, "unknown": 31}


@pytest.mark.parametrize("name", ["vectors_open.json", "published.json"])
def test_our_own_files_pass(name: str, capsys) -> None:
    assert main([str(HERE / name)]) == 0
    assert capsys.readouterr().out == "29 passed, 0 failed\n"


def test_every_function_of_the_method_can_be_checked() -> None:
    assert set(FUNCTIONS) == set(OPEN["meta"]["functions"])


@pytest.mark.parametrize("vector", OPEN["vectors"], ids=lambda vector: vector["id"])
def test_every_number_of_every_vector_is_compared(vector, tmp_path: Path, capsys) -> None:
    wrong = {
        name: {
            **vector,
            "id": name,
            "expected": {**vector["expected"], name: value + 0.01},
        }
        for name, value in vector["expected"].items()
        if isinstance(value, float)
    }
    assert main([write(tmp_path, {**OPEN, "vectors": list(wrong.values()) or [vector]})]) == bool(
        wrong
    )
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines[:-1]] == [f"{name} {name}" for name in wrong]


@pytest.mark.parametrize("name", ["progress_value", "index", "normalised", "slope"])
def test_a_wrong_published_value_is_found(name: str, tmp_path: Path, capsys) -> None:
    case = next(case for case in PUBLISHED["cases"] if name in case["published"])
    changed = {**case, "published": {**case["published"], name: 1.25}}
    assert main([write(tmp_path, {**PUBLISHED, "cases": [changed]})]) == 1
    assert f"{case['id']} {name}: expected 1.25 got " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ({"count": 62}, "X1 count: expected 62 got 61"),
        ({"count": None}, "X1 count: expected null got 61"),
        ({"count": "61"}, 'X1 count: expected "61" got 61'),
        ({"show": 1}, "X1 show: expected 1 got true"),
        ({"shown": True}, "X1 shown: expected true got nothing"),
        ({"low": 0.3112, "count": 61}, "X1 low: expected 0.3112 got 0.3112244"),
        ({"high": [0.1]}, "X1 high: expected [0.1] got 0.469"),
    ],
)
def test_a_difference_names_vector_field_and_both_values(
    expected, line: str, tmp_path: Path, capsys
) -> None:
    assert main([write(tmp_path, one("rollup_units", UNITS, expected))]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(line)
    assert lines[-1] == "0 passed, 1 failed"


@pytest.mark.parametrize(
    ("flags", "code"),
    [(["recent_reversal", "target_range"], 0), (["target_range"], 1), ([], 1), (None, 1)],
)
def test_flags_are_a_set(flags, code: int, tmp_path: Path) -> None:
    vector = next(vector for vector in OPEN["vectors"] if vector["id"] == "O04")
    changed = {**vector, "expected": {"flags": flags}}
    assert main([write(tmp_path, {**OPEN, "vectors": [changed]})]) == code


def test_a_nested_difference_names_its_path(tmp_path: Path, capsys) -> None:
    vector = next(vector for vector in OPEN["vectors"] if vector["id"] == "O02")
    changed = {**vector, "expected": {"projection": {"low": 0, "n": 4}}}
    assert main([write(tmp_path, {**OPEN, "vectors": [changed]})]) == 1
    assert capsys.readouterr().out.startswith("O02 projection.low: expected 0 got 60.4")


def test_the_file_sets_its_own_tolerance(tmp_path: Path) -> None:
    rough = one("rollup_units", UNITS, {"low": 0.3}, tolerance=0.1)
    assert main([write(tmp_path, rough)]) == 0


@pytest.mark.parametrize("place", ["meta", "inputs"])
def test_parameters_can_be_overridden(place: str, tmp_path: Path) -> None:
    regions = {"AFR": 3, "EUR": None, "LAC": None}
    override = {"coverage": 0.3}
    inputs = {"regions": regions} | ({"parameters": override} if place == "inputs" else {})
    meta = {"parameters": override} if place == "meta" else {}
    assert main([write(tmp_path, one("rollup_sum", inputs, {"show": True}, **meta))]) == 0
    assert main([write(tmp_path, one("rollup_sum", {"regions": regions}, {"show": True}))]) == 1


@pytest.mark.parametrize(
    ("fn", "inputs", "problem"),
    [
        ("forecast", {}, "no function named 'forecast'"),
        (["assess"], {}, "no function named"),
        ("assess", [], "inputs are not an object"),
        ("assess", {}, "inputs lack 'measure'"),
        ("assess", {"measure": 3}, "inputs cannot be read"),
        ("assess", {"measure": {"kind": "flow"}}, "'flow' is not a valid Kind"),
        ("year_index", {"dates": ["31.12.2020"]}, "Invalid isoformat string"),
        ("nested", {"values": [1, "x"], "threshold": 1}, "not a number: 'x'"),
        ("nested", {"values": 4, "threshold": 1}, "neither an object nor a list"),
        ("rollup_share", {"regions": {"AFR": 0.4}}, "inputs cannot be read"),
        ("gauge", {"objectives": {"A1": {"status": "fine"}}}, "'fine' is not a valid Status"),
        ("rate_value", {"as_of": 2024}, "no counts by year under any of the names counts, "),
        ("rollup_sum", {"regions": {}, "parameters": {"coverage": "x"}}, "not a number"),
    ],
)
def test_an_unknown_shape_is_a_failure_that_names_the_problem(
    fn, inputs, problem: str, tmp_path: Path, capsys
) -> None:
    assert main([write(tmp_path, one(fn, inputs, {"value": 1}))]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("X1 inputs: expected ")
    assert problem in lines[0]
    assert lines[-1] == "0 passed, 1 failed"


def test_the_module_runs_as_a_program() -> None:
    command = [sys.executable, "-m", "store.verify", str(HERE / "published.json")]
    done = subprocess.run(command, cwd=HERE.parents[2], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "29 passed, 0 failed\n")


@pytest.mark.parametrize(
    ("fn", "inputs", "expected"),
    [
        ("year_index", {"dates": [2024, "2024"]}, {"2024": 2024.0}),
        ("nested", {"values": {"KEN": 0.3, "MLI": None}, "threshold": 0.2}, {"count": 1}),
        ("overall", {"goals": [0.5, 0.5, 0.5, 0.5, None]}, {"progress": 0.5, "goals": 4}),
        ("rollup_share", {"regions": {"AFR": [1, 4], "EUR": None}}, {"share": 0.25, "low": None}),
        (
            "multipart",
            {"parts": [{"status": "achieved", "progress": 1, "expected": 0.5}]},
            {"status": "achieved", "progress": 1.0, "coverage": 1.0},
        ),
        (
            "rate_value",
            {"counts": {"2023": 4, "2024": 6, "2025": 1}, "as_of": "2025-06-30", "years": 2},
            {"value": 5.0, "t": 2024.0},
        ),
        (
            "rate_value",
            {"observations": [[2023, 4], [2024, 6], ["2025-06-30", 9]], "as_of": "2025-12-31"},
            {"value": 6.0, "years": [2024]},
        ),
        ("rate_value", {"counts": {"2025": 4}, "as_of": "2025-06-30"}, {"value": None}),
        ("baseline_interval", {"B": [5, 15], "T": 20, "v": 16}, {"low": 0.2, "mid": 0.6}),
        (
            "baseline_interval",
            {"B_low": 5, "B_high": 10, "T": [10, 20], "v": 9},
            {"touch": True, "high": 0.8},
        ),
        (
            "expected_geometric",
            {"B": 0, "T": 2, "t0": 2020, "tT": 2030, "t": "2025-12-31"},
            {"value": None, "expected": None, "reason": "B and T must be above 0"},
        ),
    ],
)
def test_the_spellings_of_the_files_are_read(fn, inputs, expected, tmp_path: Path, capsys) -> None:
    code = main([write(tmp_path, one(fn, inputs, expected))])
    assert (code, capsys.readouterr().out) == (0, "1 passed, 0 failed\n")
