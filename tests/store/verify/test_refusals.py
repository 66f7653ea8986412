"""Files and cases that cannot be checked, each told in a sentence that names the problem."""

from pathlib import Path

import pytest

from store.verify.cases import main
from tests.store.verify.vector_files import write


@pytest.mark.parametrize(
    ("vector", "problem"),
    [
        (None, '#1 case: expected "an object" got null'),
        (3, '#1 case: expected "an object" got 3'),
        ({}, "the vector expects nothing"),
        ({"fn": "nested"}, "the vector expects nothing"),
        (
            {"id": "X", "expected": {}},
            'X inputs: expected "a known shape" got "the vector expects nothing"',
        ),
    ],
)
def test_a_vector_of_no_known_form_is_a_failure(
    vector, problem: str, tmp_path: Path, capsys
) -> None:
    assert main([write(tmp_path, {"vectors": [vector]})]) == 1
    said = capsys.readouterr().out
    assert problem in said
    assert said.endswith("0 passed, 1 failed\n")


@pytest.mark.parametrize(
    ("case", "problem"),
    [
        (
            {"kind": "median", "inputs": {}, "published": {"x": 1}},
            "no kind of published value named 'median'",
        ),
        (
            {"kind": "cagr_ratio", "inputs": {"base": 1}, "published": {"progress_value": 1}},
            "inputs lacks 'current'",
        ),
        (
            {"kind": "mean_of_goals", "inputs": {"goals": {}}, "published": {"index": 1}},
            "inputs cannot be read: ",
        ),
        (
            {"kind": "mean_of_goals", "inputs": {"goals": {"A": 1}}},
            "the case has no published value",
        ),
    ],
)
def test_a_published_case_of_no_known_form_is_a_failure(
    case, problem: str, tmp_path: Path, capsys
) -> None:
    assert main([write(tmp_path, {"cases": [case]})]) == 1
    said = capsys.readouterr().out
    assert problem in said
    assert said.endswith("0 passed, 1 failed\n")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ([], "its top is not an object"),
        ({}, "it holds no list of vectors or cases"),
        ({"vectors": []}, "it holds no list of vectors or cases"),
        ({"vectors": {}}, "it holds no list of vectors or cases"),
        ({"meta": 3, "vectors": [{}]}, "its meta is not an object"),
        (
            {"meta": {"tolerance": "x"}, "vectors": [{}]},
            "its tolerance is not a number of 0 or more",
        ),
        (
            {"meta": {"tolerance": -1}, "vectors": [{}]},
            "its tolerance is not a number of 0 or more",
        ),
        ({"meta": {"parameters": 3}, "vectors": [{}]}, "parameters: not an object"),
        (
            {"meta": {"parameters": {"colour": 1}}, "vectors": [{}]},
            "parameters.colour: no such key",
        ),
        (
            {"meta": {"parameters": {"coverage": "x"}}, "vectors": [{}]},
            "coverage: not a finite number: 'x'",
        ),
    ],
)
def test_a_malformed_file_gets_one_sentence(content, problem: str, tmp_path: Path, capsys) -> None:
    path = write(tmp_path, content)
    assert main([path]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", f"{path} is malformed: {problem}.\n")


def test_a_file_that_cannot_be_read_gets_one_sentence(tmp_path: Path, capsys) -> None:
    torn = tmp_path / "torn.json"
    torn.write_bytes(b'{"vectors": [\xff')
    files = {
        str(tmp_path / "absent.json"): " cannot be read: No such file or directory.",
        str(tmp_path): " cannot be read: Is a directory.",
        str(torn): " is not JSON text: ",
    }
    for name, said in files.items():
        assert main([name]) == 2
        captured = capsys.readouterr().err
        assert captured.startswith(name + said)
        assert captured.count("\n") == 1
    assert main([]) == 2
    assert "Usage" in capsys.readouterr().err
