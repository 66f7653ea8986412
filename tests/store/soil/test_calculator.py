"""The calculator against its cases: 13 numbers to 1e-9, 13 refusals with their sentences."""

import json
from typing import Any

import pytest

from store.soil import calculator
from store.soil.calculator import CO2, InvalidCalculationError, Result, Setting
from store.soil.reading import FOLDER

CASES = json.loads((FOLDER / "calculator_vectors.json").read_text(encoding="utf-8"))
FIELDS = {
    "stock_t_ha": "stock",
    "depth_cm": "depth",
    "rate_per_mille": "rate",
    "years": "years",
    "mode": "way",
    "equilibrium_t_ha": "equilibrium",
    "area_ha": "area",
    "fossil_MtC": "fossil",
}


def setting(given: dict[str, Any]) -> Setting:
    """What a case types, with what it leaves out missing."""
    typed: dict[str, Any] = {"stock": None, "depth": "", "rate": None, "years": None, "way": ""}
    typed |= {FIELDS[name]: value for name, value in given.items()}
    if isinstance(typed["stock"], str):
        typed["stock"] = float(typed["stock"])
    return Setting(**typed)


def told(result: Result) -> dict[str, float | None]:
    """A result by the names that the cases give it."""

    def times(value: float | None, factor: float) -> float | None:
        return None if value is None else value * factor

    return {
        "stock_end_t_ha": result.end,
        "gain_t_ha": result.gain,
        "initial_gain_t_ha_per_year": result.first_gain,
        "mean_gain_t_ha_per_year": result.mean_gain,
        "gain_MtC": result.total,
        "gain_MtCO2": times(result.total, CO2),
        "mean_gain_MtC_per_year": result.mean_total,
        "mean_gain_MtCO2_per_year": times(result.mean_total, CO2),
        "initial_gain_MtC_per_year": result.first_total,
        "share_of_fossil_emissions_percent": times(result.share, 100),
        "initial_share_of_fossil_emissions_percent": times(result.first_share, 100),
        "k_per_year": result.speed,
        "half_time_years": result.half_time,
        "time_to_95_percent_years": result.almost_time,
    }


def test_there_are_as_many_cases_as_were_handed_over() -> None:
    assert (len(CASES["vectors"]), len(CASES["errors"])) == (13, 13)


@pytest.mark.parametrize("case", CASES["vectors"], ids=lambda case: case["id"])
def test_a_stock_ends_where_the_case_says(case: dict[str, Any]) -> None:
    reckoned = told(calculator.reckon(setting(case["input"])))
    known = {name: value for name, value in reckoned.items() if value is not None}
    assert known == pytest.approx(case["expect"], rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("case", CASES["errors"], ids=lambda case: case["id"])
def test_what_cannot_be_is_refused_with_its_sentence(case: dict[str, Any]) -> None:
    with pytest.raises(InvalidCalculationError) as refused:
        calculator.reckon(setting(case["input"]))
    assert str(refused.value) == case["message"]


@pytest.mark.parametrize(("field", "value"), [("rate", float("nan")), ("years", float("inf"))])
def test_what_is_no_number_is_refused(field: str, value: float) -> None:
    typed: dict[str, Any] = {"stock": 50, "depth": "30", "rate": 4, "years": 20, "way": "linear"}
    typed[field] = value
    with pytest.raises(InvalidCalculationError):
        calculator.reckon(Setting(**typed))
