"""One pair side by side: which indicators become dumbbells, where their dots stand, the list."""

import datetime as dt

import pytest

from components.elements import pictures
from components.look import theme
from components.twins import answers, dumbbells, pair_list
from components.twins.comparison import Compared
from store.models import Indicator, PairState
from tests.components.twins.test_wording import pair
from tests.components.wording.standings import indicator, reading, standing
from tests.pages.words import plain

AFRICA, EUROPE = "R-AFR", "R-EUR"
COUNTED = indicator(reported_by="region", roll_up="sum")
COUNTRIES = indicator(reported_by="country", roll_up="units")


def compared(
    first: float | None,
    second: float | None,
    of: Indicator = COUNTED,
    places: tuple[str, str] = (AFRICA, EUROPE),
) -> Compared:
    """What Africa and Europe, or two countries, say of an indicator; None for nothing."""
    readings = tuple(
        None if figure is None else reading(figure, place_code=place)
        for figure, place in zip((first, second), places, strict=True)
    )
    return Compared(standing(indicator=of), places, (readings[0], readings[1]))


def test_only_numbers_of_two_regions_become_dumbbells() -> None:
    both = compared(2, 4)
    answered = compared(1, 0, COUNTRIES, ("BEN", "DEU"))
    same = compared(2, 2, places=(AFRICA, AFRICA))
    assert dumbbells.drawn([both, compared(2, None), answered, same]) == [both]


@pytest.mark.usefixtures("real_names")
def test_the_larger_figure_stands_at_the_right_with_its_words_outside() -> None:
    data = dumbbells.frame([compared(2, 4), compared(3, 3)])
    found = {
        (row["row"], row["kind"]): row for row in data.to_dict("records") if row["kind"] != "bar"
    }
    small, large = found[0, "first"], found[0, "second"]
    assert (small["short"], large["short"]) == ("2", "4")
    assert small["x"] * 2 == pytest.approx(large["x"]) == dumbbells.FULL
    assert (small["align"], large["align"]) == ("right", "left")
    assert {found[1, kind]["align"] for kind in ("first", "second")} == {"left", "right"}


@pytest.mark.usefixtures("real_names")
def test_the_dumbbells_are_drawn() -> None:
    data = dumbbells.frame([compared(2, 4)])
    spec = dumbbells.build(theme.LIGHT, invented=False)
    drawn = pictures.svg(pictures.complete(spec, data, 480))
    assert "Agreements signed" in drawn
    assert f'fill="{theme.LIGHT.ink}"' in drawn


@pytest.mark.usefixtures("real_names")
def test_a_country_that_said_nothing_is_told_beside_the_other() -> None:
    rows = [
        compared(1, None, COUNTRIES, ("BEN", "DEU")),
        compared(None, None, COUNTRIES, ("BEN", "DEU")),
    ]
    said = " ".join(plain(answers.build(answers.of(rows))).split())
    assert said == "Indicator Benin Germany Agreements signed (D4) yes 2025 not reported"


def test_active_pairs_come_first_and_of_one_state_the_newest() -> None:
    pairs = [
        pair("ended", state=PairState.ENDED, since=dt.date(2026, 5, 1)),
        pair("old", state=PairState.ACTIVE, since=dt.date(2023, 5, 1)),
        pair("agreed", state=PairState.AGREED, since=dt.date(2026, 5, 1)),
        pair("new", state=PairState.ACTIVE, since=dt.date(2025, 5, 1)),
    ]
    ordered = [one.row.code for one in pair_list.ordered(pairs)]
    assert ordered == ["new", "old", "agreed", "ended"]
