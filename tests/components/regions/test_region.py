"""One region among the five: where its dots stand, its rank, and what its title says."""

import pytest

from components.regions import indicator_map, region_head, strips
from components.regions.cells import Answer
from components.regions.strips import Strip
from store.models import Indicator
from tests.components.regions.test_grid import (
    COUNTRIES,
    REGIONAL,
    YES_OR_NO,
    answer,
    grid,
    of_year,
)
from tests.components.wording.standings import standing
from tests.pages.words import plain

AFRICA, EUROPE, ASIA = "R-AFR", "R-EUR", "R-APA"


def strip(figures: dict[str, float], due: float | None = None, of: Indicator = REGIONAL) -> Strip:
    """An indicator in three regions, of which some are silent."""
    places = (AFRICA, EUROPE, ASIA)
    answers: dict[str, Answer] = {
        place: answer(*([of_year(figures[place], 2025, place)] if place in figures else []), of=of)
        for place in places
    }
    end = max(*figures.values(), due or 0.0, 0.0) / strips.ROOM
    return Strip(standing(indicator=of), answers, figures, due, end)


@pytest.mark.parametrize(
    ("figures", "rank"),
    [
        ({AFRICA: 6, EUROPE: 4, ASIA: 3}, (1, False)),
        ({AFRICA: 3, EUROPE: 4, ASIA: 3}, (2, True)),
        ({AFRICA: 1, EUROPE: 4, ASIA: 3}, (3, False)),
    ],
)
def test_a_region_has_its_place_among_those_with_a_figure(
    figures: dict[str, float], rank: tuple[int, bool]
) -> None:
    assert strips.rank_of(strip(figures), AFRICA) == rank


@pytest.mark.usefixtures("real_names")
def test_a_strip_draws_the_region_the_others_and_what_was_due() -> None:
    drawn = strips.build([strip({AFRICA: 3, EUROPE: 6}, due=4)], AFRICA)
    assert drawn.count('class="me" style="--x:0.470"') == 1
    assert drawn.count('<i style="--x:0.940"') == 1
    assert '<u style="--x:0.627">' in drawn
    assert "Africa: 3 projects; Europe: 6 projects" in drawn.replace("\u00a0", " ")
    for word in ("due", "Europe", "place 2 of 2, 2025"):
        assert word in plain(drawn)


@pytest.mark.usefixtures("real_names")
def test_a_silent_region_has_no_dot_and_keeps_its_strip() -> None:
    drawn = strips.build([strip({EUROPE: 6})], AFRICA)
    assert 'class="me"' not in drawn
    assert "silent" in plain(drawn)


@pytest.mark.usefixtures("real_names")
def test_regions_that_answer_yes_or_no_stand_in_words() -> None:
    said = " ".join(
        plain(strips.build([strip({AFRICA: 1, EUROPE: 0}, of=YES_OR_NO)], AFRICA)).split()
    )
    assert "Africa yes Europe no Asia-P. silent" in said


def test_of_countries_the_share_is_of_those_that_answered() -> None:
    said = answer(
        of_year(1, 2025, "BEN"), of_year(0, 2025, "MLI"), of=COUNTRIES, asked=("BEN", "MLI", "TCD")
    )
    assert strips.value(said) == 50


@pytest.mark.usefixtures("real_names")
@pytest.mark.parametrize(
    ("reported", "filled", "said"),
    [
        (0, 0, "Africa reports nothing yet of what it is asked. None of its 4 seats is filled."),
        (1, 1, "Africa reports little of what it is asked. 1 of its 4 seats is filled."),
        (2, 3, "Africa reports most of what it is asked. 3 of its 4 seats are filled."),
        (3, 99, "Africa reports on everything that it is asked. Each of its 4 seats is filled."),
    ],
)
def test_the_title_says_how_much_is_reported_and_how_many_seats_are_filled(
    reported: int, filled: int, said: str
) -> None:
    known, _leaders = grid({AFRICA: reported}, filled)
    assert region_head.title(known, AFRICA) == said


@pytest.mark.usefixtures("real_names")
def test_a_map_of_a_year_knows_nothing_of_later_figures() -> None:
    regional = standing(
        indicator=REGIONAL, readings=(of_year(3, 2023), of_year(6, 2025)), regions={}
    )
    early = indicator_map.of_year(regional, [], 2024)
    assert {shade.year for shade in early.values()} == {2023}
    counted = standing(indicator=COUNTRIES)
    said = [of_year(1, 2022, "BEN"), of_year(0, 2025, "BEN"), of_year(1, 2025, "MLI")]
    assert {code: one.year for code, one in indicator_map.of_year(counted, said, 2024).items()} == {
        "BEN": 2022
    }
