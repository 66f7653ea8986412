"""Soil carbon of a site: three samplings by form, kept, reviewed, and in the charts."""

from sqlmodel import select

from store.models import RoleKind, SavedDraft
from store.people import people
from store.rights.rights import Actor, Grant
from store.samplings import samplings
from tests.pages.acting import YESTERDAY, Open, done, press, writing
from tests.pages.sampling_hand import (
    MOST_AT_FIRST,
    MOST_LATER,
    SERIES,
    YEARS,
    Hand,
    on_record,
    report_first,
)
from tests.pages.words import words
from tests.store.samplings.soil import AFI, publish_series, sampling
from tests.store.writing import BO


def test_three_samplings_over_eight_years_by_form(open_page: Open) -> None:
    hand = Hand(open_page("Sofia", "samplings"))
    assert report_first(hand) <= MOST_AT_FIRST
    assert done(hand.page) == ["It was sent and waits for a review."]
    for year, stock, error in YEARS[1:]:
        assert hand.page.selectbox(key="sampling_series").value == SERIES
        hand.type(year=year, stock=stock, standard_error=error)
        assert hand.send() <= MOST_LATER
        assert done(hand.page) == ["It was sent and waits for a review."]
    assert on_record() == [(2016, 30.0), (2020, 31.5), (2024, 34.0)]


def test_the_form_says_when_a_change_can_be_seen_and_refuses_what_lacks_a_depth(
    open_page: Open,
) -> None:
    hand = Hand(open_page("Sofia", "samplings"))
    hand.type(stock="50", standard_error="2")
    assert "about 28 years: an even chance" in words(hand.page.run())
    hand.page.text_input(key="sampling_change").set_value("0,4").run()
    assert "about 14 years: an even chance" in words(hand.page)
    hand.send()
    assert any("Without a depth a stock means nothing" in line for line in done(hand.page))
    assert on_record() == []


def test_what_is_typed_outlives_a_closed_tab_until_it_is_sent_or_dropped(open_page: Open) -> None:
    hand = Hand(open_page("Sofia", "samplings"))
    assert "Nothing is kept yet." in words(hand.page)
    hand.pick("sampling_place_code__0", "BEN")
    hand.type(site="Field at Agbonou", stock="30")
    hand.choose(laboratory="dry combustion")
    assert "Kept on the server at" in words(hand.page.run())
    assert open_page("Sam", "samplings").text_input == []
    again = open_page("Sofia", "samplings")
    held = {str(box.key): box.value for box in (*again.text_input, *again.selectbox, *again.radio)}
    assert held["sampling_site__0"] == "Field at Agbonou"
    assert held["sampling_stock__0"] == "30"
    assert held["sampling_place_code__0"] == "BEN"
    assert held["sampling_laboratory__0"] == "dry combustion"
    press(again, "Drop what I typed")
    assert "Nothing is kept yet." in words(again)
    assert saved() == []
    hand = Hand(open_page("Sofia", "samplings"))
    assert report_first(hand) <= MOST_AT_FIRST
    assert done(hand.page) == ["It was sent and waits for a review."]
    assert saved() == []


def test_the_next_year_of_a_site_is_kept_with_its_site(open_page: Open) -> None:
    with writing() as session:
        samplings.report(session, AFI, sampling())
    hand = Hand(open_page("Sofia", "samplings"))
    hand.pick("sampling_series", SERIES)
    assert saved() == []
    hand.type(year="2020", stock="31.5")
    hand.page.run()
    again = Hand(open_page("Sofia", "samplings"))
    assert again.page.selectbox(key="sampling_series").value == SERIES
    again.type(standard_error="1.2")
    assert again.send() == 2
    assert on_record() == [(2016, 30.0), (2020, 31.5)]


def saved() -> list[SavedDraft]:
    """What the store keeps of what was typed."""
    with writing() as session:
        return list(session.exec(select(SavedDraft)))


def test_what_came_back_is_among_what_is_owed(open_page: Open) -> None:
    with writing() as session:
        home = people.find(session, 1)
        own = Actor(people.name_in_ledger(home.id or 0), (Grant(RoleKind.SECRETARIAT),))
        samplings.report(session, own, sampling())
    assert "soil sampling waits for approval" in words(open_page("Sofia", "overview"))
    with writing() as session:
        [row] = samplings.waiting(session, BO)
        samplings.send_back(session, BO, row, YESTERDAY, "Name the laboratory")
    for page in ("overview", "my-figures", "samplings"):
        assert "Name the laboratory" in words(open_page("Sofia", page)), page
    assert "Name the laboratory" not in words(open_page("Sam", "overview"))


def test_what_waits_is_hollow_for_who_may_see_it_and_not_there_for_others(open_page: Open) -> None:
    with writing() as session:
        publish_series(session, YESTERDAY)
        samplings.report(session, AFI, sampling(year=2026, stock=36))
    hollow = "Hollow points wait for a review"
    assert hollow in words(open_page("Sam", "soil-carbon"))
    assert hollow not in words(open_page("Sam", "soil-carbon", as_of=str(YESTERDAY)))
    visitor = words(open_page("nobody", "soil-carbon"))
    assert hollow not in visitor
    assert "Measured by the Initiative’s members: 1 series" in visitor


def test_a_sampling_is_corrected_reviewed_and_taken_along(open_page: Open) -> None:
    with writing() as session:
        samplings.report(session, AFI, sampling())
        samplings.report(session, AFI, sampling(year=2024, stock=34))
    queue = open_page("Sofia", "queue")
    assert "Field at Agbonou" in words(queue)
    for _row in range(2):
        [first, *_others] = [one for one in queue.button if one.label == "Approve"]
        first.click().run()
        assert done(queue) == ["The sampling is shown from today on."]
    [frame] = [one.value for one in open_page("nobody", "data", table="soil_samplings").dataframe]
    assert frame["t C/ha"].tolist() == [30.0, 34.0]
    hand = Hand(open_page("Sofia", "samplings"))
    hand.pick("sampling_series", SERIES)
    hand.type(year="2024", stock="35", standard_error="1.2")
    hand.page.run()
    hand.type(reason="Stones were counted")
    hand.send()
    assert done(hand.page) == ["It was sent and waits for a review."]
    assert "35 ± 1" in words(open_page("Sam", "queue"))


def test_who_may_not_report_finds_no_form(open_page: Open) -> None:
    page = open_page("Sam", "samplings")
    assert "sampling_send" not in {button.key for button in page.button}
    assert not page.text_input


def test_a_series_joins_the_charts_once_it_is_approved(open_page: Open) -> None:
    nobody = "No member’s sampling was approved by this day."
    assert nobody in words(open_page("nobody", "soil-carbon"))
    with writing() as session:
        publish_series(session, YESTERDAY)
    for page in ("soil-carbon", "objective"):
        app = open_page("nobody", page, objective="E2")
        said = words(app)
        assert "Measured by the Initiative’s members: 1 series" in said
        assert "A change is shown in 1 of 1 members’ series" in said
        assert nobody not in said
    before = words(open_page("nobody", "soil-carbon", as_of="2026-01-31"))
    assert nobody in before
