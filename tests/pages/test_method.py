"""The page Method: limits first, an example of each kind from the store, each parameter once."""

from components.about.examples import heading
from store.progress import Kind
from tests.pages.acting import Open
from tests.pages.words import words


def test_the_method_is_shown_at_work_and_its_parameters_stand_once(open_page: Open) -> None:
    app = open_page("nobody", "method", as_of="2026-11-29")
    seen = words(app)
    for kind in Kind:
        assert heading(kind) in seen
    assert "Known: at least 2" in seen
    assert "If nothing has moved since 2020" in seen
    assert seen.count("off track below this share of what was due") == 1
    assert seen.count("logistic_floor") == 1
    first = next(element.value for element in app.markdown)
    assert first.index("For each objective we look") < first.index("What it cannot say")
    assert "Expected progress" not in first


def test_an_indicator_has_its_metadata_under_the_headings_of_the_sdg_template(
    open_page: Open,
) -> None:
    seen = words(open_page("nobody", "method", indicator="D2-meetings"))
    assert "Custodian" in seen
    assert "the Regional Representatives" in seen
    assert "The regions are added up." in seen
    assert "due by 28 March of the next year" in seen
    assert "Exact figures:" in seen
