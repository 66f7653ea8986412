"""The verdict of the former method a press away, and what a change of method alone moved."""

from store.standing import IN_FORCE_SINCE
from tests.pages.acting import Open
from tests.pages.words import words

MOVED = "no new fact moved the verdict"


def test_what_the_former_method_said_is_shown_once_it_is_asked_for(open_page: Open) -> None:
    app = open_page("nobody", "objective", objective="A4", as_of="2026-11-29")
    assert "judged one value of one date" not in words(app)
    app.session_state["open_former"] = True
    seen = words(app.run())
    assert "on track" in seen
    assert "The 5 regions that reported have covered 100" in seen
    assert "Since 30 November 2026 method 1.1 judges" in seen


def test_the_overview_tells_a_change_of_method_from_a_change_of_facts(open_page: Open) -> None:
    day = IN_FORCE_SINCE.isoformat()
    seen = words(open_page("nobody", as_of=day, since="2026-06-30"))
    assert MOVED in seen
    assert "By method 1.0" in seen
    assert MOVED not in words(open_page("nobody", as_of=day, since=day))
