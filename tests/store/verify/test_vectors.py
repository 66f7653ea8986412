import json
from pathlib import Path
from typing import Any

import pytest

from store.progress import DEFAULT
from store.verify.cases import check_published, check_vector

HERE = Path(__file__).parent


def cases(name: str, key: str) -> list[Any]:
    content = json.loads((HERE / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["id"]) for case in content[key]]


@pytest.mark.parametrize("vector", cases("vectors_open.json", "vectors"))
def test_the_arithmetic_gives_what_the_method_works_out(vector: dict[str, Any]) -> None:
    assert check_vector(vector, DEFAULT, 1e-6) == []


@pytest.mark.parametrize("case", cases("published.json", "cases"))
def test_the_arithmetic_gives_what_others_published(case: dict[str, Any]) -> None:
    assert check_published(case, 1e-9) == []


def test_the_vector_file_states_the_parameters_we_use() -> None:
    meta = json.loads((HERE / "vectors_open.json").read_text(encoding="utf-8"))["meta"]
    assert meta["parameters"] == {
        name: getattr(DEFAULT, name) for name in type(DEFAULT).__dataclass_fields__
    }


def test_the_vector_file_states_the_t_values_we_use() -> None:
    from store.progress.beside.projection import T90

    meta = json.loads((HERE / "vectors_open.json").read_text(encoding="utf-8"))["meta"]
    assert tuple(meta["t90_one_sided_df1_30"]) == T90
