import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from store.verify.cases import main
from store.verify.vectors import FUNCTIONS
from tests.store.verify.vector_files import one, write

HERE = Path(__file__).parent
OPEN = json.loads((HERE / "vectors_open.json").read_text(encoding="utf-8"))
PUBLISHED = json.loads((HERE / "published.json").read_text(encoding="utf-8"))


UNITS = {"yes": 61, "no": 104, "unknown": 31}


@pytest.mark.parametrize(("name", "count"), [("vectors_open.json", 89), ("published.json", 29)])
def test_our_own_files_pass(name: str, count: int, capsys) -> None:
    assert main([str(HERE / name)]) == 0
    assert capsys.readouterr().out == f"{count} passed, 0 failed\n"


def test_the_methods_list_every_function_that_can_be_checked() -> None:
    text = (HERE.parents[2] / "data" / "METHODS.md").read_text(encoding="utf-8")
    listed = text.split("## Input format")[1].split("## Validation")[0]
    assert set(FUNCTIONS) == set(re.findall(r"^\| (\w+) \|", listed, re.MULTILINE)) - {"function"}


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
        ({"count": True}, "X1 count: expected true got 61"),
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


def test_a_file_can_set_parameters(tmp_path: Path) -> None:
    judged = {"status": "behind", "progress": 0.4, "expected": 0.5}
    inputs = {"objectives": {"A1": judged, "A2": {"status": "not_enough_data"}, "A3": judged}}
    file = one("gauge", inputs, {"show": True})
    assert main([write(tmp_path, file)]) == 0
    stricter = one("gauge", inputs, {"show": True}, parameters={"coverage": 0.7})
    assert main([write(tmp_path, stricter)]) == 1


def test_the_module_runs_as_a_program() -> None:
    command = [sys.executable, "-m", "store.verify", str(HERE / "published.json")]
    done = subprocess.run(command, cwd=HERE.parents[2], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "29 passed, 0 failed\n")
