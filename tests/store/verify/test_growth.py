import ast
from pathlib import Path

import pytest

from store.verify.growth import Series, annual_growth, growth_class, growth_ratio, linear_ratio

ROOT = Path(__file__).parents[3]
# Written so that this file does not find itself.
MODULE = ".".join(("store", "verify", "growth"))


def series(base: float, current: float, target: float, direction: int = 1) -> Series:
    return Series(base, current, target, 2015, 2025, 2030, direction)


def test_a_zero_is_replaced_by_the_publishers_small_number() -> None:
    assert annual_growth(0, 0.002, 1) == pytest.approx(1)


def test_levels_of_different_sign_have_no_growth() -> None:
    with pytest.raises(
        ValueError, match=r"^Growth is not defined between levels of different sign\.$"
    ):
        annual_growth(-2, 3, 2)


def test_growth_and_line_can_disagree() -> None:
    steep = series(0.37, 9.53, 60)
    assert growth_class(steep, growth_ratio(steep)) == "substantial_progress"
    assert growth_class(steep, linear_ratio(steep)) == "limited_progress"


def test_a_target_met_is_met_whatever_the_trend() -> None:
    below = series(70, 55, 100, direction=-1)
    assert growth_class(below, -5) == "target_achieved"


@pytest.mark.parametrize(
    ("current", "pace", "named"),
    [
        (100, None, "target_achieved"),
        (100.5, -1, "target_achieved"),
        (99.5, None, None),
        (99.5, 0.95, "substantial_progress"),
        (99.5, 0.6, "moderate_progress"),
        (99.5, 0, "limited_progress"),
        (99.5, -0.01, "deterioration"),
    ],
)
def test_a_class_begins_at_its_own_floor(current: float, pace: float, named: str | None) -> None:
    assert growth_class(series(50, current, 100), pace) == named


def test_no_growth_required_gives_no_ratio() -> None:
    flat = series(10, 9, 10)
    assert (growth_ratio(flat), linear_ratio(flat), growth_class(flat, None)) == (None, None, None)


def imports_growth(path: Path) -> bool:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    froms = {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return MODULE in froms | plain


def test_nothing_that_decides_uses_growth() -> None:
    users = {path.parent.name for path in (ROOT / "store").rglob("*.py") if imports_growth(path)}
    assert users == {"verify"}
