"""Ways to the form: every figure has one to correct it, for who may report it, nobody else."""

import re

from streamlit.testing.v1 import AppTest

from store.figures import actions
from store.models import RoleKind
from store.rights.rights import Grant
from tests.pages.acting import TODAY, Open, add, writing
from tests.store.writing import ANA, BO, draft

WAY = re.compile(r'<a (?:class="act" )?href="report\?([^"]*)">([^<]*)</a>')


def ways(app: AppTest) -> dict[str, str]:
    """The links to the form: their words, and where those of the same words lead, line by line."""
    assert not app.exception
    found: dict[str, str] = {}
    for element in app.get("html"):
        for query, words in WAY.findall(element.proto.body):
            found[words] = f"{found.get(words, '')}{query.replace('&amp;', '&')}\n"
    return found


def test_a_figure_on_its_objective_leads_to_its_correction(open_page: Open) -> None:
    with writing() as session:
        actions.approve(session, BO, actions.report(session, ANA, draft()), TODAY)
    year = draft().period_end.year
    offered = ways(open_page("Sofia", "objective", objective="D4"))
    assert f"indicator=D4-signed&place=WLD&year={year}" in offered[f"Correct World {year}"]
    assert f"year={TODAY.year - 1}" in offered["Report a figure"]
    for name in ("Sam", "nobody"):
        assert ways(open_page(name, "objective", objective="D4")) == {}


def test_a_representative_is_led_to_the_own_region(open_page: Open) -> None:
    with writing() as session:
        add(session, "Remy", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-AFR"))
    offered = ways(open_page("Remy", "objective", objective="B3"))
    assert "indicator=B3-regions&place=R-AFR" in offered["Report a figure"]
    assert not [words for words in offered if words.startswith("Correct") and "Africa" not in words]
    assert ways(open_page("Remy", "objective", objective="E1")) == {}
    region = ways(open_page("Remy", "region", region="AFR"))
    assert "indicator=B3-regions&place=R-AFR" in "".join(region.values())
    owed = ways(open_page("Remy", "my-figures"))
    assert "indicator=B3-regions&place=R-AFR" in owed["Report it"]
