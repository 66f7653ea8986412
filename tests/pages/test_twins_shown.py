"""Which pair the page of twins shows, and what it lays side by side."""

from store.activities import twins
from store.figures import actions
from tests.pages.acting import YESTERDAY, Open, writing
from tests.pages.words import words
from tests.store.activities.pairs import pair, sides
from tests.store.writing import ANA, BO, draft


def test_the_pair_of_the_address_is_shown_and_the_others_are_listed(open_page: Open) -> None:
    with writing() as session:
        twins.report(session, ANA, pair(), sides())
        twins.report(
            session,
            ANA,
            pair(code="pair-2", name="Islands", state="proposed"),
            sides({"country": "FJI"}, {"country": "PER"}),
        )
    for code, shown in (("", "Meadows"), ("pair-1", "Meadows"), ("pair-2", "Islands")):
        app = open_page("nobody", "twins", **({"pair": code} if code else {}))
        assert app.title[0].value.startswith(shown)
        assert "Meadows" in words(app)
        assert "Islands" in words(app)
    assert "“pair=pair-3” in the address is unknown" in words(
        open_page("nobody", "twins", pair="pair-3")
    ).replace("\\", "")


def test_countries_that_answered_stand_beside_each_other(open_page: Open) -> None:
    with writing() as session:
        twins.report(session, ANA, pair(), sides())
        form = draft(indicator_code="B1-parties", place_code="BEN", value=1)
        actions.approve(session, BO, actions.report(session, ANA, form), YESTERDAY)
    seen = words(open_page("nobody", "twins"))
    [answered] = [part for part in seen.split("\n") if "(B1)" in part]
    assert " ".join(answered.split()).endswith("yes 2025 not reported")
