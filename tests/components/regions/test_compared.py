"""The five regions in a sentence and as lines."""

import pytest

from components.regions import compared
from components.regions.compared import Row
from tests.pages.words import plain

pytestmark = pytest.mark.usefixtures("real_names")


def row(place: str, known: int, overdue: int) -> Row:
    """A region of which only two counts matter."""
    return Row(place, (known, 25), (0, 24), activities=0, meetings=0, partners=4, overdue=overdue)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [row("R-AFR", 21, 3), row("R-EUR", 20, 5)],
            (
                "Africa has figures of 21 of 25 indicators; no region has more."
                " Europe owes 5 figures; no region owes more."
            ),
        ),
        (
            [row("R-AFR", 2, 1), row("R-EUR", 3, 0)],
            (
                "Europe has figures of 3 of 25 indicators; no region has more."
                " Africa owes 1 figure; no region owes more."
            ),
        ),
        (
            [row("R-AFR", 2, 0), row("R-EUR", 1, 0)],
            "Africa has figures of 2 of 25 indicators; no region has more.",
        ),
    ],
)
def test_the_title_names_who_has_most_and_who_owes_most(rows: list[Row], said: str) -> None:
    assert plain(compared.title(rows)).replace("\u00a0", " ") == said


def test_a_bar_is_a_share_of_all_or_of_the_highest_count() -> None:
    drawn = compared.table([row("R-AFR", 5, 1), row("R-EUR", 20, 4)])
    assert 'style="--x:0.200">5 of 25' in drawn
    assert 'style="--x:0.250">1<' in drawn
    assert 'style="--x:1.000">4<' in drawn
    assert 'style="--x:0.000">0 of 24' in drawn
