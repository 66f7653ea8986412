"""The description of the API: valid, and true of every answer that a fuzzer provokes."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import validate
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components import api
from components.api import openapi
from store.exchange.tables import TABLES

# A day of the future has the form of a day, and yet nothing is known of it.
MAY_REFUSE: list[Any] = [positive_data_acceptance]
schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app=Starlette(routes=api.routes()))

ASKED = [
    (path, mode)
    for path, described in openapi.describe("/")["paths"].items()
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or described["get"]["parameters"]
]


def test_the_description_is_valid_and_names_every_table(real: TestClient) -> None:
    described = real.get("/api/v1/openapi.json").json()
    validate(described)
    assert {f"/api/v1/{name}{twin}" for name in TABLES for twin in ("", ".csv")} < {
        *described["paths"]
    }


@pytest.mark.parametrize("store", ["real", "demo"])
@pytest.mark.parametrize("day", ["2015-12-01", "2021-01-01", "2026-11-01"])
@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_as_described(request: pytest.FixtureRequest, store: str, day: str, name: str):
    client = request.getfixturevalue(store)
    operation = schema[f"/api/v1/{name}"]["GET"]
    operation.validate_response(client.get(f"/api/v1/{name}?as_of={day}&limit=1000"))


# All paths read what is asked by the same functions: one is asked much, the others a little.
MUCH = "/api/v1/measurements"


# Not by schema.parametrize: its tests share one name, and pytest-xdist runs one name once.
@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("path", "mode"), ASKED)
def test_nothing_that_is_asked_breaks_it(path: str, mode: GenerationMode) -> None:
    @given(schema[path]["GET"].as_strategy(generation_mode=mode))
    @settings(
        max_examples=40 if path == MUCH else 6,
        deadline=None,
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
    )
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(excluded_checks=MAY_REFUSE)

    ask()
