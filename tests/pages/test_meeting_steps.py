"""Every step of the meetings of the demonstration is drawn, and the list says what was kept."""

from typing import Any

import pytest

from components.language.text import THIN_SPACE
from tests.pages.words import words

LEFT_OPEN = "Agree on one definition of a farmer association"


@pytest.mark.parametrize(
    ("day_held", "step", "sentence"),
    [
        ("2026-06-11", "start", LEFT_OPEN),
        ("2026-06-11", "C2", LEFT_OPEN),
        ("2026-06-11", "", "Europe, 31 December 2025: no figure → 60.2"),
        ("2025-06-12", "start", "Consortium of Members"),
        ("2025-06-12", "end", "What was decided"),
        ("2025-06-12", "A", "A6 Conceptual framework"),
        ("2025-06-12", "nonsense", "frozen on"),
        ("", "", "of them were done"),
    ],
)
def test_every_step_is_drawn_with_what_an_earlier_meeting_left_open(
    open_app: Any, day_held: str, step: str, sentence: str
) -> None:
    app = open_app("demo")
    if day_held:
        app.query_params["meeting"] = f"consortium-of-members-{day_held}"
    app.query_params["step"] = step
    app.switch_page("pages/review/meeting.py").run()
    assert not app.exception
    said = words(app).replace(THIN_SPACE, " ")
    assert sentence in said
    assert "→ Europe:" not in said  # where another region stood before
