"""Search finds what the reader may see, and nothing else."""

import re

from streamlit.testing.v1 import AppTest

from tests.pages.acting import Open

LINKS = re.compile(r'<li><a href="([^"]*)">([^<]*)</a>')
PLANNED = "Invented meeting, online 2026"  # not published: for those who hold meetings
HIDDEN, NAMED = "Sam", "Invented person 104"  # who has not agreed to be named, and who has


def find(app: AppTest, typed: str) -> dict[str, str]:
    """What is found: where each leads, by its name."""
    app.text_input(key="choice_q").set_value(typed).run()
    assert not app.exception
    html = "".join(element.proto.body for element in app.get("html"))
    return {name: address for address, name in LINKS.findall(html)}


def test_every_kind_of_thing_is_found_and_leads_to_its_page(open_demo_page: Open) -> None:
    app = open_demo_page("Sofia", "search")
    of_meeting = "meeting?meeting=consortium-of-members-2026-06-11"
    for typed, name, address in (
        ("promotion", "C · Promotion", "goal?goal=C"),
        ("investment b1", "Investment plans (B1)", "objective?objective=B1"),
        ("farmer contacted", "Farmer associations contacted (C2)", "objective?objective=C2"),
        ("agrofrestry", "Agroforestry, silvopasture", "objective?objective=A1"),
        ("cote ivoire", "Côte d’Ivoire", "region?region=AFR"),
        ("nairobi", "Invented regional meeting, Nairobi 2022", "task-forces?objective=A4"),
        ("nairobi", "Invented meeting, Nairobi 2026", of_meeting),
        ("frozen", "Progress is reviewed on frozen figures from now on.", of_meeting),
        ("sam", "Sam", "people"),
        ("expected progress", "Expected progress", "method#expected-progress"),
        ("soil samplings", "Soil samplings", "samplings"),
    ):
        assert find(app, typed).get(name) == address, typed
    assert find(app, "no such thing at all") == {}


def test_who_may_not_see_a_meeting_or_a_name_does_not_find_it(open_demo_page: Open) -> None:
    secretariat = open_demo_page("Sofia", "search")
    assert PLANNED in find(secretariat, "online 2026")
    assert HIDDEN in find(secretariat, "sam")
    visitor = open_demo_page("Nobody", "search")
    assert PLANNED not in find(visitor, "online 2026")
    assert HIDDEN not in find(visitor, "sam")
    assert NAMED in find(visitor, "person 104")
    assert "Audit" not in find(visitor, "audit")


def test_the_address_asks_the_same_and_a_day_holds(open_demo_page: Open) -> None:
    asked = open_demo_page("Sofia", "search", q="nairobi", as_of="2023-01-01")
    found = find(asked, "nairobi")
    assert found["Invented regional meeting, Nairobi 2022"].startswith(
        "task-forces?as_of=2023-01-01"
    )
    assert "Invented meeting, Nairobi 2026" not in found
