"""Twin regions on the pages: who enters a pair, who sees it and when, and what both report."""

import datetime as dt
from typing import Any

from streamlit.testing.v1 import AppTest

from store.activities import twins
from store.figures import actions
from store.ledger.knowledge import Until
from store.models import RoleKind
from store.rights.rights import Grant
from tests.pages.acting import (
    TODAY,
    YESTERDAY,
    Open,
    add,
    done,
    fill,
    press,
    unfold,
    writing,
)
from tests.pages.words import words
from tests.store.activities.pairs import pair, sides
from tests.store.writing import ANA, BO, draft

PAIR = {
    "twins_name": "Meadow and savanna",
    "first_name": "High meadows",
    "second_name": "Savanna",
    "second_municipalities": "Upper Village\n\n Lower Village ",
    "twins_aims": "Humus on both sides",
    "twins_source": "Agreement of both councils",
}


def choose(app: AppTest, **chosen: str) -> AppTest:
    """Choose in lists, named by a part of their keys."""
    for part, option in chosen.items():
        [box] = [one for one in app.selectbox if part in str(one.key)]
        box.set_value(option)
        app.run()
    return app


def value(app: AppTest, part: str) -> Any:
    """What a field holds, named by a part of its key."""
    fields = (*app.text_input, *app.text_area, *app.selectbox)
    [field] = [one for one in fields if part in str(one.key)]
    return field.value


def typed(app: AppTest, **changes: str) -> AppTest:
    """Everything that a pair of Germany and Benin needs."""
    choose(app, first_country="DEU", second_country="BEN")
    return fill(app, **PAIR | changes)


FOLDS = ("twins_numbers", "twins_source", "twins_all", "twins_pilot")


def unfolded(open_page: Open, name: str) -> str:
    """What the page says to somebody who opens its folds."""
    app = open_page(name, "twins")
    for fold in FOLDS:
        unfold(app, fold)
    return words(app.run())


def enter(open_page: Open) -> None:
    """Aba, who represents Africa in F1, reports the pair."""
    with writing() as session:
        add(session, "Aba", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "F1", "R-AFR"))
    app = typed(open_page("Aba", "activities", enter="pair"))
    assert done(press(app, "Report the pair")) == ["The pair was reported."]


def test_a_pair_is_entered_by_form_and_seen_by_everybody_from_today_on(open_page: Open) -> None:
    enter(open_page)
    seen = unfolded(open_page, "nobody")
    for words_ in ("Meadow and savanna", "High meadows, Germany", "Savanna, Benin", "proposed"):
        assert words_ in seen
    assert "Upper Village, Lower Village" in seen
    assert "2035" in seen
    assert "Aba" not in seen  # nobody agreed to be named
    assert "Aba" in unfolded(open_page, "Sofia")
    earlier = words(open_page("nobody", "twins", as_of=YESTERDAY.isoformat()))
    assert "Meadow and savanna" not in earlier
    assert "No pair of twin regions was published" in earlier


def test_without_a_pair_the_page_says_what_is_missing_and_who_can_add_it(open_page: Open) -> None:
    seen = words(open_page("nobody", "twins"))
    assert "No pair of twin regions was published" in seen
    assert "Regional Representatives enter pairs on the page Activities" in seen
    assert "24 municipalities" in seen
    for country in ("Germany", "France", "Spain", "Benin", "Mali"):
        assert country in seen
    before = words(open_page("nobody", "twins", as_of="2020-01-01"))
    assert "The twin-region pilot was not announced" in before


def test_who_keeps_nothing_of_f1_sees_nothing_of_the_form(open_page: Open) -> None:
    with writing() as session:
        add(session, "Rosa", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "D4", "R-AFR"))
        add(session, "Tea", Grant(RoleKind.TEAM_MEMBER, "F1"))
    for name in ("nobody", "Sam", "Rosa", "Tea"):
        app = open_page(name, "activities", enter="pair")
        assert not app.exception
        assert "Report the pair" not in {button.label for button in app.button}
        assert "Twin regions" not in words(app)


def test_a_representative_reports_no_pair_of_other_regions(open_page: Open) -> None:
    with writing() as session:
        add(session, "Aba", Grant(RoleKind.REGIONAL_REPRESENTATIVE, "F1", "R-AFR"))
    app = typed(open_page("Aba", "activities", enter="pair"))
    choose(app, second_country="FRA")
    assert done(press(app, "Report the pair")) == ["You have no right to keep activities here."]
    assert value(app, "twins_aims") == PAIR["twins_aims"]
    with writing() as session:
        assert twins.known(session, Until.day(TODAY)) == []


