"""My figures: what is owed by state and objective, and the Secretariat's grid of everybody's."""

import datetime as dt
import re

from sqlmodel import select
from streamlit.testing.v1 import AppTest

from store.figures import actions
from store.models import Place, PlaceKind, RoleKind
from store.rights.rights import Grant
from tests.pages.acting import TODAY, Open, add, writing
from tests.pages.words import plain, words
from tests.store.writing import ANA, BO, draft

YEAR = TODAY.year - 1
HREF = re.compile(r'href="(my-figures\?owing=[^"]+)"[^>]*>(.*?)</a>', re.DOTALL)


def page_html(app: AppTest) -> str:
    """All HTML of ours on a page."""
    return "".join(one.proto.body for one in app.get("html"))


def test_what_is_owed_stands_by_state_the_returned_first_one_press_from_its_form(
    open_page: Open,
) -> None:
    day = dt.date(YEAR, 12, 31)
    with writing() as session:
        period = {"period_start": day, "period_end": day}
        row = actions.report(session, ANA, draft(value=4, **period))
        actions.send_back(session, BO, row, TODAY, "Which register?")
    html = page_html(open_page("Sofia", "my-figures"))
    tables = re.findall(r"<h2 class=\"part\">(.*?)</table>", html, re.DOTALL)
    assert [plain(one).split("·")[0].split()[-1] for one in tables[:2]] == ["Returned", "Overdue"]
    assert "Which register?" in plain(tables[0])
    assert f"indicator=D4-signed&amp;place=WLD&amp;year={YEAR}" in tables[0]
    codes = re.findall(r'<th scope="row"><span>(\w\d)</span>', tables[1])
    assert codes == sorted(codes)


def test_a_cell_of_what_everybody_owes_leads_to_what_is_open_in_it_and_who_owes_it(
    open_page: Open,
) -> None:
    with writing() as session:
        add(session, "Amina", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-AFR"))
        there = select(Place).where(Place.kind == PlaceKind.COUNTRY, Place.region_code == "R-AFR")
        asked_of = [place for place in session.exec(there) if place.unfccc_party]
    ways = {
        place.split("=")[1]: said
        for place, said in HREF.findall(page_html(open_page("Sofia", "my-figures")))
    }
    assert plain(ways["B3+R-AFR"]).split() == ["!", "1", "overdue"]
    opened = open_page("Sofia", "my-figures", owing="B3 R-AFR")
    said = " ".join(words(opened).split())
    assert "B3, Africa: what is open" in said
    assert re.search(rf"Regions with an active helpdesk Africa {YEAR} ! overdue, .* Amina", said)
    assert f"indicator=B3-regions&amp;place=R-AFR&amp;year={YEAR}" in page_html(opened)
    asked = page_html(open_page("Sofia", "my-figures", owing="B1 R-AFR"))
    assert f"{len(asked_of)} countries" in plain(asked)
    assert "countries?indicator=B1-parties&amp;place=R-AFR" in asked
    assert "nobody has this seat" in plain(asked)


def test_nobody_else_sees_what_everybody_owes(open_page: Open) -> None:
    with writing() as session:
        add(session, "Amina", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B3", "R-AFR"))
    said = words(open_page("Amina", "my-figures", owing="B1 R-AFR"))
    assert "what is open" not in said
    assert "What everybody owes" not in said
    assert "Regions with an active helpdesk" in said
