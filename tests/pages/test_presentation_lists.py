"""Lists on the projector: what fits is shown, the rest counted, nothing silently left out."""

from hypothesis import given
from hypothesis import strategies as some

from components.presentation import fitting

LETTERS = 40


def test_what_does_not_fit_is_counted() -> None:
    line = "x" * LETTERS
    assert fitting.fitting([line] * fitting.LINES, LETTERS) == [line] * fitting.LINES
    more = fitting.fitting([line] * (fitting.LINES + 1), LETTERS)
    assert more == [*([line] * (fitting.LINES - 1)), "and 2 more"]
    assert fitting.fitting(["x" * 2000, line], LETTERS) == [
        "x" * (LETTERS * (fitting.LINES - 1) - 1) + "…",
        line,
    ]


@given(some.lists(some.text(min_size=1, max_size=400), max_size=12))
def test_a_list_never_takes_more_room_than_there_is(said: list[str]) -> None:
    shown = fitting.fitting(said, LETTERS)
    assert bool(shown) == bool(said)
    assert sum(fitting.lines(one, LETTERS) for one in shown) <= fitting.LINES