def test_bad_input_gets_its_sentence_and_loses_nothing(open_page: Open) -> None:
    app = typed(open_page("Sofia", "activities", enter="pair"), twins_source="x")
    assert done(press(app, "Report the pair")) == [
        "Name the source: which document or register says so?"
    ]
    fill(app, twins_source="x", twins_link="javascript:alert(1)", second_municipalities="A\na")
    assert len(done(press(app, "Report the pair"))) == 3  # all that is wrong, at once
    fill(app, second_municipalities=PAIR["second_municipalities"])
    fill(app, twins_source="Agreement", twins_link="javascript:alert(1)")
    assert "A link starts with" in " ".join(done(press(app, "Report the pair")))
    [latitude] = [one for one in app.text_input if "first_latitude" in str(one.key)]
    latitude.set_value("95,0").run()
    fill(app, twins_link="")
    assert "A latitude lies between" in " ".join(done(press(app, "Report the pair")))
    assert value(app, "second_municipalities") == PAIR["second_municipalities"]
    assert value(app, "first_country") == "DEU"
    assert value(app, "first_latitude") == "95,0"


def test_the_label_point_is_the_countrys_own_until_another_is_typed(open_page: Open) -> None:
    app = choose(open_page("Sofia", "activities", enter="pair"), first_country="FJI")
    assert (value(app, "first_latitude"), value(app, "first_longitude")) == ("−17.83", "177.96")
    choose(app, first_country="PER")
    assert (value(app, "first_latitude"), value(app, "first_longitude")) == ("−12.95", "−73.1")


def test_a_chosen_pair_fills_the_form_and_a_change_keeps_what_was_before(open_page: Open) -> None:
    enter(open_page)
    app = open_page("Sofia", "activities", enter="pair")
    [code] = _codes()
    choose(app, twins_pair=code)
    assert value(app, "second_name") == "Savanna"
    assert value(app, "second_municipalities") == "Upper Village\nLower Village"
    choose(app, twins_state="agreed")
    assert done(press(app, "Report the pair")) == ["The pair was reported."]
    seen = unfolded(open_page, "nobody")
    assert "agreed since" in seen
    assert "proposed since" in seen  # its history


def test_the_second_of_two_editors_is_told_and_sees_both(open_page: Open) -> None:
    enter(open_page)
    [code] = _codes()
    first, second = (
        open_page("Sofia", "activities", enter="pair"),
        open_page("Aba", "activities", enter="pair"),
    )
    for app in (first, second):
        choose(app, twins_pair=code)
    fill(second, twins_aims="Trees on fields")
    fill(first, twins_aims="Hedges on fields")
    assert done(press(first, "Report the pair")) == ["The pair was reported."]
    assert "Somebody else has changed this in the meantime" in " ".join(
        done(press(second, "Report the pair"))
    )
    second.run()
    assert "Hedges on fields" in words(second)
    assert value(second, "twins_aims") == "Trees on fields"
    press(second, "Start again from the current version")
    assert value(second, "twins_aims") == "Hedges on fields"


def _codes() -> list[str]:
    with writing() as session:
        return [one.row.code for one in twins.known(session, Until.day(TODAY))]


def test_the_twins_are_compared_by_what_both_report(open_page: Open) -> None:
    figures = [
        ("C1-events", "R-AFR", {"value": 7}),
        ("C1-events", "R-EUR", {"value": 4}),
        ("B1-parties", "BEN", {"value": 1}),
    ]
    year = {"period_start": dt.date(2025, 1, 1), "period_end": dt.date(2025, 12, 31)}
    with writing() as session:
        twins.report(session, ANA, pair(), sides())
        for indicator, place, content in figures:
            form = draft(
                indicator_code=indicator,
                place_code=place,
                source_title=f"Register of {place}",
                **year,
                **content,
            )
            actions.approve(session, BO, actions.report(session, ANA, form), YESTERDAY)
    seen = unfolded(open_page, "nobody").replace("\u00a0", " ")
    [compared] = [part for part in seen.split("\n") if "First − second" in part]
    for fact in ("7 events", "4 events", "Register of R-AFR", "Register of R-EUR", "+3"):
        assert fact in compared
    assert "figures of the regions" in compared
    [missing] = [part for part in seen.split("\n") if "Missing for the other" in part]
    assert "Register of BEN" in missing
    assert "Germany: no figure" in missing


def test_the_region_chosen_keeps_the_pairs_that_touch_it(open_page: Open) -> None:
    with writing() as session:
        twins.report(session, ANA, pair(), sides())
    for region, is_there in (("AFR", True), ("EUR", True), ("APA", False)):
        assert ("Meadows" in words(open_page("nobody", "twins", region=region))) == is_there


def test_a_pair_without_a_name_is_called_by_its_two_places(open_page: Open) -> None:
    app = typed(open_page("Sofia", "activities", enter="pair"), twins_name="")
    assert done(press(app, "Report the pair")) == ["The pair was reported."]
    assert "High meadows and Savanna" in words(open_page("nobody", "twins"))
