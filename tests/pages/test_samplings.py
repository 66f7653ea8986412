"""Soil carbon of a site: three samplings over eight years, by form and by sheet, in few steps."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from store.samplings import samplings
from store.sheets.samplings import COLUMNS
from tests.pages.acting import YESTERDAY, Open, done, upload, writing
from tests.pages.words import words
from tests.store.samplings.soil import AFI, publish_series, sampling

YEARS = (("2016", "30", "1.2"), ("2020", "31,5", "1,2"), ("2024", "34.0", "1.2"))
MOST_AT_FIRST, MOST_LATER = 15, 5  # times that a hand has to move for a sampling
FIELD = {
    "country": "Benin",
    "site": "Field at Agbonou",
    "treatment": "Mulch of maize",
    "depth_from": "0",
    "depth_to": "30",
    "samples": "12",
    "comparison": "fixed depth",
    "bulk_density": "mesurée",
    "laboratory": "combustion sèche",
    "carbon_brought": "non",
    "source_title": "Report of the station",
}


def is_of(field: str, key: object) -> bool:
    """Whether a key is that of a field of the form, whatever series it is about."""
    return re.fullmatch(rf"sampling_{field}_\d*_\d+", str(key)) is not None


class Hand:
    """Somebody at the form who counts what they do."""

    def __init__(self, page: AppTest) -> None:
        self.page, self.steps = page, 0

    def type(self, **typed: str) -> None:
        """Type into fields, by what their keys begin with."""
        for field, text in typed.items():
            [box] = [one for one in self.page.text_input if is_of(field, one.key)]
            box.set_value(text)
            self.steps += 1

    def choose(self, **chosen: str) -> None:
        """Press one of the words of a field."""
        for field, word in chosen.items():
            [radio] = [one for one in self.page.radio if is_of(field, one.key)]
            radio.set_value(word)
            self.steps += 1

    def pick(self, key: str, option: str) -> None:
        """Choose from a list."""
        self.page.selectbox(key=key).set_value(option).run()
        self.steps += 1

    def send(self) -> int:
        """Press Send; how many steps it took since the last time."""
        self.page.run()
        self.page.button(key="sampling_send").click().run()
        steps, self.steps = self.steps + 1, 0
        return steps


def report_first(hand: Hand) -> int:
    """The first sampling of a site; the steps it took."""
    hand.pick("sampling_place_code", "BEN")
    hand.type(site=FIELD["site"], treatment=FIELD["treatment"], depth_to="30")
    year, stock, error = YEARS[0]
    hand.type(year=year, stock=stock, standard_error=error, samples="12")
    hand.choose(comparison="fixed depth", bulk_density="measured", laboratory="dry combustion")
    hand.choose(carbon_brought="no")
    hand.type(source_title=FIELD["source_title"])
    return hand.send()


def on_record() -> list[tuple[int, float]]:
    """The years and stocks of the field."""
    with writing() as session:
        return [(row.year, row.stock) for row in samplings.on_record(session, AFI)]


def test_three_samplings_over_eight_years_by_form(open_page: Open) -> None:
    hand = Hand(open_page("Sofia", "samplings"))
    assert report_first(hand) <= MOST_AT_FIRST
    assert done(hand.page) == ["It was sent and waits for a review."]
    series = "Benin, Field at Agbonou: Mulch of maize, 0–30 cm"
    for year, stock, error in YEARS[1:]:
        if hand.page.selectbox(key="sampling_series").value != series:
            hand.pick("sampling_series", series)
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
    hand.pick("sampling_series", "Benin, Field at Agbonou: Mulch of maize, 0–30 cm")
    hand.type(year="2024", stock="35", standard_error="1.2")
    hand.page.run()
    hand.type(reason="Stones were counted")
    hand.send()
    assert done(hand.page) == ["It was sent and waits for a review."]
    assert "35 ± 1" in words(open_page("Sam", "queue"))


def test_three_samplings_over_eight_years_by_sheet(open_page: Open) -> None:
    rows = [
        FIELD | {"year": year, "stock": stock, "standard_error": error}
        for year, stock, error in YEARS
    ]
    page = upload(open_page("Sofia", "samplings"), "samplings", COLUMNS, rows)
    assert "3 to send, 0 unchanged, 0 with a problem." in words(page)
    page.button(key="samplings_write").click().run()
    assert done(page) == ["3 samplings were sent and wait for a review."]
    assert on_record() == [(2016, 30.0), (2020, 31.5), (2024, 34.0)]
    again = upload(open_page("Sofia", "samplings"), "samplings", COLUMNS, rows)
    assert "0 to send, 3 unchanged" in words(again)


@pytest.mark.parametrize(
    ("news", "sentence"),
    [
        ({"depth_to": ""}, "Without a depth a stock means nothing"),
        ({"laboratory": "by eye"}, "“by eye” is none of these: dry combustion"),
        ({"carbon_brought": "perhaps"}, "Write “yes” or “no”."),
        ({"country": "Bening"}, "Did you mean Benin (BEN)?"),
        ({"year": "2999"}, "is no year of a sampling"),
    ],
)
def test_what_is_wrong_with_a_sheet_is_said_and_nothing_sent(
    open_page: Open, news: dict[str, str], sentence: str
) -> None:
    row = FIELD | {"year": "2016", "stock": "30", "standard_error": "1.2"}
    rows = [row | news, row | {"year": "2020"}]
    page = upload(open_page("Sofia", "samplings"), "samplings", COLUMNS, rows)
    html = "".join(element.proto.body for element in page.get("html"))
    assert sentence in html
    assert on_record() == []


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
