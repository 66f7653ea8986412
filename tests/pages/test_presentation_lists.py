"""Lists on the projector: what fits is shown, the rest counted, nothing silently left out."""

from hypothesis import given
from hypothesis import strategies as some

from components.meetings import lists

LETTERS = 40


def test_what_does_not_fit_is_counted() -> None:
    line = "x" * LETTERS
    assert lists.fitting([line] * lists.LINES, LETTERS) == [line] * lists.LINES
    more = lists.fitting([line] * (lists.LINES + 1), LETTERS)
    assert more == [*([line] * (lists.LINES - 1)), "and 2 more"]
    assert lists.fitting(["x" * 2000, line], LETTERS) == ["x" * 199 + "…", line]


@given(some.lists(some.text(min_size=1, max_size=400), max_size=12))
def test_a_list_never_takes_more_room_than_there_is(said: list[str]) -> None:
    shown = lists.fitting(said, LETTERS)
    assert bool(shown) == bool(said)
    assert sum(lists.lines(one, LETTERS) for one in shown) <= lists.LINES
