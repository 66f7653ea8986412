"""Agendas are offered and put in order; every step is drawn; the list says what was kept."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.language.text import THIN_SPACE
from tests.pages.acting import Open, press
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
        ("", "", "; done: 1 (50 %)."),
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


def agenda(app: AppTest) -> list[str]:
    """The codes on the agenda in their order, as the form shows them."""
    assert not app.exception
    html = "".join(element.proto.body for element in app.get("html"))
    return re.findall(r'data-name="Goal or objective">([A-F]\d?) ', html)


def choose(app: AppTest, field: str, code: str) -> AppTest:
    """Press one of the choices of a field, named by the end of its key."""
    [group] = [one for one in app.button_group if str(one.key).endswith(field)]
    return group.set_value(code).run()


def test_an_agenda_is_offered_worst_first_then_moved_cut_and_added_to(
    open_demo_page: Open,
) -> None:
    app = open_demo_page("Sofia", "meeting", meeting="new")
    assert "4 decisions of this body come back to the meeting by themselves." in words(app)
    assert agenda(choose(app, "_offer", "worst")) == ["B1", "A1"]  # regressing before off track
    why = re.findall(r'data-name="Why">([^<]*)', "".join(one.proto.body for one in app.get("html")))
    assert "regressing" in why[0]
    assert "off track" in why[1]
    assert agenda(choose(app, "_offer", "C")) == ["C", "C3", "C1", "C2", "C4"]
    assert len(agenda(choose(app, "_offer", "all"))) == 24
    choose(app, "_offer", "C")
    assert "▸ 4" in words(choose(app, "_chosen", "C2"))
    assert agenda(press(app, "↑ Earlier")) == ["C", "C3", "C2", "C1", "C4"]
    assert agenda(press(press(app, "↓ Later"), "↓ Later")) == ["C", "C3", "C1", "C4", "C2"]
    assert agenda(press(app, "Take off")) == ["C", "C3", "C1", "C4"]
    [addition] = [one for one in app.selectbox if str(one.key).endswith("_added")]
    assert agenda(addition.set_value("A1").run()) == ["C", "C3", "C1", "C4", "A1"]
    saved = press(app, "Arrange the meeting")
    assert "C3 Increased investments" in words(saved).replace(" · ", " ")
    assert "Comes back" in words(saved)
