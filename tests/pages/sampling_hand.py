"""Somebody at the form of samplings: a field in Benin, three years, and every step counted."""

import re

from streamlit.testing.v1 import AppTest

from store.samplings import samplings
from tests.pages.acting import writing
from tests.store.samplings.soil import AFI

YEARS = (("2016", "30", "1.2"), ("2020", "31,5", "1,2"), ("2024", "34.0", "1.2"))
MOST_AT_FIRST, MOST_LATER = 15, 4  # times that a hand has to move for a sampling
SERIES = "BEN | Field at Agbonou | Mulch of maize | 0 | 30"
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
    hand.pick("sampling_place_code__0", "BEN")
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
